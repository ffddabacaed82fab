package import Datasets
package import Tensors
package import Wire

/// The weights of a learner's classifier: linear layers, and a ReLU between
/// each two of them.
package struct TrainedModel: Sendable {
  /// For each layer its weights [inputs, outputs] and its biases [outputs].
  package let layers: [(w: Tensor, b: Tensor)]

  /// The model with these parameters, weights and biases in turn; nil if their
  /// shapes do not fit together, or if images of `pixels` pixels or the ten
  /// classes do not fit.
  package init?(_ parameters: [Tensor], pixels: Int = 784) {
    guard !parameters.isEmpty, parameters.count.isMultiple(of: 2) else {
      return nil
    }
    var layers: [(w: Tensor, b: Tensor)] = []
    var inputs = pixels
    for index in stride(from: 0, to: parameters.count, by: 2) {
      let (w, b) = (parameters[index], parameters[index + 1])
      guard w.shape.count == 2, w.shape[0] == inputs, b.shape == [w.shape[1]]
      else { return nil }
      layers.append((w, b))
      inputs = w.shape[1]
    }
    guard inputs == FashionMNIST.classNames.count else { return nil }
    self.layers = layers
  }

  /// A single layer, weights and biases, as softmax regression has; nil for
  /// anything else.
  package init?(singleLayer value: WireValue) {
    guard case .list(let parts) = value, parts.count == 2,
      let parameters = try? [Tensor](wireValue: value)
    else { return nil }
    self.init(parameters)
  }

  /// The largest absolute value of a parameter; infinite if one is NaN.
  package var largest: Float {
    parameters.flatMap(\.values).reduce(0) {
      $1.isNaN ? .infinity : max($0, $1.magnitude)
    }
  }

  package var parameters: [Tensor] { layers.flatMap { [$0.w, $0.b] } }

  /// Whether every parameter is a number.
  package var isFinite: Bool {
    parameters.allSatisfy { $0.values.allSatisfy(\.isFinite) }
  }

  /// The scores of images: [n, …] to [n, q].
  package func logits(_ x: Tensor) -> Tensor {
    var values = x.reshaped([x.shape[0], -1])
    for (index, layer) in layers.enumerated() {
      values = values.matmul(layer.w) + layer.b
      if index < layers.count - 1 { values = values.relu() }
    }
    return values
  }

  /// The mean cross-entropy and the accuracy, computed 1,000 images at a time.
  package func measured(
    on data: FashionMNIST
  ) -> (loss: Double, accuracy: Double) {
    var (loss, right) = (0.0, 0)
    for (x, y) in MiniBatches(data, batchSize: 1_000) {
      let logits = logits(x)
      loss += logits.crossEntropy(y).values.reduce(0) { $0 + Double($1) }
      right += zip(logits.argmax(axis: 1), y).count { $0 == $1 }
    }
    let count = Double(max(data.count, 1))
    return (loss / count, Double(right) / count)
  }
}
