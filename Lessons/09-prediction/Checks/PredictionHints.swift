internal import Checks

/// Help with exercise 9, from the gentlest to the last.
let predictionHints: [Hint] = names + confusion + fractions

private let names: [Hint] = [
  Hint(
    "predictions(_:names:)",
    "Each row of `scores` is one example, and each column one class. Which "
      + "axis has to go away for one answer an example to be left?"),
  Hint(
    "predictions(_:names:)", when: ["over-columns", "names-square"],
    "`argmax(axis: 0)` goes along the examples and gives q places. Along the "
      + "classes, axis 1, it gives n."),
  Hint(
    "predictions(_:names:)",
    when: ["off-by-one", "starts-at-zero", "last-class-forgotten"],
    "Try a row of negative scores by hand, and one whose highest score stands "
      + "first or last. A class is a place counted from 0."),
  Hint(
    "predictions(_:names:)",
    "The line of thought: the place of the highest score of each row is the "
      + "class, and the class is the place of its name in the list."),
]

private let confusion: [Hint] = [
  Hint(
    "confusionMatrix(_:_:classes:)",
    "Draw the table of the lesson's six examples by hand: which cell does the "
      + "third example go to?"),
  Hint(
    "confusionMatrix(_:_:classes:)", when: ["transposed"],
    "The row is the true class, from the second argument; the column is the "
      + "predicted one, from the first."),
  Hint(
    "confusionMatrix(_:_:classes:)",
    when: ["classes-ignored"],
    "The size of the table comes from `classes` and from nothing else. It is "
      + "there, all zeros, before the first example is looked at."),
  Hint(
    "confusionMatrix(_:_:classes:)",
    "The line of thought: begin with zeros, go through answers and labels "
      + "side by side, and add 1 in one cell for each example."),
]

private let fractions: [Hint] = [
  Hint(
    "perClassAccuracy(_:)",
    "Look at one row of the table. Where in it are the examples that were "
      + "right, and how many examples has the row?"),
  Hint(
    "perClassAccuracy(_:)", when: ["column-sums", "of-all-examples"],
    "Everything that is asked of a class stands in its row: the other rows "
      + "are other true classes."),
  Hint(
    "perClassAccuracy(_:)", when: ["empty-class", "fractions-empty"],
    "What does your function make of a row of zeros? The answer to give there "
      + "is 0."),
  Hint(
    "perClassAccuracy(_:)",
    "The line of thought: the diagonal element of each row over the sum of "
      + "the row, except where that sum is 0."),
]
