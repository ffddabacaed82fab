internal import Checks
package import Datasets
package import Tensors
package import Wire

/// How far the scores of the classes are from each other and from 0.
package enum ScoreSize: Sendable, Equatable {
  /// They differ by several tenths, as after a little training.
  case usual
  /// They are around 1 and differ by less than 0.001: without the last digits
  /// of a pixel, a parameter or a score, another class wins.
  case close
  /// They are around 100 and differ by a few: their exponentials overflow.
  case large
  /// They are as usual, but one class's are higher by so much.
  case ahead(by: Float)
}

/// A pass over images in batches, and the images that the model classifies
/// wrongly at first; nil if the labels are random.
package struct Pass: Sendable {
  package let images: Int
  package let size: Int
  package let wrong: Range<Int>?
  package let scores: ScoreSize

  package init(
    images: Int, size: Int, wrong: Range<Int>? = nil,
    scores: ScoreSize = .usual
  ) {
    self.images = images
    self.size = size
    self.wrong = wrong
    self.scores = scores
  }
}

extension SeededGenerator {
  /// The arguments of an epoch over random images in random order; there are
  /// two more images than are used.
  package mutating func epoch(
    _ pass: Pass, learningRate: Float
  ) -> [WireValue] {
    let (data, w, b) = scratchInputs(count: pass.images + 2, pass.scores)
    let order = Array(permutation(of: data.count).prefix(pass.images))
    var labels = data.labels
    if let wrong = pass.wrong {
      labels = scratchLabels(data, w, b, order: order, wrong: wrong)
    }
    return arguments(
      data.images, labels, pass.size, order, w, b, learningRate)
  }

  /// The arguments of an evaluation, in which the answers `pass.wrong` are
  /// wrong; there are two more images than are used.
  package mutating func exam(_ pass: Pass) -> [WireValue] {
    let (data, w, b) = scratchInputs(count: pass.images + 2, pass.scores)
    let order = Array(permutation(of: data.count).prefix(pass.images))
    let labels = scratchLabels(
      data, w, b, order: order, wrong: pass.wrong ?? 0..<0)
    return arguments(data.images, labels, pass.size, order, w, b)
  }

  /// Images with random labels, and a model with scores of the given size.
  package mutating func scratchInputs(
    count: Int, _ scores: ScoreSize = .usual
  ) -> (data: FashionMNIST, w: Tensor, b: Tensor) {
    if scores == .close { return closeInputs(count: count) }
    // Thousands of pictures are almost black, so that they take little time.
    let data = scratchPictures(count: count, apart: count > 1_000 ? 800 : 15)
    if scores == .large {
      let (w, b) = scratchParameters(times: 10)
      return (data, w, b + 100)
    }
    var (w, b) = scratchParameters()
    if case .ahead(let lead) = scores { b[below(10)] += lead }
    return (data, w, b)
  }

  /// The labels that the model predicts, except at `wrong` positions of the
  /// order.
  package mutating func scratchLabels(
    _ data: FashionMNIST, _ w: Tensor, _ b: Tensor, order: [Int],
    wrong: Range<Int>
  ) -> [UInt8] {
    let model = ScratchModel(w, b)
    var labels = data.labels
    for (place, example) in order.enumerated() {
      let scores = model.scores(data, example)
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      labels[example] = UInt8(
        wrong.contains(place) ? (best + 1 + below(9)) % 10 : best)
    }
    return labels
  }

  /// Made-up images with random labels; a lit pixel comes at most `apart`
  /// pixels after another.
  package mutating func scratchPictures(
    count: Int, apart: Int = 15
  ) -> FashionMNIST {
    var images = [UInt8](repeating: 0, count: count * 784)
    var place = below(apart)
    while place < images.count {
      images[place] = UInt8(below(256))
      place += 1 + below(apart)
    }
    return FashionMNIST(images: images, labels: labels(count: count))
  }

  /// Weights and biases that are large enough for the classes to differ,
  /// multiplied by `scale`.
  package mutating func scratchParameters(
    times scale: Float = 1
  ) -> (w: Tensor, b: Tensor) {
    let w = Tensor.normal(
      standardDeviation: 0.1, shape: [784, 10], using: &self)
    let b = Tensor.normal(standardDeviation: 0.5, shape: [10], using: &self)
    return (w * scale, b * scale)
  }

  /// Copies of an image whose scores are all 1, with one pixel slightly
  /// lighter.
  private mutating func closeInputs(
    count: Int
  ) -> (data: FashionMNIST, w: Tensor, b: Tensor) {
    let base = scratchPictures(count: 1)
    let w = scratchParameters().w
    let scores = ScratchModel(w, Tensor.zeros(shape: [10])).scores(base, 0)
    let b = Tensor(scores.map { Float(1 - $0) })
    let model = ScratchModel(w, b)
    var images: [UInt8] = []
    while images.count < count * 784 {
      var picture = base.images
      let pixel = below(784)
      picture[pixel] = UInt8(min(255, Int(picture[pixel]) + 1 + below(2)))
      let sorted = model.scores(
        FashionMNIST(images: picture, labels: [0]), 0
      ).sorted()
      // The margin is so large that rounding, by about 1e-7, changes no winner.
      if sorted[9] - sorted[8] > 1e-5 { images += picture }
    }
    return (FashionMNIST(images: images, labels: labels(count: count)), w, b)
  }

  private mutating func labels(count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8(below(10)) }
  }
}
