internal import Grading
internal import Lessons

/// What the cells of a lesson printed: the object that `run --json` prints.
package struct RanCells: Codable, Sendable {
  package struct Cell: Codable, Sendable {
    package var name: String
    package var output: String
    /// Whether the lesson shows the same; nil if it shows nothing, or if the
    /// cell did not run to its end.
    package var isExpected: Bool?
  }

  package var cells: [Cell]
  /// Why not all cells ran to their end.
  package var problem: String?

  init(_ result: CellsResult, of lesson: Lesson, skipping reason: String?) {
    problem = result.problem.map { "\($0)" } ?? result.unwritten ?? reason
    let isStopped = result.problem != nil || result.unwritten != nil
    let incomplete = isStopped ? result.cells.last?.name : nil
    cells = result.cells.map { ran in
      let shown = lesson.cells.first { $0.name == ran.name }?.output
      let isExpected =
        ran.name == incomplete
        ? nil
        : shown.map {
          matches(ran.output, $0.text, tolerance: $0.tolerance)
        }
      return Cell(name: ran.name, output: ran.output, isExpected: isExpected)
    }
  }
}
