package import Checks
internal import Lessons
internal import System

/// A training run as a row of the table of runs.
package struct ShownRun: Sendable {
  package var name: String
  package var exercise: Int
  /// The settings that differ from the defaults, in words.
  package var settings: String
  package var last: EpochMetrics?
  package var diverged: Bool

  package init(
    name: String, exercise: Int, settings: String, last: EpochMetrics?,
    diverged: Bool
  ) {
    self.name = name
    self.exercise = exercise
    self.settings = settings
    self.last = last
    self.diverged = diverged
  }
}

/// The learner's training runs, the latest last; the best on the test images is
/// marked.
package func runsPage(_ runs: [ShownRun], on screen: Screen) -> [Line] {
  let best = runs.filter { !$0.diverged }.compactMap(\.last?.testAccuracy).max()
  let rows = runs.map { run -> [[Span]] in
    let isBest = best != nil && run.last?.testAccuracy == best && !run.diverged
    let numbers =
      run.last.map {
        [
          "\($0.epoch)", decimals($0.loss, 4), decimals($0.trainAccuracy, 3),
          decimals($0.testAccuracy, 3),
        ]
      } ?? ["0", "", "", ""]
    let mark = run.diverged ? "diverged" : isBest ? "best" : ""
    let set = [mark, run.settings].filter { !$0.isEmpty }.joined(
      separator: ": ")
    let style: Style = run.diverged ? .warning : isBest ? .good : []
    return ([run.name] + numbers).map { [Span($0, style)] } + [
      [Span(set, style)]
    ]
  }
  // The settings come last, because they are cut on a narrow screen.
  let room = max(12, screen.measure - 54)
  return table(
    header: ["model", "epochs", "loss", "train", "test", "settings"].map {
      [Span($0)]
    },
    rows: rows.map { $0.dropLast() + [cut($0[5], to: room)] },
    alignments: [.leading] + Array(repeating: .trailing, count: 4) + [.leading],
    on: screen)
}
