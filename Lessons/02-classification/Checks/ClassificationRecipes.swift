internal import Checks
internal import References
internal import Tensors

// How each right answer is computed, so that a slip in one step is recognized.

let oneHotRecipe = Recipe { (see, labels: [Int], classes: Int) in
  var result = Tensor.zeros(shape: [labels.count, classes])
  for (i, label) in see("the list of labels", labels).enumerated() {
    let row = see("the index of the row", i)
    if labels.indices ~= row, 0..<classes ~= label { result[row, label] = 1 }
  }
  return result
}

let accuracyRecipe = Recipe { (see, scores: Tensor, labels: [Int]) in
  let predicted = see("the list of predicted classes", winners(scores))
  let labels = see("the list of labels", labels)
  let right = zip(predicted, labels).count { $0 == $1 }
  let count = see("the number of examples", scores.shape[0])
  return see(
    "the number of right predictions",
    Tensor(Float(see("the count of right predictions", right))), .over,
    "the number of examples as a Float", Tensor(Float(count))
  ).item
}
