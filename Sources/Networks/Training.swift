public import Datasets
import Tensors

/// How an epoch went.
public struct EpochReport: Sendable, Equatable {
  /// 1 for the first.
  public let epoch: Int
  /// The mean loss of the training examples, while they trained.
  public let loss: Float
  /// How many training examples were classified rightly, while they trained.
  public let trainCorrect: Int
  /// The number of training examples.
  public let trainCount: Int
  /// How many test examples were classified rightly after the epoch.
  public let testCorrect: Int?
  /// The number of test examples.
  public let testCount: Int

  /// The part of training examples classified rightly.
  public var trainAccuracy: Float { Float(trainCorrect) / Float(trainCount) }

  /// The part of test examples classified rightly.
  public var testAccuracy: Float? {
    testCorrect.map { Float($0) / Float(testCount) }
  }
}

/// Trains a classifier on batches that a function gives for each epoch.
@discardableResult
public func train(
  _ model: inout Sequential, epochs: Int, optimizer: inout SGD,
  evaluatingOn test: MiniBatches? = nil,
  report: (EpochReport) -> Void = { _ in },
  on batches: (_ epoch: Int) -> MiniBatches
) -> [EpochReport] {
  let criterion = CrossEntropyLoss(reduction: .none)
  var reports: [EpochReport] = []
  for epoch in 1...max(epochs, 1) where epochs > 0 {
    var (loss, correct, count) = (0.0, 0, 0)
    for (x, y) in batches(epoch) {
      let logits = model(x)
      let losses = criterion(logits, y)
      losses.mean().backward()
      optimizer.step(&model.parameters)
      model.clearGradients()
      loss += Double(losses.sum().item)
      correct += zip(logits.argmax(axis: 1), y).count { $0 == $1 }
      count += y.count
    }
    let epochReport = EpochReport(
      epoch: epoch, loss: Float(loss / Double(count)), trainCorrect: correct,
      trainCount: count, testCorrect: test.map { countCorrect(model, on: $0) },
      testCount: test?.exampleCount ?? 0)
    report(epochReport)
    reports.append(epochReport)
  }
  return reports
}

/// The part of the examples that a classifier gets right.
public func evaluateAccuracy(
  _ model: some Layer, on batches: MiniBatches
) -> Float {
  Float(countCorrect(model, on: batches)) / Float(batches.exampleCount)
}

/// The class of the largest output for each example.
public func predict(_ model: some Layer, on batches: MiniBatches) -> [Int] {
  withoutGradients { batches.flatMap { model($0.x).argmax(axis: 1) } }
}

func countCorrect(_ model: some Layer, on batches: MiniBatches) -> Int {
  withoutGradients {
    batches.reduce(0) { total, batch in
      total
        + zip(model(batch.x).argmax(axis: 1), batch.y).count { $0 == $1 }
    }
  }
}
