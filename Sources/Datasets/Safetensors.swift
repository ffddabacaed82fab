public import Tensors

/// The safetensors format: named tensors in a file, as PyTorch's `safetensors`
/// package reads and writes it.
///
/// Eight bytes hold the length of the header, little-endian. The header is a
/// JSON object with the type, the shape and the position of each tensor; the
/// numbers follow it. Only `F32`, the type of ``Tensor``, is read.
///
/// Source: https://github.com/huggingface/safetensors, "Format".
public enum Safetensors {
  /// The tensors of a file by their names.
  ///
  /// ```swift
  /// try Safetensors.write(["w": Tensor([1, 2])], to: "w.safetensors")
  /// print(try Safetensors.read("w.safetensors"))
  /// // prints ["w": [1.0, 2.0]]
  /// ```
  public static func read(
    _ path: String
  ) throws(DataFileError) -> [String: Tensor] {
    try tensors(readFile(path, limit: largestFile), file: path)
  }

  /// Writes named tensors to a file, which is created or replaced.
  ///
  /// A failure leaves the file as it was. No tensor may be called
  /// `__metadata__`.
  public static func write(
    _ tensors: [String: Tensor], to path: String
  ) throws(DataFileError) {
    try writeFile(path, bytes(of: tensors))
  }

  /// The tensors of a file's contents; errors name it `file`.
  public static func tensors(
    _ bytes: [UInt8], file: String = "tensors"
  ) throws(DataFileError) -> [String: Tensor] {
    let (entries, start) = try header(bytes, file: file)
    return bytes.withUnsafeBytes { bytes in
      entries.reduce(into: [:]) { tensors, entry in
        let values = stride(from: entry.start, to: entry.end, by: 4).map {
          place in
          let bits = bytes.loadUnaligned(
            fromByteOffset: start + place, as: UInt32.self)
          return Float(bitPattern: UInt32(littleEndian: bits))
        }
        tensors[entry.name] = Tensor(values, shape: entry.shape)
      }
    }
  }

  /// The contents of a file with these tensors, in the order of their names.
  public static func bytes(of tensors: [String: Tensor]) -> [UInt8] {
    let sorted = tensors.sorted { $0.key < $1.key }
    var position = 0
    let members = sorted.map { name, tensor in
      guard name != metadata else {
        stop("Safetensors", "a tensor called \(name)", "choose another name")
      }
      let start = position
      position += 4 * tensor.count
      return "\(quoted(name)):{\"dtype\":\"F32\",\"shape\":\(tensor.shape),"
        + "\"data_offsets\":[\(start),\(position)]}"
    }
    var header = Array("{\(members.joined(separator: ","))}".utf8)
    // Spaces make the numbers begin at a multiple of 8 bytes.
    header += [UInt8](repeating: 0x20, count: (8 - header.count % 8) % 8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + position)
    bytes.append(littleEndian: UInt64(header.count))
    bytes += header
    for (_, tensor) in sorted {
      for value in tensor.values {
        bytes.append(littleEndian: value.bitPattern)
      }
    }
    return bytes
  }

  /// The name that the header reserves for remarks.
  static let metadata = "__metadata__"

  private static let largestFile = 1 << 30

  /// A string in JSON.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\0"..<" ":
        "\\u00" + (scalar.value < 16 ? "0" : "")
          + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian number: some FixedWidthInteger)
  {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
