// The error is compared with 1 with its sign on.
// fails: huber-agreement
// mistake: threshold-signed

/// Huber's loss of every element, with the threshold 1.
public func huberLoss(_ yHat: Tensor, _ y: Tensor) -> Tensor {
  each(yHat - y) { error in
    error <= 1 ? 0.5 * error * error : abs(error) - 0.5
  }
}
