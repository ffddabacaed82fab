package import Tensors
package import Wire

/// The training of a line or plane, computed number by number in Double.
package struct RegressionLoop {
  /// How to run it: correctly, or with a mistake.
  package struct Way: Sendable {
    package enum Batches: Sendable {
      case given, all, allForEach, first, last, reversed
    }
    package enum Divisor: Sendable { case batch, one, first, all, squared }
    /// Where the parameters start again from 0.
    package enum Restart: Sendable { case never, epoch, batch }
    package enum Losses: Sendable {
      case after, before, summed, notHalved, ofLastBatch, beforeEachStep
      case whileTraining, atEnd, ofBatches, withStart
    }

    package var batches = Batches.given
    package var divisor = Divisor.batch
    package var restart = Restart.never
    package var losses = Losses.after
    /// The number of epochs, if not the one asked for.
    package var epochs: Int?
    /// The learning rate, if not the one asked for.
    package var rate: Double?
    /// The signs of the steps of the weights and the bias.
    package var directions = (w: -1.0, b: -1.0)
    /// Whether the bias's gradient is taken after the step of the weights.
    package var isOneAfterAnother = false
    /// Where the weights and the bias start.
    package var start = 0.0

    package init(_ change: (inout Way) -> Void = { _ in }) { change(&self) }
  }

  private let x: [[Double]]
  private let y: [Double]
  private let batches: [[Int]]
  private let epochs: Int
  private let rate: Double
  private var w: [Double] = []
  private var b = 0.0

  package init(
    _ x: Tensor, _ y: Tensor, batches: [[Int]], epochs: Int,
    learningRate: Float
  ) {
    let (values, d) = (x.values, x.shape[1])
    self.x = (0..<x.shape[0]).map { i in
      values[i * d..<(i + 1) * d].map(Double.init)
    }
    self.y = y.values.map(Double.init)
    self.batches = batches
    self.epochs = epochs
    rate = Double(learningRate)
    w = [Double](repeating: 0, count: d)
  }

  /// The weights, the bias, and the losses.
  package consuming func run(_ way: Way = Way()) -> WireValue {
    let batches = order(way.batches)
    let everything = Array(y.indices)
    var losses: [Double] = []
    restart(at: way.start)
    if way.losses == .withStart { losses.append(loss(everything)) }
    for _ in 0..<(way.epochs ?? epochs) {
      if way.restart == .epoch { restart(at: way.start) }
      let before = loss(everything)
      var met: [Double] = []
      for batch in batches {
        if way.restart == .batch { restart(at: way.start) }
        met.append(loss(batch))
        step(batch, way)
      }
      switch way.losses {
      case .after, .withStart, .atEnd: losses.append(loss(everything))
      case .before: losses.append(before)
      case .summed: losses.append(loss(everything) * Double(y.count))
      case .notHalved: losses.append(loss(everything) * 2)
      case .ofLastBatch: losses.append(batches.last.map(loss) ?? 0)
      case .beforeEachStep: losses += met
      case .whileTraining:
        losses.append(met.reduce(0, +) / Double(met.count))
      case .ofBatches:
        losses.append(
          batches.reduce(0) { $0 + loss($1) } / Double(batches.count))
      }
    }
    if way.losses == .atEnd { losses = losses.suffix(1) }
    return .list([
      .tensor(Tensor(w.map(Float.init), shape: [w.count, 1])),
      .tensor(Tensor([Float(b)])), losses.map { Float($0) }.wireValue,
    ])
  }

  private func order(_ order: Way.Batches) -> [[Int]] {
    switch order {
    case .given: batches
    case .all: [Array(y.indices)]
    case .allForEach: batches.map { _ in Array(y.indices) }
    case .first: Array(batches.prefix(1))
    case .last: batches.suffix(1)
    case .reversed: batches.reversed()
    }
  }

  private mutating func restart(at start: Double) {
    w = w.map { _ in start }
    b = start
  }

  private func error(_ i: Int) -> Double {
    zip(x[i], w).reduce(b - y[i]) { $0 + $1.0 * $1.1 }
  }

  private func loss(_ rows: [Int]) -> Double {
    rows.reduce(0) { $0 + error($1) * error($1) / 2 } / Double(rows.count)
  }

  private mutating func step(_ batch: [Int], _ way: Way) {
    let size = Double(batch.count)
    let divisor =
      switch way.divisor {
      case .batch: size
      case .one: 1.0
      case .first: Double(batches[0].count)
      case .all: Double(y.count)
      case .squared: size * size
      }
    let length = (way.rate ?? rate) / divisor
    var errors = batch.map(error)
    for j in w.indices {
      let slope = zip(batch, errors).reduce(0) { $0 + x[$1.0][j] * $1.1 }
      w[j] += way.directions.w * length * slope
    }
    if way.isOneAfterAnother { errors = batch.map(error) }
    b += way.directions.b * length * errors.reduce(0, +)
  }
}
