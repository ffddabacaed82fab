internal import Checks
internal import Grading
internal import Lessons
internal import System

/// A check of an exercise in a process of its own, so that whoever waits for
/// it stays free: an endless loop of the learner's holds nobody up.
final class CheckJob {
  /// What came of it.
  enum Result {
    /// The report, and what was said beside it: that no snapshot was kept.
    case report(Report, warning: String?)
    /// It came to no report; the words say why.
    case failure(String)
  }

  private let run: BackgroundRun
  let started = ContinuousClock.now

  /// The learner's file as it was when the check began.
  let source: String?

  /// Starts `course check N --json` by this very program.
  init(
    of lesson: Lesson, data: DataOptions, home: Home
  ) throws(CommandFailure) {
    let path = home.exercisePath(of: lesson)
    source = home.text(of: path)
    var words = ["check", "\(lesson.number)", "--json", "--progress"]
    if let folder = data.folder { words += ["--data", folder] }
    do {
      run = try BackgroundRun(
        Command(
          home.world.executable, words, environment: home.world.environment))
    } catch {
      throw CommandFailure(.environment, error.description)
    }
  }

  /// What to wait on.
  var descriptors: [Int32] { run.pipes }

  /// The seconds since it began.
  var seconds: Double { (ContinuousClock.now - started) / .seconds(1) }

  /// What came of it; nil while it goes on.
  func result() -> Result? {
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
        ? "the check ended without a word" : reason.joined(separator: "\n"))
  }

  /// What it told of a training so far.
  var news: [TrainingNews] {
    let decoder = JSONDecoder()
    return run.errorsSoFar.split(separator: "\n").compactMap {
      $0.hasPrefix("{")
        ? try? decoder.decode(TrainingNews.self, from: Data($0.utf8)) : nil
    }
  }

  /// Ends it with all that it started.
  func end() { run.end() }
}
