internal import Checks
internal import Tensors

// How each right answer is computed, so that a slip in one step is recognized.

let linearRecipe = Recipe { (see, x: Tensor, w: Tensor, b: Tensor) in
  see("the product of x and w", x.matmul(w), .plus, "b", b)
}

let lossRecipe = Recipe { (see, yHat: Tensor, y: Tensor) in
  let error = see("the prediction", yHat, .minus, "the target", y)
  return see(
    "the factor 0.5", Tensor(0.5), .times, "the square of the error",
    see(.square, of: "the error", error))
}

let stepRecipe = Recipe {
  (see, parameters: [Tensor], gradients: [Tensor], rate: Float, size: Int) in
  zip(parameters, gradients).map { parameter, gradient in
    let count = Tensor(Float(see("the batch size", size)))
    let factor = see(
      "the learning rate", Tensor(rate), .over, "the batch size as a Float",
      count)
    let parameter = see("the parameter", parameter)
    let step = see(
      "the learning rate over the batch size", factor, .times, "the gradient",
      gradient)
    return see("the parameter", parameter, .minus, "the step", step)
  }
}
