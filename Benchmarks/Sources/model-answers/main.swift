import Datasets
import Networks
import Tensors

// The runs that lessons 8 and 9 quote as "the model answer of lesson 8, seed
// S": `swift run -c release model-answers [S [EPOCHS]]` prints each epoch's
// loss, training accuracy and test accuracy, then how many test pictures of
// each class are named rightly.
//
// One generator draws the weights and goes on to order the pictures; `check
// 8 --seed S` derives other numbers from its seed.

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let seed = arguments.first ?? 8
let epochs = arguments.dropFirst().first ?? 10

let train = MiniBatches(try FashionMNIST(.train), batchSize: 256)
let test = MiniBatches(try FashionMNIST(.test), batchSize: 1_000)
var generator = SeededGenerator(seed: UInt64(seed))
var model = Sequential {
  Flatten()
  Linear(784, 10)
}
model.initialize(weights: .normal(standardDeviation: 0.01), using: &generator)
var optimizer = SGD(model.parameters, learningRate: 0.1)
let reports = Networks.train(
  &model, on: train, shuffledBy: &generator, testedOn: test, epochs: epochs,
  optimizer: &optimizer)
for report in reports {
  print(
    report.epoch, report.loss, report.trainAccuracy,
    report.testAccuracy ?? .nan)
}

var right = [Int](repeating: 0, count: 10)
for (answer, label) in zip(predict(model, on: test), test.flatMap(\.y))
where answer == label {
  right[label] += 1
}
print(right)
