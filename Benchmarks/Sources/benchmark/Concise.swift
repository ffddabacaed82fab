import Datasets
import Networks
import Tensors

let batchSize = 256
let learningRate: Float = 0.1

/// Softmax regression by the layers, loss and optimizer of Networks, on images
/// that stay bytes until a batch is drawn.
func concise(
  _ train: FashionMNIST, _ test: FashionMNIST, epochs: Int
) -> [Run.Epoch] {
  concise(
    MiniBatches(train, batchSize: batchSize),
    MiniBatches(test, batchSize: batchSize), epochs: epochs)
}

/// The same on plain tensors of numbers, as of any other data.
func plain(
  _ train: FashionMNIST, _ test: FashionMNIST, epochs: Int
) -> [Run.Epoch] {
  func batches(_ data: FashionMNIST) -> MiniBatches {
    let pixels = data.images.map { Float($0) / 255 }
    return MiniBatches(
      Tensor(pixels, shape: [data.count, 784]), data.labels.map { Int($0) },
      batchSize: batchSize)
  }
  return concise(batches(train), batches(test), epochs: epochs)
}

private func concise(
  _ train: MiniBatches, _ test: MiniBatches, epochs: Int
) -> [Run.Epoch] {
  var generator = SeededGenerator(seed: 0)
  var model = Sequential {
    Flatten()
    Linear(784, 10)
  }
  model.initialize(
    weights: .normal(standardDeviation: 0.01), using: &generator)
  var optimizer = SGD(model.parameters, learningRate: learningRate)
  let reports = Networks.train(
    &model, on: train, shuffledBy: &generator, testedOn: test, epochs: epochs,
    optimizer: &optimizer)
  return reports.map {
    Run.Epoch(
      seconds: $0.seconds, loss: $0.loss, train: $0.trainAccuracy,
      test: $0.testAccuracy ?? 0)
  }
}
