// swift-format-ignore-file: ReplaceForEachWithForLoop
// Lines as learners write them, of models and data: without annotations, in
// closures whose types are inferred. The values were computed by hand.

import Datasets
import Networks
import Tensors
import Testing

/// Two images of one pixel, black and white.
private let data = FashionMNIST(
  images: [0, 255], labels: [0, 1], rows: 1, columns: 1)
private let batches = MiniBatches(data, batchSize: 1)

/// Scores 1 − x and x: right for both images.
private func classifier() -> Sequential {
  var model = Sequential {
    Flatten()
    Linear(1, 2)
  }
  model.parameters = [Tensor([[-1, 1]]), Tensor([1, 0])].map {
    $0.trackingGradients()
  }
  return model
}

@Test func batchesAreASequence() {
  let sizes = batches.map { $0.y.count }
  #expect(sizes == [1, 1])
  let labels = batches.flatMap { $0.y }
  #expect(labels == [0, 1])
  let pixels = batches.map { x, y in x.sum().item + Float(y[0]) }
  #expect(pixels == [0, 2])
  let count = batches.reduce(0) { $0 + $1.y.count }
  #expect(count == 2)
  let total = batches.reduce(into: Float(0)) { $0 += $1.x.max().item }
  #expect(total == 1)
  let (x, y) = batches[1]
  #expect(x[0, 0, 0, 0] == Float(y[0]))
  var seen = Tensor.zeros(shape: [10])
  for (_, y) in batches { y.forEach { seen[$0] += 1 } }
  #expect(seen.sum() == Tensor(2))
  let counts = data.labels.reduce(into: [0, 0]) { $0[Int($1)] += 1 }
  #expect(counts == [1, 1])
  let names = FashionMNIST.names(of: data.labels.map { Int($0) })
  #expect(names == ["t-shirt", "trouser"])
  let classes = FashionMNIST.classNames.filter { $0.contains("shirt") }.count
  #expect(classes == 2)
  let resized = batches.resized(rows: 2, columns: 2).map(\.x.shape)
  #expect(resized == [[1, 1, 2, 2], [1, 1, 2, 2]])
}

@Test func modelsAreFunctions() {
  let model = classifier()
  let outputs = batches.map { model($0.x) }
  #expect(outputs == [Tensor([[1, 0]]), Tensor([[0, 1]])])
  let predictions = batches.flatMap { x, _ in model(x).argmax(axis: 1) }
  #expect(predictions == [0, 1])
  let hits = zip(predict(model, on: batches), data.labels)
    .count { $0 == Int($1) }
  #expect(hits == 2)
  let wrong = zip(predict(model, on: batches), [1, 1]).enumerated()
    .filter { $0.element.0 != $0.element.1 }.map(\.offset)
  #expect(wrong == [0])
  let accuracy = 100 * evaluateAccuracy(model, on: batches)
  #expect(accuracy == 100)
  let loss = CrossEntropyLoss()
  let mean = batches.reduce(0) { $0 + loss(model($1.x), $1.y).item } / 2
  #expect(abs(mean - 0.313_261_7) < 1e-6)
  let losses = [L1Loss(), L1Loss(reduction: .sum)].map {
    $0(Tensor([1, 3]), Tensor([0, 0])).item
  }
  #expect(losses == [2, 4])
  let counts = model.parameters.map(\.count).reduce(0, +)
  #expect(counts == 4)
  let layers = [ReLU(), Sigmoid()] as [any Layer]
  let chained = layers.reduce(Tensor([-1])) { $1($0) }
  #expect(chained == Tensor([0.5]))
}

@Test func trainingIsWrittenByHand() {
  var model = classifier()
  var optimizer = SGD(model.parameters, learningRate: 0.5, momentum: 0.9)
  let loss = MeanSquaredError(reduction: .sum)
  for (x, _) in batches {
    (loss(model(x), Tensor([[0, 0]])) / 2).backward()
    optimizer.step(&model.parameters)
    model.clearGradients()
    optimizer.learningRate *= 0
  }
  // The black image has the gradient [1, 0] for the biases, and none else.
  #expect(model.parameters == [Tensor([[-1, 1]]), Tensor([0.5, 0])])
  let slopes = model.parameters.map { $0.gradient?.sum().item ?? 0 }
  #expect(slopes == [0, 0])
  var sums = Accumulator(2)
  for (x, y) in batches { sums.add(Double(model(x)[0, 1]), Double(y[0])) }
  let share = sums[0] / sums[1]
  #expect(share == 1)
  var epochs = 0
  let reports = train(
    &model, on: batches, testedOn: batches, epochs: 2, optimizer: &optimizer
  ) { if case .epoch(let report) = $0 { epochs += report.epoch } }
  #expect(epochs == 3)
  let last = reports.last?.testAccuracy ?? 0
  #expect(last == 1)
  let best = reports.map(\.trainAccuracy).max() ?? 0
  #expect(best == 1)
}
