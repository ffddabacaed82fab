import Datasets
import Networks
import Tensors

// The runs that lessons 8 and 9 quote as "the model answer of lesson 8, seed
// S": `swift run -c release model-answers [S [EPOCHS]]` prints each epoch's
// loss, training accuracy and test accuracy, and then what the figures of
// lesson 9 draw: the confusion matrix, the first test pictures, the surest
// mistakes, and the predictions by confidence.
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

let rows = test.flatMap { x, _ in
  let probabilities = withoutGradients { softmax(model(x)) }
  return (0..<x.shape[0]).map { probabilities.row($0) }
}
let probabilities = Tensor(rows: rows)
let predicted = probabilities.argmax(axis: 1)
let confidence = probabilities.max(axis: 1).values
let labels = test.flatMap(\.y)

var confusion = [[Int]](
  repeating: [Int](repeating: 0, count: 10), count: 10)
for (answer, label) in zip(predicted, labels) { confusion[label][answer] += 1 }
print("\nconfusion matrix, rows true")
for row in confusion { print(row) }

func show(_ pictures: some Sequence<Int>) {
  for i in pictures { print(i, labels[i], predicted[i], confidence[i]) }
}
print("\nfirst and surest wrong: picture, label, prediction, confidence")
show(0..<18)
let mistakes = labels.indices.filter { predicted[$0] != labels[$0] }
show(mistakes.sorted { confidence[$0] > confidence[$1] }.prefix(18))

print("\nconfidence in tenths: count, mean, right")
for tenth in 1..<10 {
  let bin = labels.indices.filter {
    min(Int(confidence[$0] * 10), 9) == tenth
  }
  let sum = bin.reduce(0) { $0 + confidence[$1] }
  let right = bin.count { predicted[$0] == labels[$0] }
  print(tenth, bin.count, sum / Float(bin.count), right)
}
