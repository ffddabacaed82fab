package import Checks
package import Datasets
package import Pages
internal import System
internal import Tensors

/// What a model predicts for the test images.
package struct Tested: Sendable {
  package let data: FashionMNIST
  package private(set) var predicted: [Int] = []
  /// The probability of the predicted class.
  package private(set) var confidence: [Double] = []

  package init(_ model: TrainedModel, on data: FashionMNIST) {
    self.data = data
    for (x, _) in MiniBatches(data, batchSize: 1_000) {
      let logits = model.logits(x)
      let powers =
        (logits - logits.max(axis: 1, keepingDimensions: true)).exp()
      let shares = powers / powers.sum(axis: 1, keepingDimensions: true)
      predicted += shares.argmax(axis: 1)
      confidence += shares.max(axis: 1).values.map { Double($0) }
    }
  }

  private func isRight(_ index: Int) -> Bool {
    predicted[index] == Int(data.labels[index])
  }

  /// The wrong predictions, the surest first.
  package var mistakes: [Int] {
    predicted.indices.filter { !isRight($0) }
      .sorted { confidence[$0] > confidence[$1] }
  }

  package var confusion: [[Int]] {
    let classes = FashionMNIST.classNames.count
    var counts = Array(
      repeating: Array(repeating: 0, count: classes), count: classes)
    for index in predicted.indices {
      counts[Int(data.labels[index])][predicted[index]] += 1
    }
    return counts
  }

  /// The predictions by confidence, in tenths.
  package var reliability: [ConfidenceBin] {
    (0..<10).map { tenth in
      let range = Double(tenth) / 10...Double(tenth + 1) / 10
      var bin = ConfidenceBin(range: range)
      let own = confidence.indices.filter {
        min(Int(confidence[$0] * 10), 9) == tenth
      }
      bin.count = own.count
      let count = Double(max(own.count, 1))
      bin.confidence = own.reduce(0) { $0 + confidence[$1] } / count
      bin.accuracy = Double(own.count(where: isRight)) / count
      return bin
    }
  }
}

/// The softmax of scores.
package func probabilities(of scores: [Float]) -> [Double] {
  let most = scores.max() ?? 0
  let powers = scores.map { exp(Double($0 - most)) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
