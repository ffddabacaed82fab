import Tensors

/// Turns each row of scores into probabilities by the differences of the
/// scores alone: 1 / Σₖ exp(xₖ − xⱼ).
///
/// An exponential that overflows makes its probability 1 / ∞ = 0, which is
/// what it should be; no maximum is needed. O(nq²).
public func softmax(_ x: Tensor) -> Tensor {
  let (n, q) = (x.shape[0], x.shape[1])
  let differences = x.reshaped([n, 1, q]) - x.reshaped([n, q, 1])
  return 1 / differences.exp().sum(axis: 2)
}

/// Whether `yHat` can be the softmax of `x`, by what must hold of it: it has
/// the shape of `x`, no number is negative, each row sums to 1, and the ratio
/// of two probabilities is the exponential of the difference of their scores.
///
/// It suffices to compare each with the class of the largest score.
public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  let isNowhereNegative = yHat.values.allSatisfy { $0 >= 0 }
  let rowsSumToOne = yHat.sum(axis: 1).values.allSatisfy {
    abs($0 - 1) < 1e-4
  }
  let ratiosHold = (0..<x.shape[0]).allSatisfy { i in
    let best = x.row(i).argmax(axis: 0)[0]
    return (0..<x.shape[1]).allSatisfy { j in
      let ratio = Tensor(x[i, j] - x[i, best]).exp().item
      return abs(yHat[i, j] - ratio * yHat[i, best]) < 1e-4
    }
  }
  return isNowhereNegative && rowsSumToOne && ratiosHold
}
