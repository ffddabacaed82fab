package import Lessons

/// A problem in the course, where it is, and how to fix it.
package struct Finding: Sendable, Hashable, Comparable,
  CustomStringConvertible
{
  /// Relative to the course's folder.
  package var path: String
  package var line: Int
  package var problem: String
  package var remedy: String

  package init(
    _ path: String, _ line: Int, _ problem: String, _ remedy: String
  ) {
    self.path = path
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  /// The form that editors turn into a link.
  package var description: String { "\(path):\(line): \(problem); \(remedy)" }

  package static func < (left: Finding, right: Finding) -> Bool {
    (left.path, left.line, left.problem)
      < (right.path, right.line, right.problem)
  }
}

extension Finding {
  /// Makes a finding of an error in reading a lesson.
  package init(_ error: LessonError, in course: AuditedCourse) {
    self.init(
      course.relative(error.file), error.line, error.problem, error.remedy)
  }
}
