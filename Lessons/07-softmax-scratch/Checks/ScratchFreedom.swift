internal import Checks
internal import Datasets
internal import References
internal import Tensors

// The ways in which the inputs of the four functions may vary.

let modelFreedom = [
  FreeDimension("images", [1, 3, .above(512)]) {
    (x: Tensor, _: Tensor, _: Tensor) in x.shape[0]
  },
  FreeDimension(
    "a weight", [.below(-10), .within(-1e-3...1e-3), .within(0.01...1)]
  ) { (_: Tensor, w: Tensor, _: Tensor) in w.values.map(Double.init) },
  FreeDimension("a pixel", [0, .within(0.001...0.99), 1]) {
    (x: Tensor, _: Tensor, _: Tensor) in x.values.map(Double.init)
  },
]

let epochFreedom =
  passFreedom.map(\.ofEpoch) + [
    FreeDimension(
      "learning rate", [0, .within(0.05...0.2), .within(1...3), .above(3)]
    ) {
      (
        _: [UInt8], _: [UInt8], _: Int, _: [Int], _: Tensor, _: Tensor,
        rate: Float
      ) in [Double(rate)]
    },
    FreeDimension("the mean loss", [.within(1e-4...0.009), .within(0.1...10)]) {
      (
        images: [UInt8], labels: [UInt8], _: Int, order: [Int], w: Tensor,
        b: Tensor, _: Float
      ) in
      let data = FashionMNIST(images: images, labels: labels)
      let loss = ScratchModel(w, b).measure(data, order[...]).loss
      return [loss / Double(order.count)]
    },
  ]

let evaluationFreedom =
  passFreedom.map(\.ofEvaluation) + [
    FreeDimension("right", [0, .within(0.01...0.99), 1]) {
      (
        images: [UInt8], labels: [UInt8], size: Int, order: [Int], w: Tensor,
        b: Tensor
      ) in [Double(fractionRight(images, labels, size, order, w, b))]
    },
    FreeDimension("many examples", [.above(5_000)]) {
      (
        _: [UInt8], _: [UInt8], _: Int, order: [Int], _: Tensor, _: Tensor
      ) in order.count
    },
  ]

/// The fraction of the examples in an order that a model classifies correctly.
@Sendable
func fractionRight(
  _ images: [UInt8], _ labels: [UInt8], _: Int, _ order: [Int], _ w: Tensor,
  _ b: Tensor
) -> Float {
  let data = FashionMNIST(images: images, labels: labels)
  let measured = ScratchModel(w, b).measure(data, order[...])
  return Float(measured.right) / Float(measured.count)
}

/// A way in which passes over examples in batches may vary.
private struct PassFreedom: Sendable {
  let name: String
  let cases: [FreeDimension.Case]
  let places: @Sendable (_ labels: [UInt8], _ size: Int, [Int]) -> [Double]

  init(
    _ name: String, _ cases: [FreeDimension.Case],
    places:
      @escaping @Sendable (_ labels: [UInt8], _ size: Int, _ order: [Int]) ->
      [Double]
  ) {
    (self.name, self.cases, self.places) = (name, cases, places)
  }

  var ofEpoch: FreeDimension {
    FreeDimension(name, cases) {
      (
        _: [UInt8], labels: [UInt8], size: Int, order: [Int], _: Tensor,
        _: Tensor, _: Float
      ) in places(labels, size, order)
    }
  }

  var ofEvaluation: FreeDimension {
    FreeDimension(name, cases) {
      (
        _: [UInt8], labels: [UInt8], size: Int, order: [Int], _: Tensor,
        _: Tensor
      ) in places(labels, size, order)
    }
  }
}

private let passFreedom = [
  PassFreedom("images that are not used", [.above(0)]) { labels, _, order in
    [Double(labels.count - order.count)]
  },
  PassFreedom("examples", [1, .within(2...5), .above(255)]) { _, _, order in
    [Double(order.count)]
  },
  PassFreedom("batch size", [1, 3, .above(255)]) { _, size, _ in
    [Double(size)]
  },
  PassFreedom("batches", [1, 2, 3, .above(3)]) { _, size, order in
    [Double((order.count + size - 1) / size)]
  },
  PassFreedom("examples in a last batch that is not full", [1, .above(1)]) {
    _, size, order in
    let rest = order.count % size
    return rest > 0 ? [Double(rest)] : []
  },
  PassFreedom("examples missing in the last batch", [0, 1, .above(1)]) {
    _, size, order in [Double((size - order.count % size) % size)]
  },
  PassFreedom("a label", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) { labels, _, order in
    order.map { Double(labels[$0]) }
  },
]
