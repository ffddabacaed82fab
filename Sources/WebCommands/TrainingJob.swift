internal import Checks
internal import Commands
internal import Grading
internal import Journals
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
    let news = run.takeTrainingNews()
    training.note(news)
    if !news.isEmpty {
      course.show(training, on: "model", beside: earlier)
      course.update(
        course.cache.site.noteMarkup(progress), at: trainingNoteID, of: "model")
    }
    guard let finished else { return false }
    course.update(
      note(on: finished, in: course), at: trainingNoteID, of: "model")
    return true
  }

  private var progress: String {
    if let batch = training.batch {
      return
        "Epoch \(batch.epoch) of \(batch.planned), batch \(batch.batch) of "
        + "\(batch.batches) …"
    }
    let planned = training.epochs.last?.planned.map { " of \($0)" } ?? ""
    return "Epoch \(training.epochs.count)\(planned) is done …"
  }

  private func note(on finished: Run, in course: LiveCourse) -> HTML {
    let site = course.cache.site
    let decoder = JSONDecoder()
    let output = Data(finished.output)
    if let run = try? decoder.decode(LearnersRun.self, from: output) {
      course.show(
        TrainingMarkup(run.epochs, beside: earlier), on: "model")
      return run.diverged
        ? site.noteMarkup(
          "It diverged: the loss became infinite. Try a smaller learning rate.")
        : site.keptMarkup(run.name)
    }
    if let report = try? decoder.decode(Report.self, from: output) {
      return site.noteMarkup(
        report.checks.first { !$0.message.isEmpty }?.message ?? report.message)
    }
    let said = finished.errors.split(separator: "\n").filter {
      !$0.hasPrefix("{")
    }
    return site.noteMarkup(
      said.isEmpty
        ? "The training failed without an error message."
        : said.joined(separator: " "))
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
    show(
      TrainingMarkup(
        training.epochs, firstLosses: training.firstLosses, beside: earlier),
      on: page)
  }

  func show(_ training: TrainingMarkup, on page: String) {
    update(training.curves, at: curvesID, of: page)
    update(training.numbers, at: numbersID, of: page)
    update(training.spoken, at: announcementID, of: page)
  }

  /// Takes the curves of an earlier training away.
  func clearTraining(on page: String) {
    for id in [curvesID, numbersID, announcementID] {
      update(HTML(""), at: id, of: page)
    }
  }
}
