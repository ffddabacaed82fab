internal import Checks
package import Datasets
package import Tensors
package import Wire

/// An epoch small enough to be computed number by number in Double.
package struct TinyEpoch {
  /// How to run the epoch: correctly, or with a mistake.
  package struct Way: Sendable {
    package enum Divisor: Sendable { case batch, one, size, all, squared }
    package enum Average: Sendable {
      case ofExamples, ofBatches, ofLastBatch, none
    }

    package var divisor: Divisor
    package var gradient: ScratchModel.Gradient
    package var lossTakesProbabilities: Bool
    package var direction: Double
    package var accumulatesGradients: Bool
    package var updatesW: Bool
    package var updatesB: Bool
    package var startsAnew: Bool
    package var average: Average
    package var measuresAfter: Bool

    package init(
      divisor: Divisor = .batch, gradient: ScratchModel.Gradient = .right,
      lossTakesProbabilities: Bool = false, direction: Double = -1,
      accumulatesGradients: Bool = false, updatesW: Bool = true,
      updatesB: Bool = true, startsAnew: Bool = false,
      average: Average = .ofExamples, measuresAfter: Bool = false
    ) {
      self.divisor = divisor
      self.gradient = gradient
      self.lossTakesProbabilities = lossTakesProbabilities
      self.direction = direction
      self.accumulatesGradients = accumulatesGradients
      self.updatesW = updatesW
      self.updatesB = updatesB
      self.startsAnew = startsAnew
      self.average = average
      self.measuresAfter = measuresAfter
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
    for first in stride(from: 0, to: order.count, by: size) {
      let batch = order[first..<min(first + size, order.count)]
      if way.startsAnew { current = start }
      let measure = {
        current.measure(
          data, batch, softmaxTwice: way.lossTakesProbabilities)
      }
      if !way.measuresAfter { measured.append(measure()) }
      if !way.accumulatesGradients { slope = ScratchModel() }
      let n = Double(batch.count)
      let divisor =
        switch way.divisor {
        case .batch: n
        case .one: 1.0
        case .size: Double(size)
        case .all: Double(order.count)
        case .squared: n * n
        }
      slope.add(current.slope(data, batch, way.gradient), times: 1 / divisor)
      let step = way.direction * Double(learningRate)
      current.add(
        slope, times: step, weights: way.updatesW, biases: way.updatesB)
      if way.measuresAfter { measured.append(measure()) }
    }
    let means = measured.map {
      (
        loss: $0.loss / Double($0.count),
        accuracy: Double($0.right) / Double($0.count)
      )
    }
    let total = measured.reduce((loss: 0.0, right: 0.0)) {
      ($0.loss + $1.loss, $0.right + Double($1.right))
    }
    let (loss, accuracy) =
      switch way.average {
      case .ofExamples:
        (total.loss / Double(order.count), total.right / Double(order.count))
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
