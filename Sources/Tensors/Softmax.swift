// What lessons 3 and 4 ask a learner to write is not public here.

extension Tensor {
  /// Softmax of each row of `[n, q]`: exp(x − max) / Σ exp(x − max).
  package func softmax(axis: Int = -1) -> Tensor {
    let shifted = detached()
    let exponentials =
      (shifted - shifted.max(axis: axis, keepingDimensions: true)).exp()
    let result =
      exponentials / exponentials.sum(axis: axis, keepingDimensions: true)
    return result.recording(
      edge { gradient in
        let product = gradient * result
        return product
          - result * product.sum(axis: axis, keepingDimensions: true)
      })
  }

  /// log Σ exp x of each row: `[n, q]` → `[n]`.
  package func logSumExp(
    axis: Int = -1, keepingDimensions: Bool = false
  ) -> Tensor {
    let x = detached()
    let largest = x.max(axis: axis, keepingDimensions: true)
    let total = (x - largest).exp().sum(axis: axis, keepingDimensions: true)
    let result = total.log() + largest
    let view = AxisView(shape, axis, in: "logSumExp")
    return result.reshaped(keepingDimensions ? view.kept : view.shape)
      .recording(
        edge { gradient in
          gradient.reshaped(view.kept) * x.softmax(axis: axis)
        })
  }

  /// The logarithm of softmax of each row: x − log Σ exp x.
  package func logSoftmax(axis: Int = -1) -> Tensor {
    self - logSumExp(axis: axis, keepingDimensions: true)
  }

  /// The cross-entropy of each row of logits `[n, q]` with its label: `[n]`.
  package func crossEntropy(_ labels: [Int]) -> Tensor {
    logSumExp() - picking(labels)
  }
}
