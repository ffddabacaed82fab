// Kitty's graphics protocol: https://sw.kovidgoyal.net/kitty/graphics-protocol

/// Asks a terminal whether it draws pictures, and then what it is, which
/// every terminal answers.
package let pictureQuestion =
  "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}[c"

/// Whether no more is to come after these bytes of a terminal's answer.
package func isWholePictureAnswer(_ bytes: [UInt8]) -> Bool {
  guard let start = bytes.firstRange(of: Array("\u{1B}[?".utf8)) else {
    return false
  }
  return bytes[start.upperBound...].contains(UInt8(ascii: "c"))
}

/// Whether a terminal answered that it draws pictures.
package func answersThatItHasPictures(_ bytes: [UInt8]) -> Bool {
  bytes.firstRange(of: Array("\u{1B}_Gi=31;OK\u{1B}\\".utf8)) != nil
}

/// The bytes that draw a picture over the cells left of the cursor and above
/// it, `columns` by `rows`, and leave the cursor where it is.
///
/// All of its rows are on the screen by then, so that nothing scrolls.
func pictureCommand(_ picture: GreyImage, columns: Int, rows: Int) -> String {
  let pixels = picture.pixels.flatMap { [$0, $0, $0] }
  var rest = base64(pixels)[...]
  let up = rows > 1 ? "\u{1B}[\(rows - 1)A" : ""
  var text = "\u{1B}7\u{1B}[\(columns)D\(up)"
  // No reply (q=2), and the cursor stays (C=1).
  var keys =
    "a=T,q=2,C=1,f=24,s=\(picture.columns),v=\(picture.rows),"
    + "c=\(columns),r=\(rows),"
  repeat {
    let chunk = rest.prefix(4096)
    rest = rest.dropFirst(4096)
    text += "\u{1B}_G\(keys)m=\(rest.isEmpty ? 0 : 1);"
    text += String(decoding: chunk, as: UTF8.self) + "\u{1B}\\"
    keys = ""
  } while !rest.isEmpty
  return text + "\u{1B}8"
}

/// Bytes as RFC 4648 writes them.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var value = 0
    for index in 0..<3 {
      value = value << 8
      if index < group.count { value |= Int(group[start + index]) }
    }
    for index in 0..<4 {
      let digit = alphabet[value >> (18 - 6 * index) & 63]
      text.append(index <= group.count ? digit : UInt8(ascii: "="))
    }
  }
  return text
}
