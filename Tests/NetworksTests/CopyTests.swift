import Datasets
import Networks
import Tensors
import Testing

// A copy of a model is a second model: what is learned by one is not learned
// by the other, and no gradient either.

private let data = FashionMNIST(
  images: [0, 255], labels: [0, 1], rows: 1, columns: 1)
private let batches = MiniBatches(data, batchSize: 2)

@Test func trainingACopyLeavesTheOriginalAlone() {
  let original = Sequential {
    Flatten()
    Linear(1, 2)
  }
  var copy = original
  var optimizer = SGD(copy.parameters, learningRate: 1)
  train(&copy, on: batches, epochs: 3, optimizer: &optimizer)
  #expect(copy.parameters[0] != Tensor([[0, 0]]))
  #expect(original.parameters == [Tensor([[0, 0]]), Tensor([0, 0])])
  #expect(original.parameters.map(\.gradient) == [nil, nil])
}

@Test func aModelThatIsTrainedLeavesItsCopyAlone() {
  var model = Sequential {
    Flatten()
    Linear(1, 2)
  }
  let copy = model
  var optimizer = SGD(model.parameters, learningRate: 1, momentum: 0.9)
  train(&model, on: batches, epochs: 2, optimizer: &optimizer)
  #expect(copy.parameters == [Tensor([[0, 0]]), Tensor([0, 0])])
  #expect(copy.parameters.map(\.gradient) == [nil, nil])
}

@Test func aStepSeparatesAModelFromItsCopy() {
  // The loss w² has the gradient 2w.
  var model = Linear(1, 1)
  model.weight = Tensor([[3]]).trackingGradients()
  let copy = model
  var optimizer = SGD([model.weight], learningRate: 0.25)
  var expected: [Float] = [1.5, 0.75, 0.375]
  while !expected.isEmpty {
    model.weight.squared().sum().backward()
    var parameters = [model.weight]
    optimizer.step(&parameters)
    model.weight = parameters[0]
    #expect(model.weight == Tensor([[expected.removeFirst()]]))
    model.clearGradients()
  }
  // Until the first step the two were one value, with one gradient.
  #expect(copy.weight == Tensor([[3]]))
  #expect(copy.weight.gradient == Tensor([[6]]))
}

@Test func parametersAreUpdatedInPlaceOverSeveralBatches() {
  // ŷ = w x + b with x = [1, 2], y = [0, 0], loss Σ ŷ²/2: the gradients are
  // Σ ŷ x and Σ ŷ. From w = 1, b = 0 they are 5 and 3; a step of 1/10 leads
  // to w = 0.5, b = −0.3, where they are 1.6 and 0.9.
  let x = Tensor([[1], [2]])
  var model = Linear(1, 1)
  model.weight = Tensor([[1]]).trackingGradients()
  for (w, b): (Float, Float) in [(0.5, -0.3), (0.34, -0.39)] {
    (model(x).squared().sum() / 2).backward()
    withoutGradients {
      model.weight -= model.weight.gradient! * 0.1
      model.bias -= model.bias.gradient! * 0.1
    }
    model.clearGradients()
    #expect(model.weight.isClose(to: Tensor([[w]]), tolerance: 1e-6))
    #expect(model.bias.isClose(to: Tensor([b]), tolerance: 1e-6))
  }
  var same = Linear(1, 1)
  same.weight = Tensor([[1]]).trackingGradients()
  var optimizer = SGD(same.parameters, learningRate: 0.1)
  for _ in 0..<2 {
    (same(x).squared().sum() / 2).backward()
    optimizer.step(&same.parameters)
    same.clearGradients()
  }
  #expect(same.weight.isClose(to: model.weight, tolerance: 1e-6))
  #expect(same.bias.isClose(to: model.bias, tolerance: 1e-6))
}

@Test func aReportOfWhatIsNoNumberHasNoSign() {
  let tally = Tally(loss: -.nan, correct: 0, count: 1)
  #expect("\(tally)" == "loss nan, accuracy 0.0")
  #expect("\([tally])" == "[loss nan, accuracy 0.0]")
  #expect("\(Tally())" == "loss nan, accuracy nan")
}
