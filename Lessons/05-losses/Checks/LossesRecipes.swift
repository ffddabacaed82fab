internal import Checks
internal import Tensors

// How each right answer is computed, so that a slip in one step is recognized.

let l2LossRecipe = ofError { see, error in
  see(
    "the factor 0.5", Tensor(0.5), .times, "the square of the error",
    see(.square, of: "the error", error))
}

let l1LossRecipe = ofError { see, error in
  see(.magnitude, of: "the error", error)
}

let huberLossRecipe = ofError { see, error in
  let factors = see(
    "one factor of the square", error, .times, "the other factor", error)
  let parabola = see(
    "the factor 0.5", Tensor(0.5), .times, "the square of the error", factors)
  let line = see(
    "the absolute value of the error",
    see(.magnitude, of: "the error in the straight piece", error), .minus,
    "0.5", Tensor(0.5))
  return see.where(
    "the absolute value that is compared", error.absolute(), "the threshold",
    1, parabola, else: line)
}

let l2GradientRecipe = ofError { _, error in error }

let l1GradientRecipe = ofError { see, error in
  let negative = see.where(
    "the negative of the error that is compared", -error,
    "the limit below which the answer is -1",
    0, Tensor(0), else: Tensor(-1))
  return see.where(
    "the error that is compared", error,
    "the limit above which the answer is 1",
    0, negative, else: Tensor(1))
}

let huberGradientRecipe = ofError { see, error in
  let capped = see("the error", error).clipped(
    -.infinity, see("the upper limit", 1 as Float))
  return see("the smaller one of 1 and the error", capped).clipped(
    see("the lower limit", -1 as Float), .infinity)
}

private func ofError(
  _ body: @escaping @Sendable (Steps, Tensor) -> Tensor
) -> Recipe {
  Recipe { (see, yHat: Tensor, y: Tensor) in
    body(see, see("the prediction", yHat, .minus, "the target", y))
  }
}

extension Tensor {
  fileprivate func clipped(_ low: Float, _ high: Float) -> Tensor {
    Tensor(values.map { Swift.max(low, Swift.min(high, $0)) }, shape: shape)
  }
}

extension Steps {
  /// One value where a number is at most the limit, and another elsewhere.
  fileprivate func `where`(
    _ name: String, _ x: Tensor, _ limitName: String, _ limit: Float,
    _ then: Tensor, else other: Tensor
  ) -> Tensor {
    let (x, limit) = (self(name, x), self(limitName, limit))
    return Tensor(
      x.values.indices.map {
        let choice = x.values[$0] <= limit ? then : other
        return choice.values[choice.count == 1 ? 0 : $0]
      }, shape: x.shape)
  }
}
