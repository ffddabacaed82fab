internal import Checks
package import Datasets
package import Tensors
package import Wire

/// Weights [784, 10] and biases [10], as received from a learner's program.
package struct LinearClassifier {
  package let w: Tensor
  package let b: Tensor

  package init?(_ value: WireValue) {
    guard case .list(let parts) = value, parts.count == 2,
      parts[0].tensor.shape == [784, 10], parts[1].tensor.shape == [10]
    else { return nil }
    (w, b) = (parts[0].tensor, parts[1].tensor)
  }

  /// The largest absolute value among the weights and biases; infinite if one
  /// is NaN.
  package var largest: Float {
    (w.values + b.values).reduce(0) {
      $1.isNaN ? .infinity : max($0, $1.magnitude)
    }
  }

  /// The mean loss and the accuracy, computed 1,000 images at a time.
  package func measured(
    on data: FashionMNIST
  ) -> (loss: Double, accuracy: Double) {
    var (loss, right) = (0.0, 0)
    for (x, y) in MiniBatches(data, batchSize: 1_000) {
      let logits = x.reshaped([y.count, 784]).matmul(w) + b
      loss += logits.crossEntropy(y).values.reduce(0) { $0 + Double($1) }
      right += zip(logits.argmax(axis: 1), y).count { $0 == $1 }
    }
    let count = Double(max(data.count, 1))
    return (loss / count, Double(right) / count)
  }
}
