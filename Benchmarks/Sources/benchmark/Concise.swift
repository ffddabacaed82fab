import Datasets
import Networks
import Tensors

let batchSize = 256
let learningRate: Float = 0.1

/// Softmax regression by the layers, loss and optimizer of Networks.
func concise(
  _ train: FashionMNIST, _ test: FashionMNIST, epochs: Int
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
    &model, on: MiniBatches(train, batchSize: batchSize),
    shuffledBy: &generator, testedOn: MiniBatches(test, batchSize: batchSize),
    epochs: epochs, optimizer: &optimizer)
  return reports.map {
    Run.Epoch(
      seconds: $0.seconds, loss: $0.loss, train: $0.trainAccuracy,
      test: $0.testAccuracy ?? 0)
  }
}
