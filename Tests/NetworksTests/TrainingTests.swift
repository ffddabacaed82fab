import Datasets
import Foundation
import Networks
import Tensors
import Testing

struct TrainingFile: Decodable {
  struct Run: Decodable {
    struct Epoch: Decodable {
      let meanTrainLoss: Double
      let trainCorrect: Int
      let testCorrect: Int
    }
    let batch: Int
    let lr: Float
    let epochs: [Epoch]
    let finalB: [Double]
    let finalWAbsSum: Double
    let finalWRow300: [Double]
  }
  let full: [Run]
  let prefix60001000: [Run]
}

private let sample = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Data/fashion-mnist-sample")
  .path()

private let systemFolder = "/usr/share/datasets/fashion-mnist"

@Test func trainsOnTheSampleLikePyTorch() throws {
  let file = try golden(TrainingFile.self, "training.json")
  for run in file.prefix60001000 { try repeats(run, on: sample) }
}

@Test(.enabled(if: FileManager.default.fileExists(atPath: systemFolder)))
func trainsOnTheWholeLikePyTorch() throws {
  let file = try golden(TrainingFile.self, "training.json")
  try repeats(file.full[0], on: systemFolder)
}

/// Zero weights and the order of the files: no random number takes part.
private func repeats(_ run: TrainingFile.Run, on folder: String) throws {
  var model = classifier()
  var optimizer = SGD(model.parameters, learningRate: run.lr)
  let batches = MiniBatches(
    try FashionMNIST(.train, in: folder), batchSize: run.batch)
  let tests = MiniBatches(
    try FashionMNIST(.test, in: folder), batchSize: run.batch)
  let reports = train(
    &model, on: batches, testedOn: tests, epochs: run.epochs.count,
    optimizer: &optimizer)
  #expect(reports.map(\.training.correct) == run.epochs.map(\.trainCorrect))
  #expect(reports.map(\.test?.correct) == run.epochs.map(\.testCorrect))
  #expect(
    isClose(
      reports.map(\.loss), run.epochs.map(\.meanTrainLoss), tolerance: 1e-5))
  let (weight, bias) = (model.parameters[0], model.parameters[1])
  #expect(isClose(bias.values, run.finalB, tolerance: 1e-5))
  #expect(
    isClose(weight.row(300).values, run.finalWRow300, tolerance: 1e-5))
  #expect(
    isClose(
      [weight.absolute().sum().item], [run.finalWAbsSum], tolerance: 1e-5))
  #expect(
    evaluateAccuracy(model, on: tests)
      == Float(run.epochs[run.epochs.count - 1].testCorrect)
      / Float(tests.exampleCount))
}

private func classifier() -> Sequential {
  Sequential {
    Flatten()
    Linear(784, 10)
  }
}

/// One after another, and several at once on fewer threads than they want.
@Test func theSameSeedGivesTheSameBits() async throws {
  let data = try FashionMNIST(.train, in: sample)
  @Sendable func parameters() -> [Tensor] {
    var generator = SeededGenerator(seed: 9)
    var model = classifier()
    model.initialize(
      weights: .normal(standardDeviation: 0.01), using: &generator)
    var optimizer = SGD(model.parameters, learningRate: 0.1, momentum: 0.5)
    train(
      &model, on: MiniBatches(data, batchSize: 100), shuffledBy: &generator,
      epochs: 2, optimizer: &optimizer)
    return model.parameters
  }
  let first = parameters()
  for _ in 0..<3 { #expect(parameters() == first) }
  await withTaskGroup { group in
    for _ in 0..<8 { group.addTask { parameters() } }
    for await other in group { #expect(other == first) }
  }
}

/// The halves of a batch and the batch itself have one gradient.
@Test func aStepInHalvesIsAStep() throws {
  let data = try FashionMNIST(.train, in: sample)
  for size in [1, 2, 5] {
    let batches = MiniBatches(data, batchSize: size, order: Array(0..<size))
    let loss = CrossEntropyLoss(ignoredIndex: 9, labelSmoothing: 0.1)
    var model = classifier()
    var optimizer = SGD(model.parameters, learningRate: 0.1)
    train(&model, on: batches, epochs: 2, loss: loss, optimizer: &optimizer)

    var other = classifier()
    var otherOptimizer = SGD(other.parameters, learningRate: 0.1)
    for _ in 0..<2 {
      for (x, y) in batches where y != [9] {
        loss(other(x), y).backward()
        otherOptimizer.step(&other.parameters)
        other.clearGradients()
      }
    }
    if size > 1 {
      for (a, b) in zip(model.parameters, other.parameters) {
        #expect(a.isClose(to: b, tolerance: 1e-6))
      }
    }
  }
}

@Test func theTrainingTellsHowItGoes() throws {
  let data = try FashionMNIST(.train, in: sample)
  let batches = MiniBatches(data, batchSize: 4, order: Array(0..<10))
  var model = classifier()
  var optimizer = SGD(model.parameters, learningRate: 0.1)
  var seen: [String] = []
  train(
    &model, on: batches, testedOn: batches, epochs: 2, optimizer: &optimizer
  ) { event in
    switch event {
    case .batch(let batch):
      seen.append("\(batch.epoch).\(batch.batch)/\(batch.batchCount)")
      #expect(batch.tally.count == min(batch.batch * 4, 10))
    case .epoch(let epoch):
      seen.append("\(epoch.epoch): \(epoch.test?.count ?? 0)")
    }
  }
  #expect(
    seen == [
      "1.1/3", "1.2/3", "1.3/3", "1: 10", "2.1/3", "2.2/3", "2.3/3", "2: 10",
    ])
}

@Test func aTrainingCanBeCancelled() throws {
  let data = try FashionMNIST(.train, in: sample)
  let batches = MiniBatches(data, batchSize: 5, order: Array(0..<10))
  var model = classifier()
  var optimizer = SGD(model.parameters, learningRate: 0.1)
  var count = 0
  let reports = train(
    &model, on: batches, epochs: 100, optimizer: &optimizer,
    report: { _ in count += 1 }, isCancelled: { count >= 4 })
  #expect(count == 4)
  #expect(reports.map(\.epoch) == [1])
}

@Test func predictionsKeepTheOrder() throws {
  let data = try FashionMNIST(.test, in: sample)
  var generator = SeededGenerator(seed: 2)
  var model = classifier()
  model.initialize(weights: .normal(standardDeviation: 1), using: &generator)
  let all = predict(model, on: MiniBatches(data, batchSize: 300))
  #expect(all == predict(model, on: MiniBatches(data, batchSize: 1_000)))
  let reversed = MiniBatches(
    data, batchSize: 64, order: Array((0..<1_000).reversed()))
  #expect(predict(model, on: reversed) == all.reversed())
  let hits = zip(all, data.labels).count { $0 == Int($1) }
  #expect(evaluateAccuracy(model, on: reversed) == Float(hits) / 1_000)
}
