internal import Checks
package import Datasets
package import Tensors
package import Wire

/// An epoch small enough to be computed number by number in Double.
package struct TinyEpoch {
  /// How to run the epoch: correctly, or with a mistake.
  package struct Way: Sendable {
    package enum Divisor: Sendable {
      case batch, one, size, all, squared
      case literal(Double)
    }
    package enum Average: Sendable {
      case ofExamples, ofBatches, ofLastBatch, none
    }
    /// When a batch is measured: before or after its step, or after the last.
    package enum Measured: Sendable { case before, after, atEnd }

    package var divisor: Divisor
    package var gradient: ScratchModel.Gradient
    package var lossTakesProbabilities: Bool

    /// The signs of the steps of the weights and the biases.
    package var directions: (w: Double, b: Double)

    /// The learning rates, if not the one asked for.
    package var rates: (w: Double?, b: Double?)

    /// Whether the biases' gradient is divided once more.
    package var dividesBiasesTwice: Bool

    /// How many batches make a step.
    package var steps: Int
    package var accumulatesGradients: Bool

    /// Which parameters start again from the first ones in every batch: before
    /// they are measured, or only where they make their step.
    package var startsAnew: (w: Bool, b: Bool)
    package var measuresAnew: Bool
    package var average: Average
    package var measured: Measured
    package var dropsShortBatches: Bool

    package init(
      divisor: Divisor = .batch, gradient: ScratchModel.Gradient = .right,
      lossTakesProbabilities: Bool = false,
      directions: (w: Double, b: Double) = (-1, -1),
      rates: (w: Double?, b: Double?) = (nil, nil),
      dividesBiasesTwice: Bool = false, steps: Int = .max,
      accumulatesGradients: Bool = false,
      startsAnew: (w: Bool, b: Bool) = (false, false),
      measuresAnew: Bool = true,
      average: Average = .ofExamples, measured: Measured = .before,
      dropsShortBatches: Bool = false
    ) {
      self.divisor = divisor
      self.gradient = gradient
      self.lossTakesProbabilities = lossTakesProbabilities
      self.directions = directions
      self.rates = rates
      self.dividesBiasesTwice = dividesBiasesTwice
      self.steps = steps
      self.accumulatesGradients = accumulatesGradients
      self.startsAnew = startsAnew
      self.measuresAnew = measuresAnew
      self.average = average
      self.measured = measured
      self.dropsShortBatches = dropsShortBatches
    }
  }

  package let data: FashionMNIST
  package let size: Int
  package let order: [Int]
  package let w: Tensor
  package let b: Tensor
  package let learningRate: Float

  package init(
    data: FashionMNIST, size: Int, order: [Int], w: Tensor, b: Tensor,
    learningRate: Float
  ) {
    self.data = data
    self.size = size
    self.order = order
    self.w = w
    self.b = b
    self.learningRate = learningRate
  }

  /// The weights, biases, loss and accuracy at the end.
  package func run(_ way: Way = Way()) -> WireValue {
    let start = ScratchModel(w, b)
    var current = start
    var slope = ScratchModel()
    var measured: [(loss: Double, right: Int, count: Int)] = []
    func measure(_ batch: ArraySlice<Int>) {
      measured.append(
        current.measure(
          data, batch, softmaxTwice: way.lossTakesProbabilities))
    }
    func startAnew() {
      if way.startsAnew.w { current.w = start.w }
      if way.startsAnew.b { current.b = start.b }
    }
    let batches = stride(from: 0, to: order.count, by: size).map {
      order[$0..<min($0 + size, order.count)]
    }.filter { $0.count == size || !way.dropsShortBatches }
    for (number, batch) in batches.enumerated() {
      if way.measuresAnew { startAnew() }
      if way.measured == .before { measure(batch) }
      if !way.accumulatesGradients { slope = ScratchModel() }
      let n = Double(batch.count)
      let divisor =
        switch way.divisor {
        case .batch: n
        case .one: 1.0
        case .size: Double(size)
        case .all: Double(order.count)
        case .squared: n * n
        case .literal(let number): number
        }
      slope.add(current.slope(data, batch, way.gradient), times: 1 / divisor)
      let (w, b) = way.directions
      let rate = Double(learningRate)
      if !way.measuresAnew { startAnew() }
      if number < way.steps {
        current.add(
          slope, times: w * (way.rates.w ?? rate),
          biasesTimes: b * (way.rates.b ?? rate)
            / (way.dividesBiasesTwice ? n : 1))
      }
      if way.measured == .after { measure(batch) }
    }
    if way.measured == .atEnd { batches.forEach(measure) }
    let means = measured.map {
      (
        loss: $0.loss / Double($0.count),
        accuracy: Double($0.right) / Double($0.count)
      )
    }
    let total = measured.reduce((loss: 0.0, right: 0.0, count: 0.0)) {
      (
        $0.loss + $1.loss, $0.right + Double($1.right),
        $0.count + Double($1.count)
      )
    }
    let (loss, accuracy) =
      switch way.average {
      case .ofExamples:
        (total.loss / total.count, total.right / total.count)
      case .ofBatches:
        (
          means.reduce(0) { $0 + $1.loss } / Double(means.count),
          means.reduce(0) { $0 + $1.accuracy } / Double(means.count)
        )
      case .ofLastBatch: (means.last?.loss ?? 0, means.last?.accuracy ?? 0)
      case .none: (total.loss, total.right)
      }
    return .list([
      .tensor(Tensor(current.w.map(Float.init), shape: [784, 10])),
      .tensor(Tensor(current.b.map(Float.init))),
      .float(Float(loss)), .float(Float(accuracy)),
    ])
  }
}
