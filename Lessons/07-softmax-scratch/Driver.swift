import Datasets
import Exercise07
import Tensors
import Wire
import Workbench

// The learner's functions as the trusted process calls them. Batches cross as
// bytes, labels, size and order; tuples as lists. No test image comes here.

serve([
  expose("initialParameters(seed:)") { @Sendable (seed: UInt64) in
    initialParameters(seed: seed)
  },
  expose("model(_:_:_:)") { @Sendable (x: Tensor, w: Tensor, b: Tensor) in
    model(x, w, b)
  },
  expose("trainEpoch(_:_:_:learningRate:)") {
    @Sendable (
      images: [UInt8], labels: [UInt8], size: Int, order: [Int],
      w: Tensor, b: Tensor, learningRate: Float
    ) in
    let data = FashionMNIST(images: images, labels: labels)
    let batches = MiniBatches(data, batchSize: size, order: order)
    let result = trainEpoch(batches, w, b, learningRate: learningRate)
    return WireValue.list([
      .tensor(result.w), .tensor(result.b), .float(result.loss),
      .float(result.accuracy),
    ])
  },
  expose("evaluateAccuracy(_:_:_:)") {
    @Sendable (
      images: [UInt8], labels: [UInt8], size: Int, order: [Int],
      w: Tensor, b: Tensor
    ) in
    let data = FashionMNIST(images: images, labels: labels)
    let batches = MiniBatches(data, batchSize: size, order: order)
    return evaluateAccuracy(batches, w, b)
  },
  expose("moments", moments),
  expose("train", reporting: train),
  expose("laboratory", reporting: laboratory),
])

/// The mean, the standard deviation and the largest magnitude of the weights
/// for so many seeds.
@Sendable
private func moments(seed: UInt64, count: Int) -> Tensor {
  let w = (0..<UInt64(count)).flatMap { number in
    initialParameters(seed: seed &+ number).first?.values ?? []
  }
  let mean = w.reduce(0) { $0 + Double($1) } / Double(w.count)
  let variance =
    w.reduce(0) { sum, weight in
      sum + (Double(weight) - mean) * (Double(weight) - mean)
    } / Double(w.count)
  let largest = w.reduce(0) { max($0, $1.magnitude) }
  return Tensor([Float(mean), Float(variance.squareRoot()), largest])
}

/// Trains with the learner's functions on batches shuffled anew each epoch.
///
/// Events "batch" say how far an epoch is. After every epoch an event "epoch"
/// says its number, loss and accuracy as the learner's code has them, and the
/// weights and biases. The result is the last of these.
@Sendable
private func train(
  _ report: Reporter, images: [UInt8], labels: [UInt8], epochs: Int,
  batchSize: Int, learningRate: Float, seed: UInt64
) throws -> WireValue {
  try train(
    report, FashionMNIST(images: images, labels: labels), epochs: epochs,
    batchSize: batchSize, learningRate: learningRate, seed: seed)
}

/// The same, but the first epoch goes to the learner's function a batch at a
/// time, so that the loss of each can be told.
@Sendable
private func laboratory(
  _ report: Reporter, images: [UInt8], labels: [UInt8], epochs: Int,
  batchSize: Int, learningRate: Float, seed: UInt64
) throws -> WireValue {
  try train(
    report, FashionMNIST(images: images, labels: labels), epochs: epochs,
    batchSize: batchSize, learningRate: learningRate, seed: seed,
    first: { batches, w, b in
      var (w, b, loss, accuracy) = (w, b, Float(0), Float(0))
      for i in 0..<batches.count {
        let (x, y) = batches[i]
        let batch = MiniBatches(x, y, batchSize: y.count)
        let result = trainEpoch(batch, w, b, learningRate: learningRate)
        (w, b) = (result.w.detached(), result.b.detached())
        let share = Float(y.count) / Float(batches.exampleCount)
        loss += result.loss * share
        accuracy += result.accuracy * share
        report.batch(i + 1, of: batches.count, loss: result.loss)
      }
      return (w, b, loss, accuracy)
    })
}

private func train(
  _ report: Reporter, _ data: FashionMNIST, epochs: Int, batchSize: Int,
  learningRate: Float, seed: UInt64,
  first: (
    (MiniBatches, Tensor, Tensor) -> (
      w: Tensor, b: Tensor, loss: Float, accuracy: Float
    )
  )? = nil
) throws -> WireValue {
  let parameters = initialParameters(seed: seed)
  guard parameters.count == 2 else {
    throw Misfit("initialParameters gave \(parameters.count) tensors, not 2")
  }
  // Whether they track gradients is left to the learner.
  var (w, b) = (parameters[0].detached(), parameters[1].detached())
  var generator = SeededGenerator(seed: seed)
  for epoch in 1...epochs {
    let batches = MiniBatches(
      data, batchSize: batchSize, shuffledBy: &generator)
    let result =
      if epoch == 1, let first {
        first(batches, w, b)
      } else {
        trainEpoch(
          batches.telling { report.batch($0, of: $1) }, w, b,
          learningRate: learningRate)
      }
    (w, b) = (result.w.detached(), result.b.detached())
    report(
      "epoch",
      WireValue.list([
        .integer(epoch), .float(result.loss), .float(result.accuracy),
        .list([.tensor(w), .tensor(b)]),
      ]))
  }
  return .list([.tensor(w), .tensor(b)])
}

/// What does not fit together, in words.
private struct Misfit: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
