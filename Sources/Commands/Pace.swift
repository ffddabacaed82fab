internal import Checks

/// How fast training goes, to tell how long the rest takes.
struct Pace {
  private var first: (count: Int, at: ContinuousClock.Instant)?
  private var last: (count: Int, at: ContinuousClock.Instant)?
  private var planned: Int?

  /// Takes note of the epochs that are over by now.
  mutating func note(_ epochs: [EpochMetrics]) {
    guard epochs.count > last?.count ?? 0 else { return }
    last = (epochs.count, .now)
    first = first ?? last
    planned = epochs.last?.planned
  }

  /// How long the rest takes if it goes on as it went; nil at first.
  var secondsLeft: Double? {
    guard let planned, let first, let last, last.count > first.count
    else { return nil }
    let each = (last.at - first.at) / .seconds(last.count - first.count)
    return each * Double(max(0, planned - last.count))
  }
}
