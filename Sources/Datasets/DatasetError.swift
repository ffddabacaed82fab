/// What is wrong with a file of data, and what to do about it.
///
/// ```swift
/// print(DatasetError(
///   file: "train.gz", expected: "60,000 labels", found: "12 labels",
///   advice: "copy the file again"))
/// // prints train.gz: expected 60,000 labels, found 12 labels; copy the file again
/// ```
public struct DatasetError: Error, Equatable, CustomStringConvertible {
  /// The file or folder that was read.
  public let file: String
  /// What should have been there.
  public let expected: String
  /// What was there.
  public let found: String
  /// The next step.
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

  /// File, problem and next step in one line.
  public var description: String {
    "\(file): expected \(expected), found \(found); \(advice)"
  }
}
