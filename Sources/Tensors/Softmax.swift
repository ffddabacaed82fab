// Softmax and related functions over the last axis of q classes. The functions
// that learners write in lessons 3 and 4 are not public.
//
// With m the largest element of a row x, and s = Σ exp(x − m), which never
// overflows:
//   softmax       p = exp(x − m) / s
//   logSumExp     m + log s
//   logSoftmax    x − m − log s
//   crossEntropy  log s − (x[y] − m)
// All four gradients use p, so one pass over the rows serves them all.

extension Tensor {
  /// exp xᵢ / Σ exp xⱼ of each row: `[n, q]` → `[n, q]`.
  package func softmax() -> Tensor {
    let p = softmaxRows(in: "softmax").probabilities
    return p.recording(
      edge { gradient in
        let product = gradient * p
        return product - p * product.sum(axis: -1, keepingDimensions: true)
      })
  }

  /// log Σ exp xⱼ of each row: `[n, q]` → `[n]`.
  package func logSumExp() -> Tensor {
    let rows = softmaxRows(in: "logSumExp")
    let values = zip(rows.largest.storage, rows.logTotal.storage).map {
      $0.magnitude == .infinity ? $0 : $0 + $1
    }
    return Tensor(unchecked: values, shape: shape.dropLast()).recording(
      edge { [kept = rows.largest.shape, p = rows.probabilities] in
        $0.reshaped(kept) * p
      })
  }

  /// The logarithm of softmax: `[n, q]` → `[n, q]`.
  package func logSoftmax() -> Tensor {
    let rows = softmaxRows(in: "logSoftmax")
    let result = detached() - rows.largest - rows.logTotal
    return result.recording(
      edge { [p = rows.probabilities] gradient in
        gradient - p * gradient.sum(axis: -1, keepingDimensions: true)
      })
  }

  /// −log softmax at the label of each row: logits `[n, q]` and n labels in
  /// `0..<q` → `[n]`.
  ///
  /// Rows whose label is `ignored` get 0.
  package func crossEntropy(
    _ labels: [Int], ignoring ignored: Int? = nil
  ) -> Tensor {
    checkLabels(labels, ignoring: ignored, in: "crossEntropy")
    let rows = softmaxRows(in: "crossEntropy")
    let q = shape[1]
    let losses = labels.indices.map { i in
      labels[i] == ignored
        ? 0
        : rows.logTotal.storage[i]
          - (storage[i * q + labels[i]] - rows.largest.storage[i])
    }
    return Tensor(losses).recording(
      edge { [p = rows.probabilities] gradient in
        var difference = p
        for (i, label) in labels.enumerated() {
          if label == ignored {
            for j in 0..<q { difference.storage[i * q + j] = 0 }
          } else {
            difference.storage[i * q + label] -= 1
          }
        }
        return difference * gradient.reshaped([-1, 1])
      })
  }
}

/// The result of one pass over the rows of `[n, q]`.
private struct SoftmaxRows {
  /// p, `[n, q]`.
  let probabilities: Tensor
  /// m, `[n, 1]`.
  let largest: Tensor
  /// The logarithm of s, `[n, 1]`.
  let logTotal: Tensor
}

extension Tensor {
  private func softmaxRows(in operation: String) -> SoftmaxRows {
    guard let q = shape.last, q > 0 else {
      stop(operation, "shape \(shape)", "there must be a class to choose")
    }
    let x = detached()
    let largest = x.max(axis: -1, keepingDimensions: true)
    let exponentials = (x - largest).exp()
    let total = exponentials.sum(axis: -1, keepingDimensions: true)
    return SoftmaxRows(
      probabilities: exponentials / total, largest: largest,
      logTotal: total.log())
  }
}
