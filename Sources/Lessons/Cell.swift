/// A piece of the lesson's one program, with what it prints.
package struct Cell: Sendable, Equatable {
  package struct Output: Sendable, Equatable {
    /// What is printed, with a newline at the end of every line.
    package var text: String
    /// How far a printed number may be from the one in `text`.
    package var tolerance: Double?
    /// The first line of the output in the lesson's file.
    package var line: Int
  }

  package var name: String
  /// Swift, with a newline at the end of every line.
  package var code: String
  /// The first line of the code in the lesson's file.
  package var line: Int
  /// Whether the reader is to say what it prints before seeing it.
  package var predict: Bool
  /// Whether it runs the functions of the lesson's own exercise.
  package var yours: Bool
  package var output: Output?
}
