public import Datasets
import Tensors

/// The part of the examples that a classifier gets right.
///
/// ```swift
/// print(evaluateAccuracy(model, on: tests))  // prints 0.8273
/// ```
public func evaluateAccuracy(
  _ model: some Layer, on batches: MiniBatches
) -> Float {
  score(model, on: batches).accuracy
}

/// The class of the largest output for each example, in the batches' order.
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
