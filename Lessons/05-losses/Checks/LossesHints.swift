package import Checks

/// Help with lesson 05, from the gentlest to the last.
package let lossesHints: [Hint] = lossHints + slopeHints

private let lossHints: [Hint] = [
  Hint(
    "l2Loss(_:_:)",
    "Work the lesson's errors −3 and ½ out on paper first: what do they cost?"),
  Hint(
    "l2Loss(_:_:)", when: ["mean", "sum", "divided-by-n", "l2-shapes"],
    "There is one loss for each element. Look at the shape of what you return: "
      + "nothing is added up here."),
  Hint(
    "l2Loss(_:_:)",
    "Operators work element by element. The error is one tensor, its square "
      + "another of the same shape, and a number times a tensor a third."),
  Hint(
    "l1Loss(_:_:)",
    "A prediction that is 2 too low costs as much as one that is 2 too high."),
  Hint(
    "l1Loss(_:_:)", when: ["sign-kept", "l1-symmetric"],
    "Your loss is below 0 somewhere. What has to happen to the sign of the "
      + "error?"),
  Hint(
    "l1Loss(_:_:)",
    "Look through the methods of `Tensor` for one that drops the sign of every "
      + "element."),
  Hint(
    "huberLoss(_:_:)",
    "Two formulas, and a question that decides between them for every element "
      + "by itself: is the error within 1, in either direction?"),
  Hint(
    "huberLoss(_:_:)", when: ["not-joined", "not-halved", "huber-joined"],
    "Put an error of exactly 1 into both formulas. They should agree."),
  Hint(
    "huberLoss(_:_:)",
    "`Tensor` has no `if`. Go through the values of the error, make a number "
      + "of each, and build a tensor of the same shape from these numbers."),
]

private let slopeHints: [Hint] = [
  Hint(
    "l2Gradient(_:_:)",
    "Only ŷ moves; y stays. How fast does half a square grow?"),
  Hint(
    "l2Gradient(_:_:)", when: ["doubled", "halved"],
    "The derivative of a square brings a 2. What does the ½ do to it?"),
  Hint(
    "l2Gradient(_:_:)",
    "The derivative of ½ e² by e is e, and e grows as fast as ŷ does."),
  Hint(
    "l1Gradient(_:_:)",
    "Draw the absolute loss: two straight lines. A straight line has the same "
      + "slope everywhere."),
  Hint(
    "l1Gradient(_:_:)", when: ["kink-nan", "kink-one", "l1-gradient-kink"],
    "Between the two lines there is a corner. The comment above the function "
      + "says what we agreed to return there."),
  Hint(
    "l1Gradient(_:_:)",
    "Three cases for each element: ŷ above y, ŷ below y, and both equal. Each "
      + "has one answer, and no division is needed."),
  Hint(
    "huberGradient(_:_:)",
    "Take the derivative of each of the two pieces by itself."),
  Hint(
    "huberGradient(_:_:)",
    when: ["one-side", "always-positive", "min-max-exchanged"],
    "Try an error of −3. Which way does the loss go when ŷ rises a little?"),
  Hint(
    "huberGradient(_:_:)",
    "Within 1 the slope is the error; beyond, it stays where it was at 1 or "
      + "at −1. So the error is kept between two bounds."),
]
