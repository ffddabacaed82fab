internal import Checks
internal import References
internal import Tensors

// How each right answer is computed, so that a slip in one step is recognized.

let crossEntropyRecipe = Recipe { (see, yHat: Tensor, y: [Int]) in
  let picked = see(
    .logarithm, of: "the probability of the right class",
    picking(see("the list of labels", y), from: yHat))
  return (-picked).reshaped([-1])
}

let logSumExpRecipe = Recipe { (see, x: Tensor) in
  let (name, back) = (
    "the largest score that is subtracted", "the largest score that is added"
  )
  let shifted = see("the score", x, .minus, name, see(name, .max, of: x))
  let exponentials = see(.exponential, of: "the shifted score", shifted)
  let sums = see("the sum of the exponentials", .sum, of: exponentials)
  let logarithm = see(.logarithm, of: "the sum of the exponentials", sums)
  return see(
    back, see(back, .max, of: x), .plus, "the logarithm of the sum", logarithm
  ).reshaped([-1])
}

let logitLossRecipe = Recipe { (see, logits: Tensor, y: [Int]) in
  let scores = see("the tensor of scores that logSumExp is given", logits)
  let labels = see("the list of labels", y)
  return see(
    "the logSumExp of the row", logSums(scores), .minus,
    "the score of the right class", picking(labels, from: logits)
  ).reshaped([-1])
}

let gradientRecipe = Recipe { (see, logits: Tensor, y: [Int]) in
  let scores = see("the tensor of scores that logSumExp is given", logits)
  let difference = see(
    "the score", logits, .minus, "the logSumExp of its row", logSums(scores))
  let softmax = see(
    .exponential, of: "the difference of score and logSumExp", difference)
  let labels = see("the list of labels", y)
  return see(
    "the softmax of the scores", softmax, .minus,
    "the one-hot row of the label",
    hot(labels, logits))
}

/// The log-sum-exp of each row, as a column.
private func logSums(_ x: Tensor) -> Tensor {
  CrossEntropy.logSumsByHand(x).reshaped([-1, 1])
}

/// The number at each row's label, as a column; 0 where there is none.
private func picking(_ labels: [Int], from x: Tensor) -> Tensor {
  let hot = hot(labels, x)
  let picked = zip(x.rows, hot.rows).map { row, hot in
    zip(row, hot).reduce(Float(0)) { $1.1 == 1 ? $1.0 : $0 }
  }
  return Tensor(picked, shape: [x.shape[0], 1])
}

/// A 1 at each row's label, where there is one.
private func hot(_ labels: [Int], _ x: Tensor) -> Tensor {
  var result = Tensor.zeros(shape: x.shape)
  for (i, label) in labels.enumerated().prefix(x.shape[0])
  where 0..<x.shape[1] ~= label {
    result[i, label] = 1
  }
  return result
}
