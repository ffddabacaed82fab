/// A code cell: a piece of the lesson's program, and what it prints.
package struct Cell: Sendable, Equatable {
  package struct Output: Sendable, Equatable {
    /// The printed text, with a newline at the end of every line.
    package var text: String
    /// How far a printed number may be from the one in `text`.
    package var tolerance: Double?
    /// The first line of the output in the lesson's file.
    package var line: Int
  }

  package var name: String
  /// The Swift code, with a newline at the end of every line.
  package var code: String
  /// The first line of the code in the lesson's file.
  package var line: Int
  /// Whether the reader is asked to predict the output before seeing it.
  package var predict: Bool
  /// Whether it calls the functions of the lesson's own exercise.
  package var yours: Bool
  package var output: Output?
}
