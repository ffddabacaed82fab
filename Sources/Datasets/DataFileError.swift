/// An error in a data file, with advice on how to fix it.
///
/// ```swift
/// print(DataFileError(
///   file: "train.gz", expected: "60,000 labels", found: "12 labels",
///   advice: "copy the file again"))
/// // prints train.gz: expected 60,000 labels, found 12 labels; copy the file again
/// ```
public struct DataFileError: Error, Equatable, CustomStringConvertible {
  /// The file or folder that was read.
  public let file: String
  /// What was expected.
  public let expected: String
  /// What was found instead.
  public let found: String
  /// What to do next.
  public let advice: String

  /// An error about `file`.
  public init(
    file: String, expected: String, found: String,
    advice: String = "copy the file again from its source"
  ) {
    self.file = file
    self.expected = expected
    self.found = found
    self.advice = advice
  }

  /// The file, the problem and the advice, in one line.
  public var description: String {
    "\(file): expected \(expected), found \(found); \(advice)"
  }
}
