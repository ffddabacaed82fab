public import Datasets
import Tensors

/// The part of the examples that a classifier gets right.
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
  return score(model, on: batches).accuracy
}

/// The class of the largest output for each example, in the batches' order.
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

/// Hits among the examples; the losses are not asked for.
func score(_ model: some Layer, on batches: MiniBatches) -> Tally {
  let (first, second) = inHalves(batches.count) { range in
    withoutGradients {
      range.reduce(into: Tally()) { tally, i in
        let (x, y) = batches[i]
        tally.correct += countMatches(model(x), y)
        tally.count += y.count
      }
    }
  }
  return first + second
}

/// How many rows of scores `[n, q]` are largest at their label.
func countMatches(_ scores: Tensor, _ labels: [Int]) -> Int {
  zip(scores.argmax(axis: 1), labels).count { $0 == $1 }
}
