import Tensors
import Testing

/// Against a loop over every element of the result, on 1,000 pairs of shapes.
@Test func broadcastsAsNumPyDoes() {
  for seed in UInt64(1)...1_000 {
    var generator = SeededGenerator(seed: seed)
    let whole = (0..<generator.below(5)).map { _ in generator.below(5) }
    func part() -> [Int] {
      let axes = whole.map { generator.below(3) == 0 ? 1 : $0 }
      return Array(axes.dropFirst(generator.below(axes.count + 1)))
    }
    let (shapeA, shapeB) = (part(), part())
    let a = Tensor.normal(shape: shapeA, using: &generator)
    let b = Tensor.normal(shape: shapeB, using: &generator)
    #expect(a + b == naive(a, b, +), "seed \(seed): \(shapeA) + \(shapeB)")
    #expect(a - b == naive(a, b, -), "seed \(seed): \(shapeA) - \(shapeB)")
    #expect(a * b == naive(a, b, *), "seed \(seed): \(shapeA) * \(shapeB)")
    #expect(a / b == naive(a, b, /), "seed \(seed): \(shapeA) / \(shapeB)")
  }
}

private func naive(
  _ a: Tensor, _ b: Tensor, _ operation: (Float, Float) -> Float
) -> Tensor {
  let rank = max(a.rank, b.rank)
  func padded(_ shape: [Int]) -> [Int] {
    [Int](repeating: 1, count: rank - shape.count) + shape
  }
  let (axesA, axesB) = (padded(a.shape), padded(b.shape))
  let shape = zip(axesA, axesB).map { $0 == 1 ? $1 : $0 }
  func element(_ x: Tensor, _ axes: [Int], _ index: [Int]) -> Float {
    var offset = 0
    for (i, length) in zip(index, axes) {
      offset = offset * length + (length == 1 ? 0 : i)
    }
    return x.values[offset]
  }
  let values = (0..<shape.reduce(1, *)).map { position in
    var rest = position
    var index = [Int](repeating: 0, count: rank)
    for axis in shape.indices.reversed() {
      index[axis] = rest % shape[axis]
      rest /= shape[axis]
    }
    return operation(element(a, axesA, index), element(b, axesB, index))
  }
  return Tensor(values, shape: shape)
}
