internal import Checks
internal import Commands
internal import Journals
internal import Grading
internal import Pages
internal import Site
internal import System

/// A training of the laboratory in a process of its own.
final class TrainingJob {
  private let run: BackgroundRun
  /// Training runs that ended before, to compare with.
  private let earlier: [EarlierTraining]
  private var training = TrainingProgress()

  init(_ run: BackgroundRun, after runs: [LearnersRun]) {
    self.run = run
    earlier = runs.filter { $0.epochs.count > 1 }.suffix(2).map {
      EarlierTraining($0.name, $0.epochs)
    }
  }

  var descriptors: [Int32] { run.pipes }

  func end() { run.end() }

  /// Shows what is new; returns whether the training has ended.
  func step(in course: LiveCourse) -> Bool {
    let finished = run.finished()
    let decoder = JSONDecoder()
    let lines = run.errorsSoFar.split(separator: "\n")
    training.note(
      lines.compactMap {
        $0.hasPrefix("{")
          ? try? decoder.decode(TrainingEvent.self, from: Data($0.utf8)) : nil
      })
    course.show(training, on: "model", beside: earlier)
    guard let finished else { return false }
    let site = course.shelf.site
    let note: HTML
    if let run = try? decoder.decode(
      LearnersRun.self, from: Data(finished.output))
    {
      note =
        run.diverged
        ? site.noteMarkup(
          "It diverged: the loss became infinite. Try a smaller learning rate.")
        : site.keptMarkup(run.name)
    } else if let report = try? decoder.decode(
      Report.self, from: Data(finished.output))
    {
      note = site.noteMarkup(
        report.checks.first { !$0.message.isEmpty }?.message ?? report.message)
    } else {
      note = site.noteMarkup(
        lines.filter { !$0.hasPrefix("{") }.joined(separator: " "))
    }
    course.put(note, at: trainingNotePlace, of: "model")
    return true
  }

}

extension LiveCourse {
  /// Shows the curves of a training on a page.
  func show(
    _ training: TrainingProgress, on page: String,
    beside earlier: [EarlierTraining] = []
  ) {
    guard !training.epochs.isEmpty || training.firstLosses.count > 1 else {
      return
    }
    let markup = TrainingMarkup(
      training.epochs, firstLosses: training.firstLosses, beside: earlier)
    put(markup.curves, at: curvesPlace, of: page)
    put(markup.numbers, at: numbersPlace, of: page)
    put(markup.spoken, at: saidPlace, of: page)
  }
}
