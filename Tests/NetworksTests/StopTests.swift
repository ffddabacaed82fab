import Datasets
import Networks
import Tensors
import Testing

/// Each mistake stops the process and names operation, values and rule.
@Suite struct Stops {
  @Test func negativeLearningRate() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = SGD([], learningRate: -0.1) }
    expect(result, "SGD: learning rate -0.1, it must not be negative")
  }

  @Test func nesterovWithoutMomentum() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = SGD([], learningRate: 0.1, nesterov: true) }
    expect(result, "SGD: momentum 0.0")
  }

  @Test func parametersOfAnotherModel() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var model = Linear(2, 1)
      var optimizer = SGD([Tensor([1])], learningRate: 0.1)
      optimizer.step(&model.parameters)
    }
    expect(result, "step: shapes [[2, 1], [1]] and [[1]]")
  }

  @Test func labelOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = CrossEntropyLoss()(Tensor([[1, 2, 3]]), [3]) }
    expect(result, "label 3 of row 0 and shape [1, 3]", "0..<3")
  }

  @Test func predictionsOfAnotherShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = MeanSquaredError()(Tensor([1, 2]), Tensor([[1], [2]])) }
    expect(result, "MeanSquaredError: shapes [2] and [2, 1]")
  }

  @Test func deltaZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = HuberLoss(delta: 0) }
    expect(result, "HuberLoss: delta 0.0")
  }

  @Test func inputOfAnotherWidth() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { _ = Linear(3, 2)(Tensor([[1, 2]])) }
    expect(result, "matmul: shapes [1, 2] and [3, 2] do not multiply")
  }

  @Test func lossOfAnEmptyBatch() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = CrossEntropyLoss()(Tensor.zeros(shape: [0, 3]), [])
    }
    expect(result, "CrossEntropyLoss: an empty batch")
  }

  @Test func trainingOnNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let batches = MiniBatches(
        FashionMNIST(images: [], labels: []), batchSize: 2)
      var model = Linear(784, 10)
      var optimizer = SGD(model.parameters, learningRate: 0.1)
      train(&model, on: batches, epochs: 1, optimizer: &optimizer)
    }
    expect(result, "train: an empty batch")
  }

  @Test func accuracyOnNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let batches = MiniBatches(
        FashionMNIST(images: [], labels: []), batchSize: 2)
      _ = evaluateAccuracy(Linear(784, 10), on: batches)
    }
    expect(result, "evaluateAccuracy: an empty batch")
  }

  @Test func labelOfNoClassInTraining() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let batches = MiniBatches(Tensor([[1], [2]]), [0, 2], batchSize: 2)
      var model = Linear(1, 2)
      var optimizer = SGD(model.parameters, learningRate: 0.1)
      train(&model, on: batches, epochs: 1, optimizer: &optimizer)
    }
    expect(result, "label 2 of row 0 and shape [1, 2]", "0..<2")
  }

  @Test func negativeLabelInATest() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let batches = MiniBatches(Tensor([[1]]), [-1], batchSize: 2)
      _ = evaluateAccuracy(Linear(1, 2), on: batches)
    }
    expect(result, "label -1 of row 0 and shape [1, 2]")
  }

  @Test func outputsOfAnotherShapeThanTheTargets() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let batches = Batches(
        Tensor([[1], [2]]), Tensor([1, 2]), batchSize: 2)
      var model = Linear(1, 1)
      var optimizer = SGD(model.parameters, learningRate: 0.1)
      train(
        &model, on: batches, epochs: 1, loss: MeanSquaredError(),
        optimizer: &optimizer)
    }
    expect(result, "MeanSquaredError: shapes [1, 1] and [1]")
  }

  @Test func fewerEpochsThanNone() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let batches = MiniBatches(
        FashionMNIST(images: [1], labels: [1], rows: 1, columns: 1),
        batchSize: 2)
      var model = Linear(1, 10)
      var optimizer = SGD(model.parameters, learningRate: 0.1)
      train(&model, on: batches, epochs: -1, optimizer: &optimizer)
    }
    expect(result, "train: -1 epochs")
  }

  @Test func stateOfAnotherShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Linear(2, 1)
      layer.state = ["weight": Tensor([[1]]), "bias": Tensor([1])]
    }
    expect(
      result,
      "state: \"weight\" of shape [1, 1], expected \"weight\" of "
        + "shape [1, 2]")
  }

  @Test func smoothingAboveOne() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = CrossEntropyLoss(labelSmoothing: 1.5)
    }
    expect(result, "CrossEntropyLoss: label smoothing 1.5")
  }

  private func expect(_ result: ExitTest.Result?, _ parts: String...) {
    let error = String(
      decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    for part in parts {
      #expect(error.contains(part), "standard error was: \(error)")
    }
  }
}
