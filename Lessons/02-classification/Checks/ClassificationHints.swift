internal import Checks

/// From the gentlest to the last, for each function.
let classificationHints: [Hint] = [
  Hint(
    "oneHot(_:classes:)",
    "Write down by hand what the labels 0 and 2 of three classes become: how "
      + "many rows, and how many columns?"),
  Hint(
    "oneHot(_:classes:)", when: ["one-hot-width", "classes-ignored"],
    "The number of columns is `classes`, not the largest label plus one: the "
      + "last class may happen to have no example."),
  Hint(
    "oneHot(_:classes:)", when: ["transposed", "off-by-one"],
    "One row an example, one column a class, and both counted from 0. Row i "
      + "speaks of `labels[i]`."),
  Hint(
    "oneHot(_:classes:)",
    "Begin with zeros of the whole shape. Then go through the labels with "
      + "their positions and change a single element of each row."),

  Hint(
    "predictedClasses(_:)",
    "For one row the answer is the *place* of its highest score, not the score "
      + "itself."),
  Hint(
    "predictedClasses(_:)", when: ["over-columns", "predicted-square"],
    "The axis that is named goes away. You want one answer for each example: "
      + "which axis has to go?"),
  Hint(
    "predictedClasses(_:)", when: ["starts-at-zero", "predicted-negative"],
    "All scores of a row may lie below 0. With what does your search for the "
      + "highest one begin?"),
  Hint(
    "predictedClasses(_:)",
    "The lesson finds the argmax of a single list with one call. A matrix has "
      + "the same call; only the axis along which it looks is another one."),

  Hint(
    "accuracy(_:_:)",
    "Count the rows whose predicted class is the label. You have just written "
      + "the function that gives the predicted classes."),
  Hint(
    "accuracy(_:_:)", when: ["integer-division", "count-for-fraction"],
    "The accuracy is a fraction between 0 and 1. What does Swift make of one "
      + "whole number divided by another?"),
  Hint(
    "accuracy(_:_:)", when: ["divided-by-elements", "divided-by-classes"],
    "Divide by the number of examples. It is the number of labels, and the "
      + "number of rows, but not the number of scores."),
  Hint(
    "accuracy(_:_:)",
    "Pair the predicted classes with the labels, count the pairs that are "
      + "equal, and make a `Float` of both counts before you divide."),
]
