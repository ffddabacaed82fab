import Maths

/// The bytes that show the lines on a terminal.
///
/// Only this file knows the escape sequences of styles and links.
package func render(_ lines: [Line], for screen: Screen) -> String {
  var text = ""
  for line in lines {
    for span in line.spans { render(span, for: screen, into: &text) }
    text += "\n"
  }
  return text
}

private func render(
  _ span: Span, for screen: Screen, into text: inout String
) {
  // The lines are broken by now, so no-break spaces become normal ones.
  let spaced =
    span.text.utf8.contains(0xC2)
    ? String(span.text.map { $0 == "\u{A0}" ? " " : $0 }) : span.text
  let words = screen.ascii ? asciiDrawing(spaced) : spaced
  if let halves = span.halves, !screen.plain {
    text += halves.render(words)
    return
  }
  let target = screen.links ? span.destination.flatMap(safeAddress) : nil
  if let target { text += "\u{1B}]8;;\(target)\u{1B}\\" }
  let codes = screen.colors == .none ? [] : codes(span.style, on: screen)
  if codes.isEmpty {
    text += words
  } else {
    text += "\u{1B}[\(codes.joined(separator: ";"))m\(words)\u{1B}[0m"
  }
  if target != nil { text += "\u{1B}]8;;\u{1B}\\" }
}

/// The parameters of the escape sequence that sets a style.
private func codes(_ style: Style, on screen: Screen) -> [String] {
  var codes: [String] = []
  if !style.isDisjoint(with: [.strong, .heading]) { codes.append("1") }
  if !style.isDisjoint(with: [.emphasis, .comment]) { codes.append("3") }
  if style.contains(.link) { codes.append("4") }
  guard let color = colors.first(where: { style.contains($0.style) })
  else { return codes }
  switch (screen.colors, screen.background) {
  case (.none, _): break
  case (.sixteen, _): codes.append(String(color.sixteen))
  case (.full, .dark): codes.append("38;5;\(color.dark)")
  case (.full, .light): codes.append("38;5;\(color.light)")
  }
  return codes
}

private typealias Color = (
  style: Style, sixteen: Int, dark: Int, light: Int
)

/// The colors of the styles; of several styles, the first listed here wins.
///
/// The 16 basic colors are readable on a dark and on a light background; 2 is
/// not a color but makes the text faint.
private let colors: [Color] = [
  (.bad, 31, 203, 160), (.good, 32, 114, 28), (.warning, 33, 221, 130),
  (.keyword, 35, 176, 127), (.string, 31, 174, 124),
  (.number, 36, 117, 26), (.type, 36, 115, 30), (.comment, 2, 245, 243),
  (.heading, 35, 219, 90), (.link, 36, 117, 26), (.code, 36, 152, 24),
  (.math, 33, 223, 94), (.output, 32, 151, 22), (.quote, 2, 250, 240),
  (.dim, 2, 246, 242),
]

/// The address, escaped for a link's escape sequence.
///
/// Nil if it has a scheme that a page should not open.
private func safeAddress(_ address: String) -> String? {
  guard
    ["https:", "http:", "mailto:"].contains(where: {
      address.lowercased().hasPrefix($0)
    })
  else { return nil }
  var safe = ""
  for byte in address.utf8 {
    if byte > 0x20 && byte < 0x7F {
      safe.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      safe += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
  }
  return safe
}
