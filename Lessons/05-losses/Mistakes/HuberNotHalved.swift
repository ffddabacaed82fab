// The square of a small error is not halved.
// fails: huber-agreement
// mistake: not-halved

/// Huber's loss of every element, with the threshold 1.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    abs(error) <= 1 ? error * error : abs(error) - 0.5
  }
}
