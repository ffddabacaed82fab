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

  private func expect(_ result: ExitTest.Result?, _ parts: String...) {
    let error = String(
      decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    for part in parts {
      #expect(error.contains(part), "standard error was: \(error)")
    }
  }
}
