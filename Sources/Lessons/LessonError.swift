/// An error in a lesson's file: its place, the problem and the remedy.
package struct LessonError: Error, Equatable, CustomStringConvertible {
  package var file: String
  /// The line in the file, counted from 1.
  package var line: Int
  package var problem: String
  package var remedy: String

  package init(file: String, line: Int, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  /// The form that editors turn into a link: `path:line: problem; remedy`.
  package var description: String { "\(file):\(line): \(problem); \(remedy)" }
}
