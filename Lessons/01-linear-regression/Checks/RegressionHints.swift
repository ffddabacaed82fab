package import Checks

/// Help with lesson 01, from the gentlest to the last.
package let regressionHints: [Hint] = [
  Hint(
    "linearRegression(_:_:_:)",
    "Predict the price of the lesson's first house on paper: which numbers do "
      + "you multiply, and what do you add up?"),
  Hint(
    "linearRegression(_:_:_:)",
    when: ["elementwise", "flat", "row", "linear-example"],
    "Write the shapes beside each other: [n, d] and [d, 1] should become "
      + "[n, 1]. Which of the two products of tensors does that?"),
  Hint(
    "linearRegression(_:_:_:)",
    "It is the formula ŷ = Xw + b as it stands: a matrix product, and a bias "
      + "that broadcasting repeats for every row."),
  Hint(
    "squaredLoss(_:_:)",
    "A prediction of 160 for a truth of 155 costs 12 and a half. Where does "
      + "the half come from?"),
  Hint(
    "squaredLoss(_:_:)", when: ["mean", "sum", "broadcast", "loss-shapes"],
    "Print the shape of every step. The result has the shape that `yHat` has, "
      + "and nothing is added up."),
  Hint(
    "squaredLoss(_:_:)",
    "The error, its square, half of that: three operations on whole tensors, "
      + "element by element."),
  Hint(
    "sgdStep(_:gradients:learningRate:batchSize:)",
    "Take the lesson's step with pencil and paper, for one parameter. What is "
      + "it to do for the others?"),
  Hint(
    "sgdStep(_:gradients:learningRate:batchSize:)",
    when: ["batch-size-ignored", "batch-size-multiplied", "step-batch-size"],
    "The gradients are of a sum over `batchSize` examples, and the step goes "
      + "by the mean. How do you get from one to the other?"),
  Hint(
    "sgdStep(_:gradients:learningRate:batchSize:)",
    when: ["ascent", "step-descends"],
    "Where the gradient is positive, the loss grows as the parameter grows. "
      + "Which way do you want to go?"),
  Hint(
    "sgdStep(_:gradients:learningRate:batchSize:)",
    "Walk through parameters and gradients side by side, and make a new "
      + "tensor of each pair: the old one less a multiple of its gradient."),
]
