public import Datasets
public import Tensors

/// Trains a classifier.
///
/// For each batch, computes the loss and its gradient and takes a step of the
/// optimizer.
///
/// ```swift
/// let data = FashionMNIST(images: [0, 255], labels: [0, 1], rows: 1, columns: 1)
/// var model = Sequential { Flatten(); Linear(1, 2) }
/// var optimizer = SGD(model.parameters, learningRate: 1)
/// let reports = train(
///   &model, on: MiniBatches(data, batchSize: 2), epochs: 10,
///   optimizer: &optimizer)
/// print(reports[9].trainAccuracy)  // prints 1.0
/// ```
///
/// Each batch is split into two halves, for two threads if the machine has
/// them. With one thread, the halves and the order in which they are added are
/// the same, so the result is the same to the last bit. `isCancelled` is called
/// before each batch; if it returns true, training stops and returns the
/// completed epochs. `epochs` must not be negative, and there must be at least
/// one example.
@discardableResult
public func train<Model: Layer>(
  _ model: inout Model, on batches: MiniBatches,
  testedOn tests: MiniBatches? = nil, epochs: Int,
  loss: CrossEntropyLoss = CrossEntropyLoss(), optimizer: inout SGD,
  report: (TrainingEvent) -> Void = { _ in },
  isCancelled: () -> Bool = { Task.isCancelled }
) -> [EpochReport] {
  train(
    &model, on: { batches }, testedOn: tests, epochs: epochs, loss: loss,
    optimizer: &optimizer, report: report, isCancelled: isCancelled)
}

/// Trains a classifier on batches in a new order each epoch, drawn from
/// `generator`.
///
/// ```swift
/// let data = FashionMNIST(images: [0, 255], labels: [0, 1], rows: 1, columns: 1)
/// var generator = SeededGenerator(seed: 1)
/// var model = Sequential { Flatten(); Linear(1, 2) }
/// var optimizer = SGD(model.parameters, learningRate: 1)
/// let reports = train(
///   &model, on: MiniBatches(data, batchSize: 1), shuffledBy: &generator,
///   epochs: 10, optimizer: &optimizer)
/// print(reports.count)  // prints 10
/// ```
@discardableResult
public func train<Model: Layer>(
  _ model: inout Model, on batches: MiniBatches,
  shuffledBy generator: inout SeededGenerator,
  testedOn tests: MiniBatches? = nil, epochs: Int,
  loss: CrossEntropyLoss = CrossEntropyLoss(), optimizer: inout SGD,
  report: (TrainingEvent) -> Void = { _ in },
  isCancelled: () -> Bool = { Task.isCancelled }
) -> [EpochReport] {
  train(
    &model, on: { batches.shuffled(using: &generator) }, testedOn: tests,
    epochs: epochs, loss: loss, optimizer: &optimizer,
    report: report, isCancelled: isCancelled)
}

private func train<Model: Layer>(
  _ model: inout Model, on batches: () -> MiniBatches,
  testedOn tests: MiniBatches?, epochs: Int, loss: CrossEntropyLoss,
  optimizer: inout SGD, report: (TrainingEvent) -> Void,
  isCancelled: () -> Bool
) -> [EpochReport] {
  guard epochs >= 0 else {
    stop("train", "\(epochs) epochs", "the number must not be negative")
  }
  // Copies of the model that the caller holds must not receive gradients.
  model.separateParameters()
  let worker = Worker { (half: Half<Model>) in half.learn() }
  var reports: [EpochReport] = []
  for epoch in 1..<epochs + 1 {
    let start = ContinuousClock.now
    let batches = batches()
    requireExamples("train", batches.exampleCount)
    var tally = Tally()
    for i in 0..<batches.count {
      if isCancelled() { return reports }
      tally = tally + learn(&model, batches, i, loss, worker)
      optimizer.step(&model.parameters)
      model.clearGradients()
      report(
        .batch(
          BatchReport(
            epoch: epoch, batch: i + 1, batchCount: batches.count,
            tally: tally)))
    }
    let epochReport = EpochReport(
      epoch: epoch, training: tally, test: tests.map { score(model, on: $0) },
      seconds: (ContinuousClock.now - start) / .seconds(1))
    report(.epoch(epochReport))
    reports.append(epochReport)
  }
  return reports
}

/// Adds the gradient of batch `i` to the parameters' gradients.
private func learn<Model: Layer>(
  _ model: inout Model, _ batches: MiniBatches, _ i: Int,
  _ loss: CrossEntropyLoss, _ worker: Worker<Half<Model>, Tally>
) -> Tally {
  let range = batches.range(ofBatch: i)
  let middle = (range.lowerBound + range.upperBound) / 2
  let divisor = loss.divisor(batches.labels(range))
  func half(_ part: Range<Int>) -> Half<Model> {
    Half(
      model: model, batches: batches, range: part, loss: loss, divisor: divisor)
  }
  worker.begin(half(middle..<range.upperBound))
  let first = half(range.lowerBound..<middle).learn()
  return first + worker.finish()
}

/// Half a batch, with everything needed to learn from it.
private struct Half<Model: Layer>: Sendable {
  let model: Model
  let batches: MiniBatches
  let range: Range<Int>
  let loss: CrossEntropyLoss
  let divisor: Float

  /// Adds this half's share of the gradient to the parameters' gradients.
  func learn() -> Tally {
    let (x, y) = batches.examples(range)
    let logits = model(x)
    let total = loss.each(logits, y).sum()
    (total / divisor).backward()
    return Tally(
      loss: Double(total.item), correct: countMatches(logits, y),
      count: y.count)
  }
}
