internal import Checks

/// From the gentlest to the last.
let softmaxHints: [Hint] = [
  Hint(
    "softmax(_:)",
    "Take one row by itself: exponentials, their sum, a division. Which of the "
      + "three steps must not look at the other rows?"),
  Hint(
    "softmax(_:)",
    when: [
      "column-sums", "whole-sum", "dimension-dropped", "square",
      "rows-sum-to-one",
    ],
    "The sums have to line up with the rows. A sum along axis 1 has shape "
      + "[n]; print the shape it gets with `keepingDimensions`, and see which "
      + "of the two divides row by row."),
  Hint(
    "softmax(_:)",
    when: ["no-exponential", "base-two", "sign-flipped", "positive", "order"],
    "Each score goes through `exp` first, with its own sign. Only then are the "
      + "results never negative and in the order of the scores."),
  Hint(
    "softmax(_:)", when: ["not-normalised", "logarithm"],
    "Compare what you return with what is asked for: probabilities, one for "
      + "each score, that sum to 1 in each row."),
  Hint(
    "softmax(_:)",
    when: [
      "no-maximum", "whole-maximum", "column-maximum", "maximum-once",
      "overflow", "far-apart",
    ],
    "What does your function return for the row 1000, 1001? And what for 0, 1, "
      + "which has the same probabilities? The section on overflow says which "
      + "number makes a row harmless; each row has its own."),
  Hint(
    "softmax(_:)",
    "Four steps, each of them one expression for all rows at once: the largest "
      + "score of each row; the scores less that; their exponentials; the "
      + "exponentials divided by their sum. The first and the last need one "
      + "number for each row in a shape that matches the matrix."),
]
