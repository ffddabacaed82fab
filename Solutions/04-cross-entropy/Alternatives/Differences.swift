import Tensors

/// The cross-entropy of each row: minus the logarithm of the probability
/// given to the right class.
public func crossEntropy(_ yHat: Tensor, _ y: [Int]) -> Tensor {
  // The logarithm of a quotient: log(1 / ŷ) = −log ŷ.
  (1 / yHat.picking(y)).log()
}

/// The logarithm of the sum of the exponentials of each row.
public func logSumExp(_ x: Tensor) -> Tensor {
  // One score after another: log(eᵃ + eᵇ) = max + log(1 + e^−|a−b|).
  (0..<x.shape[1]).dropFirst().reduce(column(0, of: x)) { total, j in
    let next = column(j, of: x)
    let distance = (total - next).absolute()
    let larger = next + (0.5 * (total - next) + 0.5 * distance)
    return larger + (1 + (-distance).exp()).log()
  }
}

/// The cross-entropy of each row, from logits.
public func crossEntropy(logits: Tensor, _ y: [Int]) -> Tensor {
  // Only differences of scores matter: log Σ exp(o − o_y).
  logSumExp(logits - logits.picking(y).reshaped([-1, 1]))
}

/// The gradient of each row's cross-entropy with respect to the logits.
public func crossEntropyGradient(logits: Tensor, _ y: [Int]) -> Tensor {
  // Reverse mode finds the same gradient, from the loss alone.
  let scores = logits.trackingGradients()
  crossEntropy(logits: scores, y).sum().backward()
  return scores.gradient ?? Tensor.zeros(shape: logits.shape)
}

/// Column j of a matrix, as a vector.
private func column(_ j: Int, of x: Tensor) -> Tensor {
  x.picking([Int](repeating: j, count: x.shape[0]))
}
