package import Checks
internal import Grading
package import Lessons
internal import System

/// A check of an exercise in a process of its own.
///
/// The program that waits for it stays responsive, even if the learner's code
/// has an infinite loop.
package final class CheckJob {
  /// The outcome of a check.
  package enum Result {
    /// The report, and a warning, such as that no snapshot was saved.
    case report(Report, warning: String?)
    /// The reason why there is no report.
    case failure(String)
  }

  private let run: BackgroundRun
  package let started = ContinuousClock.now

  /// The learner's file as it was when the check began.
  package let source: String?

  /// Starts `course check N --json` with the program that is running.
  package init(
    of lesson: Lesson, data: DataOptions, home: Home
  ) throws(CommandFailure) {
    let path = home.exercisePath(of: lesson)
    source = home.text(of: path)
    let words =
      ["check", "\(lesson.number)", "--json", "--progress"] + data.arguments
    do {
      run = try BackgroundRun(
        Command(
          home.world.executable, words, environment: home.world.environment))
    } catch {
      throw CommandFailure(.environment, error.description)
    }
  }

  /// The file descriptors to wait on.
  package var descriptors: [Int32] { run.pipes }

  /// The seconds since the check began.
  var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

  /// The outcome, or nil while the check is running.
  package func result() -> Result? {
    guard let run = run.finished() else { return nil }
    let reason = run.errors.split(separator: "\n").filter {
      !$0.hasPrefix("{")
    }
    if let report = try? JSONDecoder().decode(
      Report.self, from: Data(run.output))
    {
      let prefix = "course: "
      let warning = reason.first { $0.hasPrefix(prefix) }
      return .report(
        report, warning: warning.map { String($0.dropFirst(prefix.count)) })
    }
    return .failure(
      reason.isEmpty
        ? "the check failed without an error message"
        : reason.joined(separator: "\n"))
  }

  /// The news of training since the last call.
  package func takeNews() -> [TrainingEvent] { run.takeTrainingNews() }

  /// Ends the check and every process that it started.
  package func end() { run.end() }
}
