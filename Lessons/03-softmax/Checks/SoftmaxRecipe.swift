internal import Checks
internal import Tensors

/// How softmax is computed, so that a slip in one step is recognized.
let softmaxRecipe = Recipe { (see, x: Tensor) in
  let largest = see("the largest score of each row", .max, of: x)
  let shifted = see(
    "the score", x, .minus, "the largest score of its row", largest)
  let exponentials = see(.exponential, of: "the shifted score", shifted)
  let sums = see("the sum of each row's exponentials", .sum, of: exponentials)
  return see(
    "the exponential in the numerator", exponentials, .over,
    "the sum of the row's exponentials", sums)
}
