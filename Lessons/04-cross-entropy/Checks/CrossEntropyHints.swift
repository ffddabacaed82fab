internal import Checks

/// From the gentlest to the last, for each function.
let crossEntropyHints: [Hint] =
  probabilityHints + logSumExpHints + logitHints + gradientHints

private let probabilityHints: [Hint] = [
  Hint(
    "crossEntropy(_:_:)",
    "How many numbers of a row does the loss look at? Which ones?"),
  Hint(
    "crossEntropy(_:_:)", when: ["mean", "sum"],
    "Return one loss for each row, a tensor of shape [n]. The mean is taken "
      + "later, by whoever trains."),
  Hint(
    "crossEntropy(_:_:)",
    when: ["sign-forgotten", "no-logarithm", "base-two", "base-ten"],
    "A probability of 1 costs 0, and a half costs about seven tenths. Put both "
      + "into your formula: the natural logarithm, and the sign."),
  Hint(
    "crossEntropy(_:_:)", when: ["off-by-one"],
    "Which number has the first class, in the labels and in a tensor?"),
  Hint(
    "crossEntropy(_:_:)", when: ["softmax-applied"],
    "This function is given probabilities already. Softmax of them would be "
      + "another distribution."),
  Hint(
    "crossEntropy(_:_:)",
    "Pick the probability of the right class of each row, as the lesson's "
      + "first cell does; then say the formula of the loss of one example to "
      + "all of them at once."),
]

private let logSumExpHints: [Hint] = [
  Hint(
    "logSumExp(_:)",
    "Read the name backwards: exponentials, the sum of each row, the logarithm "
      + "of each sum. One number a row is what remains."),
  Hint(
    "logSumExp(_:)", when: ["over-columns", "column-vector"],
    "The result has shape [n]: the classes, axis 1, go away, and no axis of "
      + "length 1 stays in their place."),
  Hint(
    "logSumExp(_:)",
    when: ["no-maximum", "whole-maximum", "lse-overflow", "lse-far-apart"],
    "Try the row 1000, 1001: the answer is a little above 1001. Make the row "
      + "harmless first, with its own largest score."),
  Hint(
    "logSumExp(_:)", when: ["maximum-not-added", "lse-shift", "lse-bounds"],
    "In softmax the number that was subtracted cancels. Here it does not: what "
      + "was taken away inside has to come back outside."),
  Hint(
    "logSumExp(_:)",
    "Follow the last line of the derivation: the largest score of each row, "
      + "plus the logarithm of the sum of what is left. You need the largest "
      + "scores twice, once in a shape that matches the matrix and once in the "
      + "shape of the result."),
]

private let logitHints: [Hint] = [
  Hint(
    "crossEntropy(logits:_:)",
    "The last line of the derivation has two terms. One of them you have just "
      + "written as a function."),
  Hint(
    "crossEntropy(logits:_:)",
    when: ["log-of-zero", "clamped", "no-maximum", "logits-overflow"],
    "Do not go by way of the probabilities: one of them may be so small that "
      + "it becomes 0, and the logarithm of that is infinite. The loss of the "
      + "scores −200 and 0 with the label 0 is 200."),
  Hint(
    "crossEntropy(logits:_:)",
    when: ["score-forgotten", "sign-forgotten", "logits-not-negative"],
    "Log-sum-exp is never below any of the scores. So which of the two terms "
      + "is subtracted from which, if no loss is below 0?"),
  Hint(
    "crossEntropy(logits:_:)",
    "The score of the right class is picked from a row in the same way as its "
      + "probability was. The loss is how far log-sum-exp of the row lies above "
      + "it."),
]

private let gradientHints: [Hint] = [
  Hint(
    "crossEntropyGradient(logits:_:)",
    "What the model said, less what it should have said. What are the two, and "
      + "which shape do both of them have?"),
  Hint(
    "crossEntropyGradient(logits:_:)",
    when: ["no-softmax", "labels-forgotten", "sign-flipped"],
    "Check one row: the entry of the right class is its probability less 1, "
      + "all others are their probabilities, and together they sum to 0."),
  Hint(
    "crossEntropyGradient(logits:_:)", when: ["divided-by-n", "summed"],
    "Each row is the gradient of its own loss. Nothing is added up over the "
      + "examples, and nothing is divided by their number."),
  Hint(
    "crossEntropyGradient(logits:_:)",
    when: ["no-maximum", "gradient-overflow"],
    "The softmax in it must stay finite as well. The logarithm of a "
      + "probability is the score less log-sum-exp of its row; the exponential "
      + "of that is the probability."),
  Hint(
    "crossEntropyGradient(logits:_:)",
    "Make the probabilities of all rows; then go through the labels and take 1 "
      + "away from one element of each row, or take the one-hot labels away "
      + "from the whole."),
]
