// A layer of its own adds the biases twice.
// fails: model-trained
// mistake: biases-not-once

/// A model for pictures of shape [n, 1, 28, 28] that gives ten scores each.
public func makeModel(seed: UInt64) -> Sequential {
  var generator = SeededGenerator(seed: seed)
  return Sequential {
    OwnLinear(
      w: Tensor.normal(
        standardDeviation: 0.01, shape: [784, 10], using: &generator
      ).trackingGradients(), b: Tensor.zeros(shape: [10]).trackingGradients())
  }
}

private struct OwnLinear: Layer {
  var w: Tensor
  var b: Tensor
  let description = "OwnLinear"

  var parameters: [Tensor] {
    get { [w, b] }
    set { (w, b) = (newValue[0], newValue[1]) }
  }

  func callAsFunction(_ x: Tensor) -> Tensor {
    x.reshaped([-1, 784]).matmul(w) + 2 * b
  }
}
