// The two pieces stand in each other's place.
// fails: huber-example
// mistake: branches-swapped

/// Huber's loss of every element, with the threshold 1.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    abs(error) > 1 ? 0.5 * error * error : abs(error) - 0.5
  }
}
