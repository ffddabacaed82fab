/// The IDX format of the MNIST family: two zero bytes, the element type (8 for
/// unsigned bytes), the number of axes, their lengths as big-endian 32-bit
/// integers, and the elements in row-major order.
///
/// Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database".
public enum IDX {
  /// n images of `rows` by `columns` pixels, one after another.
  public struct Images: Sendable, Equatable {
    /// The number of images, n.
    public let count: Int
    /// The number of rows of an image.
    public let rows: Int
    /// The number of columns of an image.
    public let columns: Int
    /// n · rows · columns gray values; 0 is the background.
    public let pixels: [UInt8]
  }

  /// The images of an uncompressed IDX file; errors name it `file`.
  ///
  /// ```swift
  /// let header: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2]
  /// print(try IDX.images(header + [5, 6]).pixels)  // prints [5, 6]
  /// ```
  public static func images(
    _ bytes: consuming [UInt8], file: String = "images"
  ) throws(DataFileError) -> Images {
    let (lengths, pixels) = try content(bytes, axes: 3, file: file)
    return Images(
      count: lengths[0], rows: lengths[1], columns: lengths[2], pixels: pixels)
  }

  /// The labels of an uncompressed IDX file, each in `0..<classes`.
  ///
  /// ```swift
  /// print(try IDX.labels([0, 0, 8, 1, 0, 0, 0, 2, 9, 4]))  // prints [9, 4]
  /// ```
  public static func labels(
    _ bytes: consuming [UInt8], classes: Int = 10, file: String = "labels"
  ) throws(DataFileError) -> [UInt8] {
    let (_, labels) = try content(bytes, axes: 1, file: file)
    if let i = labels.firstIndex(where: { $0 >= classes }) {
      throw DataFileError(
        file: file, expected: "labels in 0..<\(classes)",
        found: "\(labels[i]) as label \(i)")
    }
    return labels
  }

  /// The lengths of the axes, and the elements.
  private static func content(
    _ bytes: consuming [UInt8], axes: Int, file: String
  ) throws(DataFileError) -> (lengths: [Int], elements: [UInt8]) {
    let header = 4 + 4 * axes
    let magic = bytes.count < 4 ? 0 : number(bytes, at: 0)
    guard magic == 0x800 + axes else {
      throw DataFileError(
        file: file, expected: kind(0x800 + axes), found: kind(magic))
    }
    guard bytes.count >= header else {
      throw DataFileError(
        file: file, expected: "an IDX header of \(header) bytes",
        found: "\(bytes.count) bytes")
    }
    let lengths = (1...axes).map { number(bytes, at: 4 * $0) }
    var count = 1
    for length in lengths {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      count = overflow ? Int.max : product
    }
    guard count == bytes.count - header else {
      throw DataFileError(
        file: file, expected: "\(count) bytes of \(lengths) after the header",
        found: "\(bytes.count - header) bytes")
    }
    bytes.removeFirst(header)
    return (lengths, bytes)
  }

  private static func number(_ bytes: borrowing [UInt8], at offset: Int) -> Int
  {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func kind(_ magic: Int) -> String {
    switch magic {
    case 0x803: "images (IDX magic 2051)"
    case 0x801: "labels (IDX magic 2049)"
    default: "IDX magic \(magic)"
    }
  }
}
