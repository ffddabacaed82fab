package import Checks

/// Help with lesson 10, from the gentlest to the last.
package let generalizationHints: [Hint] = [
  Hint(
    "hoeffdingSampleSize(error:confidence:)",
    "Which quantity of the inequality is given, which is wanted, and which is "
      + "the risk that remains?"),
  Hint(
    "hoeffdingSampleSize(error:confidence:)",
    when: ["two-sided"],
    "Only one direction is to be guarded: a model that looks better on the "
      + "test set than it is."),
  Hint(
    "hoeffdingSampleSize(error:confidence:)",
    when: ["rounded-down", "rounded-near"],
    "A fraction of an example cannot be collected. Which whole number still "
      + "keeps the promise?"),
  Hint(
    "hoeffdingSampleSize(error:confidence:)",
    "Set the bound equal to the risk, take logarithms on both sides, and "
      + "solve for n; then round up."),
  Hint(
    "weightDecayStep(_:gradients:learningRate:decay:batchSize:)",
    "Write down the loss with its penalty, and its derivative by one weight. "
      + "How many terms has it?"),
  Hint(
    "weightDecayStep(_:gradients:learningRate:decay:batchSize:)",
    when: ["bias-decayed", "decay-shrinks"],
    "The list has two entries, and they are not treated alike."),
  Hint(
    "weightDecayStep(_:gradients:learningRate:decay:batchSize:)",
    when: ["rate-forgotten", "decay-divided", "step-decayed", "doubled"],
    "The derivative by a weight is a sum of two parts: the mean gradient, and "
      + "λ times the weight. What multiplies each of them in the step?"),
  Hint(
    "weightDecayStep(_:gradients:learningRate:decay:batchSize:)",
    "The biases take the step of lesson 1. The weights take the same step, "
      + "from where they are after being multiplied by 1 − η λ."),
  Hint(
    "labelShift(confusion:predicted:)",
    "Take two classes and write the two equations out. Solve them on paper as "
      + "you did at school."),
  Hint(
    "labelShift(confusion:predicted:)", when: ["transposed", "shift-example"],
    "Say one equation in words: of all the new examples, the share taken for "
      + "class 0 comes from class 0, and from class 1, and so on."),
  Hint(
    "labelShift(confusion:predicted:)",
    when: ["no-pivot", "mu-not-exchanged", "shift-pivot"],
    "The order of the equations does not matter. Which of them has a "
      + "coefficient that you may divide by? Exchange both sides: where a row "
      + "of C goes, its number of μ goes too."),
  Hint(
    "labelShift(confusion:predicted:)",
    "Eliminate: from every later equation subtract the multiple of the first "
      + "that removes the first unknown, and so on with the next unknown. The "
      + "last equation has one unknown; go back upwards from it. Whatever is "
      + "done to a row of C is done to its number of μ."),
]
