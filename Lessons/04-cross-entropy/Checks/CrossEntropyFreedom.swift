internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The ways in which labels may vary, along with their scores or probabilities.
let labelFreedom = [
  FreeDimension("a label", [0, 1, 2, .within(128...255), .above(255)]) {
    (_: Tensor, y: [Int]) in y.map(Double.init)
  },
  FreeDimension("the last class is a label") { (x: Tensor, y: [Int]) in
    x.shape[1] > 1 && y.contains(x.shape[1] - 1)
  },
  FreeDimension("a label that occurs twice") { (_: Tensor, y: [Int]) in
    Set(y).count < y.count
  },
  FreeDimension("labels that are not sorted") { (_: Tensor, y: [Int]) in
    y != y.sorted() && y.reversed() != y.sorted()
  },
]

extension Trial {
  /// The labels in argument `index`.
  func labels(_ index: Int) -> [Int] {
    if case .integers(let labels) = arguments[index] { labels } else { [] }
  }
}
