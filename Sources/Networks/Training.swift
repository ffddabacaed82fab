public import Datasets
public import Tensors

/// Trains a model: for each batch, computes the loss and its gradient and takes
/// a step of the optimizer.
///
/// ```swift
/// let x = Tensor([[1], [2], [3]])
/// var model = Linear(1, 1)
/// var optimizer = SGD(model.parameters, learningRate: 0.1)
/// let reports = train(
///   &model, on: Batches(x, 2 * x + 1, batchSize: 3), epochs: 500,
///   loss: MeanSquaredError(), optimizer: &optimizer)
/// print(reports[499].loss < 0.001)  // prints true
/// ```
///
/// Each batch is split into two halves, for two threads if the machine has
/// them. With one thread, the halves and the order in which they are added are
/// the same, so the result is the same to the last bit. `isCancelled` is called
/// before each batch; if it returns true, training stops and returns the
/// completed epochs. `epochs` must not be negative, and there must be at least
/// one example.
@discardableResult
public func train<Model: Layer, L: Loss>(
  _ model: inout Model, on batches: Batches<L.Targets>,
  testedOn tests: Batches<L.Targets>? = nil, epochs: Int, loss: L,
  optimizer: inout SGD, report: (TrainingEvent) -> Void = { _ in },
  isCancelled: () -> Bool = { Task.isCancelled }
) -> [EpochReport] {
  train(
    &model, on: { batches }, testedOn: tests, epochs: epochs, loss: loss,
    optimizer: &optimizer, report: report, isCancelled: isCancelled)
}

/// Trains a model on batches in a new order each epoch, drawn from `generator`.
///
/// ```swift
/// var generator = SeededGenerator(seed: 1)
/// let (x, y) = syntheticRegression(
///   weights: [2, -3.4], bias: 4.2, count: 100, using: &generator)
/// var model = Linear(2, 1)
/// var optimizer = SGD(model.parameters, learningRate: 0.1)
/// train(
///   &model, on: Batches(x, y, batchSize: 10), shuffledBy: &generator,
///   epochs: 10, loss: MeanSquaredError(), optimizer: &optimizer)
/// print(model.weight.isClose(to: Tensor([[2], [-3.4]]), tolerance: 0.02))
/// // prints true
/// ```
@discardableResult
public func train<Model: Layer, L: Loss>(
  _ model: inout Model, on batches: Batches<L.Targets>,
  shuffledBy generator: inout SeededGenerator,
  testedOn tests: Batches<L.Targets>? = nil, epochs: Int, loss: L,
  optimizer: inout SGD, report: (TrainingEvent) -> Void = { _ in },
  isCancelled: () -> Bool = { Task.isCancelled }
) -> [EpochReport] {
  train(
    &model, on: { batches.shuffled(using: &generator) }, testedOn: tests,
    epochs: epochs, loss: loss, optimizer: &optimizer,
    report: report, isCancelled: isCancelled)
}

/// Trains a classifier with the mean cross-entropy of its scores.
///
/// ```swift
/// let x = Tensor([[0], [1]])
/// var model = Linear(1, 2)
/// var optimizer = SGD(model.parameters, learningRate: 1)
/// let reports = train(
///   &model, on: MiniBatches(x, [0, 1], batchSize: 2), epochs: 10,
///   optimizer: &optimizer)
/// print(reports[9].trainAccuracy)  // prints 1.0
/// ```
@discardableResult
public func train<Model: Layer>(
  _ model: inout Model, on batches: MiniBatches,
  testedOn tests: MiniBatches? = nil, epochs: Int, optimizer: inout SGD,
  report: (TrainingEvent) -> Void = { _ in },
  isCancelled: () -> Bool = { Task.isCancelled }
) -> [EpochReport] {
  train(
    &model, on: batches, testedOn: tests, epochs: epochs,
    loss: CrossEntropyLoss(), optimizer: &optimizer, report: report,
    isCancelled: isCancelled)
}

/// Trains a classifier with the mean cross-entropy of its scores, on batches in
/// a new order each epoch, drawn from `generator`.
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
  testedOn tests: MiniBatches? = nil, epochs: Int, optimizer: inout SGD,
  report: (TrainingEvent) -> Void = { _ in },
  isCancelled: () -> Bool = { Task.isCancelled }
) -> [EpochReport] {
  train(
    &model, on: batches, shuffledBy: &generator, testedOn: tests,
    epochs: epochs, loss: CrossEntropyLoss(), optimizer: &optimizer,
    report: report, isCancelled: isCancelled)
}
