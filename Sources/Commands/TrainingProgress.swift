package import Checks

/// The training news received so far, and an estimate of the time left.
package struct TrainingProgress {
  package private(set) var epochs: [EpochMetrics] = []
  /// The progress of the current epoch, or nil between epochs.
  package private(set) var batch: BatchProgress?
  /// The losses that batches of the first epoch had.
  package private(set) var firstLosses: [BatchProgress] = []
  private var first: (share: Double, at: ContinuousClock.Instant)?
  private var last: (share: Double, at: ContinuousClock.Instant)?

  package init() {}

  package mutating func note(_ news: [TrainingEvent]) {
    for one in news { note(one) }
  }

  mutating func note(_ news: TrainingEvent) {
    let share: Double
    switch news {
    case .batch(let progress):
      batch = progress
      if epochs.isEmpty, progress.loss?.isFinite == true {
        firstLosses.append(progress)
      }
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

  /// An estimate of the seconds left; nil at the beginning and at the end.
  var secondsLeft: Double? {
    guard let first, let last, last.share > first.share, last.share < 1
    else { return nil }
    let speed =
      (last.share - first.share) / ((last.at - first.at) / .seconds(1))
    return (1 - last.share) / speed
  }
}
