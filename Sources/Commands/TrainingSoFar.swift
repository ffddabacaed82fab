internal import Checks

/// What was told of a training so far, and how long the rest takes if it goes
/// on as it went.
struct TrainingSoFar {
  private(set) var epochs: [EpochMetrics] = []
  /// How far the epoch is that goes on; nil between two.
  private(set) var batch: BatchProgress?
  private var heard = 0
  private var first: (share: Double, at: ContinuousClock.Instant)?
  private var last: (share: Double, at: ContinuousClock.Instant)?

  /// Takes note of what was told by now, all of it, in order.
  mutating func note(_ news: [TrainingNews]) {
    for one in news.dropFirst(heard) { note(one) }
  }

  mutating func note(_ news: TrainingNews) {
    heard += 1
    let share: Double
    switch news {
    case .batch(let progress):
      batch = progress
      share = progress.share
    case .epoch(let epoch):
      batch = nil
      epochs.append(epoch)
      guard let planned = epoch.planned else { return }
      share = Double(epoch.epoch) / Double(max(planned, 1))
    }
    last = (share, .now)
    first = first ?? last
  }

  /// Nil at first, and at the end.
  var secondsLeft: Double? {
    guard let first, let last, last.share > first.share, last.share < 1
    else { return nil }
    let speed =
      (last.share - first.share) / ((last.at - first.at) / .seconds(1))
    return (1 - last.share) / speed
  }
}
