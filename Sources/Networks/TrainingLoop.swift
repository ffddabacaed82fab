import Datasets
import Tensors

/// Trains on the batches that the closure returns for each epoch.
func train<Model: Layer, L: Loss>(
  _ model: inout Model, on batches: () -> Batches<L.Targets>,
  testedOn tests: Batches<L.Targets>?, epochs: Int, loss: L,
  optimizer: inout SGD, report: (TrainingEvent) -> Void,
  isCancelled: () -> Bool
) -> [EpochReport] {
  guard epochs >= 0 else {
    stop("train", "\(epochs) epochs", "the number must not be negative")
  }
  // Copies of the model that the caller holds must not receive gradients.
  model.separateParameters()
  let worker = Worker { (half: Half<Model, L>) in half.learn() }
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
      epoch: epoch, training: tally,
      test: tests.map { score(model, on: $0, loss) },
      seconds: (ContinuousClock.now - start) / .seconds(1))
    report(.epoch(epochReport))
    reports.append(epochReport)
  }
  return reports
}

/// Adds the gradient of batch `i` to the parameters' gradients.
private func learn<Model: Layer, L: Loss>(
  _ model: inout Model, _ batches: Batches<L.Targets>, _ i: Int, _ loss: L,
  _ worker: Worker<Half<Model, L>, Tally>
) -> Tally {
  let range = batches.range(ofBatch: i)
  let middle = (range.lowerBound + range.upperBound) / 2
  let divisor = loss.divisor(batches.targets(range))
  func half(_ part: Range<Int>) -> Half<Model, L> {
    Half(
      model: model, batches: batches, range: part, loss: loss, divisor: divisor)
  }
  worker.begin(half(middle..<range.upperBound))
  let first = half(range.lowerBound..<middle).learn()
  return first + worker.finish()
}

/// Half a batch, with everything needed to compute its gradient.
private struct Half<Model: Layer, L: Loss>: Sendable {
  let model: Model
  let batches: Batches<L.Targets>
  let range: Range<Int>
  let loss: L
  let divisor: Float

  /// Adds this half's share of the gradient to the parameters' gradients.
  func learn() -> Tally {
    let (x, y) = batches.examples(range)
    let outputs = model(x)
    let losses = loss.each(outputs, y)
    (losses.sum() / divisor).backward()
    return loss.tally(outputs, y, losses: losses)
  }
}
