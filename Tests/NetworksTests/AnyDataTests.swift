import Datasets
import Networks
import Tensors
import Testing

/// A training by PyTorch on a small table.
struct AnyDataRun: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let x: GoldenTensor
  let y: GoldenTensor?
  let labels: [Int]?
  let batch: Int
  let lr: Float
  /// The number of examples at the beginning that are the test set.
  let tests: Int
  let start: [GoldenTensor]
  let losses: [Double]
  let testLosses: [Double]
  let correct: [Int]
  let end: [GoldenTensor]

  var testDescription: String { name }

  static func all() throws -> [AnyDataRun] {
    struct File: Decodable { let runs: [AnyDataRun] }
    return try golden(File.self, "any_data.json").runs
  }

  /// Trains as PyTorch did and compares every number.
  func repeats<L: Loss>(
    _ model: inout some Layer, on batches: Batches<L.Targets>,
    testedOn tests: Batches<L.Targets>, loss: L
  ) {
    model.parameters = start.map { transposed($0).trackingGradients() }
    var optimizer = SGD(model.parameters, learningRate: lr)
    let reports = train(
      &model, on: batches, testedOn: tests, epochs: losses.count, loss: loss,
      optimizer: &optimizer)
    // The sum of PyTorch is over all elements of a batch of all examples.
    let scale = name == "mse sum" ? Double(x.shape[0]) : 1
    #expect(
      isClose(reports.map(\.loss), losses.map { $0 / scale }, tolerance: 1e-5))
    let found = reports.compactMap(\.testLoss)
    let testScale = name == "mse sum" ? Double(self.tests) : 1
    #expect(
      isClose(found, testLosses.map { $0 / testScale }, tolerance: 1e-5))
    for (parameter, expected) in zip(model.parameters, end) {
      #expect(parameter.isClose(to: transposed(expected), tolerance: 1e-5))
    }
  }
}

/// PyTorch keeps a layer's weight as `[q, d]`.
private func transposed(_ parameter: GoldenTensor) -> Tensor {
  parameter.shape.count == 2
    ? parameter.tensor.transposed() : parameter.tensor
}

@Test(arguments: try AnyDataRun.all().filter { $0.y != nil })
func aRegressionTrainsLikePyTorch(_ run: AnyDataRun) throws {
  let (x, y) = (run.x.tensor, try #require(run.y).tensor)
  var model = Linear(3, 2)
  let batches = Batches(x, y, batchSize: run.batch)
  let tests = Batches(x[..<run.tests], y[..<run.tests], batchSize: 2)
  func repeats(_ loss: some Loss<Tensor>) {
    run.repeats(&model, on: batches, testedOn: tests, loss: loss)
  }
  switch run.name {
  case "mse": repeats(MeanSquaredError())
  case "mse sum": repeats(MeanSquaredError(reduction: .sum))
  case "l1": repeats(L1Loss())
  case "huber": repeats(HuberLoss(delta: 0.5))
  default: Issue.record("no such loss: \(run.name)")
  }
}

@Test func aClassifierOfAnyDataTrainsLikePyTorch() throws {
  let run = try #require(try AnyDataRun.all().first { $0.labels != nil })
  let (x, labels) = (run.x.tensor, run.labels ?? [])
  let batches = MiniBatches(x, labels, batchSize: run.batch)
  let tests = MiniBatches(
    x[..<run.tests], Array(labels[..<run.tests]), batchSize: 3)
  var model = Sequential {
    Flatten()
    Linear(4, 6)
    ReLU()
    Linear(6, 3)
  }
  run.repeats(&model, on: batches, testedOn: tests, loss: CrossEntropyLoss())
  let predictions = predict(model, on: batches)
  let hits = zip(predictions, labels).count { $0 == $1 }
  #expect(predictions == model(x).argmax(axis: 1))
  #expect(evaluateAccuracy(model, on: batches) == Float(hits) / 20)
}

@Test func aRegressionHasNoAccuracy() {
  let x = Tensor([[1], [2], [3]])
  let batches = Batches(x, 2 * x, batchSize: 2)
  var model = Linear(1, 1)
  var optimizer = SGD(model.parameters, learningRate: 0)
  let report = train(
    &model, on: batches, testedOn: batches, epochs: 1,
    loss: MeanSquaredError(), optimizer: &optimizer)[0]
  // The squares of 2, 4 and 6 add up to 56.
  #expect(report.training.correct == nil)
  #expect(report.trainAccuracy.isNaN && report.loss == Float(56) / 3)
  #expect("\(report)" == "epoch 1: loss 18.666666, test loss 18.666666")
}

/// With one class there is nothing to learn, and nothing to fail at.
@Test func oneClassIsLearned() {
  let batches = MiniBatches(Tensor([[1], [2]]), [0, 0], batchSize: 2)
  for classes in 1...2 {
    var model = Linear(1, classes)
    var optimizer = SGD(model.parameters, learningRate: 0.1)
    let reports = train(
      &model, on: batches, epochs: 3, optimizer: &optimizer)
    #expect(reports.last?.trainAccuracy == 1)
    #expect(reports.allSatisfy { $0.loss.isFinite })
    #expect(evaluateAccuracy(model, on: batches) == 1)
  }
}

/// A loss that a learner may write: −1 for the label's own score.
private struct NegativeScore: Loss {
  func each(_ outputs: Tensor, _ labels: [Int]) -> Tensor {
    -outputs.picking(labels)
  }

  func divisor(_ labels: [Int]) -> Float { Float(labels.count) }
}

@Test func anyLossIsMinimized() {
  var model = Linear(1, 2)
  var optimizer = SGD(model.parameters, learningRate: 0.5)
  let batches = MiniBatches(Tensor([[1], [3]]), [0, 1], batchSize: 2)
  let reports = train(
    &model, on: batches, epochs: 1, loss: NegativeScore(),
    optimizer: &optimizer)
  #expect(model.weight == Tensor([[0.25, 0.75]]))
  #expect(model.bias == Tensor([0.25, 0.25]))
  #expect(reports[0].training == Tally(loss: 0, correct: 1, count: 2))
}
