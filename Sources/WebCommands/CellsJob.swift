internal import Commands
internal import Grading
internal import Lessons
internal import Site
internal import System

/// The cells of a lesson as one program, in a process of its own.
final class CellsJob {
  private let run: BackgroundRun?
  /// Why it could not be started.
  private var failure = ""
  /// The learner's file when the program was begun.
  let source: String?
  /// The cells whose output a page waits for.
  var wanted: Set<String> = []

  init(_ lesson: Lesson, source: String?, home: Home) {
    self.source = source
    do throws(LaunchError) {
      run = try BackgroundRun(
        Command(
          home.world.executable, ["run", "\(lesson.number)", "--json"],
          environment: home.world.environment))
    } catch {
      run = nil
      failure = error.description
    }
  }

  var descriptors: [Int32] { run?.pipes ?? [] }

  func end() { run?.end() }

  /// Shows the outputs once all cells have run; returns whether they have.
  func step(_ page: String, in course: LiveCourse) -> Bool {
    var ran: RanCells?
    if let run {
      guard let finished = run.finished() else { return false }
      ran = try? JSONDecoder().decode(
        RanCells.self, from: Data(finished.output))
      failure = finished.errors
    }
    let site = course.cache.site
    for cell in wanted {
      let result = ran?.cells.first { $0.name == cell }
      // A cell without a result, or the last one, is where the run stopped.
      let isStopped =
        result == nil
        || (result?.isExpected == nil && cell == ran?.cells.last?.name)
      course.update(
        site.outputMarkup(
          result?.output ?? "", isExpected: result?.isExpected,
          problem: isStopped
            ? ran == nil ? failure : ran?.problem : nil),
        at: outputID(cell), of: page)
    }
    return true
  }
}
