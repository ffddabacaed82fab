/// An error in a formula, with its position in the source.
package struct MathError: Error, Equatable, CustomStringConvertible {
  /// The line within the formula, from 1.
  package var line: Int
  /// The character within the line, from 1.
  package var column: Int
  package var problem: String
  package var remedy: String

  package var description: String {
    "\(line):\(column): \(problem); \(remedy)"
  }
}
