public import Datasets
import Tensors

/// The fraction of the examples that a classifier gets right; there must be at
/// least one example.
///
/// ```swift
/// let data = FashionMNIST(images: [0, 255], labels: [0, 1], rows: 1, columns: 1)
/// let model = Sequential { Flatten(); Linear(1, 2) }  // 0 for every class
/// print(evaluateAccuracy(model, on: MiniBatches(data, batchSize: 2)))
/// // prints 0.5
/// ```
public func evaluateAccuracy(
  _ model: some Layer, on batches: MiniBatches
) -> Float {
  requireExamples("evaluateAccuracy", batches.exampleCount)
  return score(model, on: batches, CrossEntropyLoss()).accuracy
}

/// The predicted class of each example, in the order of the batches.
///
/// ```swift
/// let data = FashionMNIST(images: [0, 255], labels: [0, 1], rows: 1, columns: 1)
/// let model = Sequential { Flatten(); Linear(1, 2) }
/// print(predict(model, on: MiniBatches(data, batchSize: 2)))  // prints [0, 0]
/// ```
public func predict(_ model: some Layer, on batches: MiniBatches) -> [Int] {
  let (first, second) = inHalves(batches.count) { range in
    withoutGradients {
      range.flatMap { model(batches[$0].x).argmax(axis: 1) }
    }
  }
  return first + second
}

/// Adds up the losses and the correct outputs.
func score<L: Loss>(
  _ model: some Layer, on batches: Batches<L.Targets>, _ loss: L
) -> Tally {
  let (first, second) = inHalves(batches.count) { range in
    withoutGradients {
      range.reduce(Tally()) { tally, i in
        let (x, y) = batches[i]
        let outputs = model(x)
        return tally + loss.tally(outputs, y, losses: loss.each(outputs, y))
      }
    }
  }
  return first + second
}
