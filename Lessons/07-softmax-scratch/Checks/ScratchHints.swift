internal import Checks

/// From the gentlest to the last, for each function.
let scratchHints: [Hint] = initialHints + modelHints + epochHints + testHints

private let initialHints: [Hint] = [
  Hint(
    "initialParameters(seed:)",
    "Two tensors, in this order: weights with a row for each pixel and a "
      + "column for each class, and a bias for each class."),
  Hint(
    "initialParameters(seed:)",
    when: [
      "initial-spread", "variance-for-deviation", "all-equal", "not-normal",
    ],
    "The spread is given as a standard deviation, and every weight is a number "
      + "drawn on its own."),
  Hint(
    "initialParameters(seed:)",
    when: ["initial-seed", "seed-ignored", "not-repeatable"],
    "The only source of chance is a generator that you make from `seed`. The "
      + "same seed has to give the same weights."),
  Hint(
    "initialParameters(seed:)",
    "Make a `SeededGenerator` from the seed, let `Tensor.normal` draw the "
      + "weights from it, and put zeros beside them."),
]

private let modelHints: [Hint] = [
  Hint(
    "model(_:_:_:)",
    "The section on the model has it as one formula. What is the shape of the "
      + "pictures when they arrive, and what shape does the formula want?"),
  Hint(
    "model(_:_:_:)", when: ["biases-forgotten", "biases-outside"],
    "The biases are added to the scores, before softmax."),
  Hint(
    "model(_:_:_:)", when: ["scores-returned"],
    "What comes back are probabilities: your exercise 3 makes them of scores."),
  Hint(
    "model(_:_:_:)",
    "Three steps: flatten all axes of a picture into one, whose length can be "
      + "worked out from the shape of the weights; the linear map; softmax."),
]

private let epochHints: [Hint] = [
  Hint(
    "trainEpoch(_:_:_:learningRate:)",
    "Write the loop first, and let it only measure: go through the batches, add "
      + "up the losses and the right answers, and divide by the number of "
      + "examples at the end. Then add the step."),
  Hint(
    "trainEpoch(_:_:_:learningRate:)",
    when: ["not-carried-over", "parameters-unchanged", "measured-after"],
    "Keep the parameters in two variables that begin as the arguments. Each "
      + "batch measures with them first, and then replaces them."),
  Hint(
    "trainEpoch(_:_:_:learningRate:)",
    when: [
      "batch-size-ignored", "divided-by-all", "mean-of-means",
      "epoch-short-batch", "sum-for-mean",
    ],
    "The last batch may be shorter. Its gradient is divided by the number of "
      + "its own examples, and it counts for no more of them in loss and "
      + "accuracy."),
  Hint(
    "trainEpoch(_:_:_:learningRate:)",
    when: [
      "ascent", "sum-of-gradients", "biases-not-updated", "softmax-twice",
      "epoch-step",
    ],
    "A step goes against the gradient of the *mean* loss, for the weights and "
      + "for the biases. The section on one step down has both formulas."),
  Hint(
    "trainEpoch(_:_:_:learningRate:)", when: ["gradients-not-cleared"],
    "Gradients add up until they are cleared. Either clear them, or track "
      + "fresh tensors for each batch."),
  Hint(
    "trainEpoch(_:_:_:learningRate:)",
    "For each batch: flatten; scores; the losses and right answers, added to "
      + "two sums; the gradient for the scores from your exercise 4, divided by "
      + "the examples of the batch; from it, by the two formulas, those of "
      + "weights and biases; the step."),
]

private let testHints: [Hint] = [
  Hint(
    "evaluateAccuracy(_:_:_:)",
    "Nothing is learnt here: the parameters stay as they are, and every batch "
      + "only adds to two counts."),
  Hint(
    "evaluateAccuracy(_:_:_:)",
    when: ["mean-of-means", "first-batch-only", "evaluate-short-batch"],
    "Every example counts alike, in whichever batch it is. Count the right "
      + "answers of all batches before you divide."),
  Hint(
    "evaluateAccuracy(_:_:_:)", when: ["count-for-fraction"],
    "The accuracy is a fraction. How many examples were there in all?"),
  Hint(
    "evaluateAccuracy(_:_:_:)",
    "Your model gives the probabilities of a batch, exercise 2 the classes it "
      + "predicts; what remains is to compare them with the labels, and to "
      + "divide one count by the other as numbers with a fraction."),
]
