internal import Datasets
internal import Tensors
internal import Wire

/// An epoch small enough to be computed number by number, in Double.
struct TinyEpoch {
  /// How the epoch is gone through: correctly, or with a mistake.
  struct Way: Sendable {
    enum Divisor: Sendable { case batch, one, size, all, squared }
    enum Average: Sendable { case ofExamples, ofBatches, ofLastBatch, none }

    var divisor = Divisor.batch
    var gradient = ScratchModel.Gradient.right
    var lossTakesProbabilities = false
    var direction = -1.0
    var accumulatesGradients = false
    var updatesW = true
    var updatesB = true
    var startsAnew = false
    var average = Average.ofExamples
    var measuresAfter = false
  }

  let data: FashionMNIST
  let size: Int
  let order: [Int]
  let w: Tensor
  let b: Tensor
  let learningRate: Float

  /// The weights, biases, loss and accuracy at the end.
  func run(_ way: Way = Way()) -> WireValue {
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
