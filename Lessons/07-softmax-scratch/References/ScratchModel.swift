package import Datasets
internal import System
package import Tensors

/// Weights and biases in Double, or their gradients.
package struct ScratchModel {
  package var w = [Double](repeating: 0, count: 7_840)
  package var b = [Double](repeating: 0, count: 10)

  package init() {}

  package init(_ w: Tensor, _ b: Tensor) {
    self.w = w.values.map(Double.init)
    self.b = b.values.map(Double.init)
  }

  package mutating func add(
    _ other: ScratchModel, times factor: Double,
    biasesTimes biasFactor: Double? = nil
  ) {
    for k in w.indices { w[k] += factor * other.w[k] }
    for k in b.indices { b[k] += (biasFactor ?? factor) * other.b[k] }
  }

  /// The score of each class for one image.
  package func scores(_ data: FashionMNIST, _ example: Int) -> [Double] {
    var scores = b
    for k in 0..<784 {
      let byte = data.images[example * 784 + k]
      if byte == 0 { continue }
      let pixel = Double(byte) / 255
      for j in 0..<10 { scores[j] += pixel * w[k * 10 + j] }
    }
    return scores
  }

  /// The sum of the losses of a batch, and the number of right examples.
  ///
  /// With `softmaxTwice`, the loss treats probabilities as scores.
  package func measure(
    _ data: FashionMNIST, _ batch: ArraySlice<Int>, softmaxTwice: Bool = false
  ) -> (loss: Double, right: Int, count: Int) {
    var (loss, right) = (0.0, 0)
    for example in batch {
      let scores = scores(data, example)
      let label = Int(data.labels[example])
      let share = softmax(softmaxTwice ? softmax(scores) : scores)[label]
      loss -= log(share)
      if scores[label] == scores.max() { right += 1 }
    }
    return (loss, right, batch.count)
  }

  /// Which gradient with respect to the scores to use: the right one, the right
  /// formula applied to probabilities instead of scores, or the derivative of a
  /// loss that treats probabilities as scores.
  package enum Gradient: Sendable { case right, twice, ofLossTwice }

  /// The gradient of the sum of the losses of a batch.
  package func slope(
    _ data: FashionMNIST, _ batch: ArraySlice<Int>,
    _ gradient: Gradient = .right
  ) -> ScratchModel {
    var slope = ScratchModel()
    for example in batch {
      let shares = softmax(scores(data, example))
      var error = gradient == .right ? shares : softmax(shares)
      error[Int(data.labels[example])] -= 1
      if gradient == .ofLossTwice { error = carried(error, through: shares) }
      for j in 0..<10 { slope.b[j] += error[j] }
      for k in 0..<784 {
        let byte = data.images[example * 784 + k]
        if byte == 0 { continue }
        let pixel = Double(byte) / 255
        for j in 0..<10 { slope.w[k * 10 + j] += pixel * error[j] }
      }
    }
    return slope
  }
}

/// Each exponential divided by the sum of all.
package func softmax(_ scores: [Double]) -> [Double] {
  let largest = scores.max() ?? 0
  let exponentials = scores.map { exp($0 - largest) }
  let total = exponentials.reduce(0, +)
  return exponentials.map { $0 / total }
}

/// Converts a gradient with respect to probabilities to one with respect to
/// scores.
package func carried(
  _ gradient: [Double], through shares: [Double]
) -> [Double] {
  let mean = zip(gradient, shares).reduce(0) { $0 + $1.0 * $1.1 }
  return zip(gradient, shares).map { ($0 - mean) * $1 }
}

/// The scores of each row of 784 pixels, computed number by number.
package func scoresByHand(
  _ x: Tensor, _ w: Tensor, _ b: Tensor
) -> [[Double]] {
  let (pixels, weights) = (x.values, w.values)
  let biases = b.values.map { Double($0) }
  return (0..<x.shape[0]).map { row in
    var scores = biases
    for k in 0..<784 {
      let pixel = Double(pixels[row * 784 + k])
      if pixel == 0 { continue }
      for j in 0..<10 { scores[j] += pixel * Double(weights[k * 10 + j]) }
    }
    return scores
  }
}
