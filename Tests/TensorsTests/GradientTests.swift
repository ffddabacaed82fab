import Testing

@testable import Tensors

/// An operation, and how to draw operands for it.
struct Operation: Sendable, CustomTestStringConvertible {
  let name: String
  let operands: @Sendable (inout SeededGenerator) -> [Tensor]
  let apply: @Sendable ([Tensor]) -> Tensor

  init(
    _ name: String,
    on operands: @escaping @Sendable (inout SeededGenerator) -> [Tensor],
    _ apply: @escaping @Sendable ([Tensor]) -> Tensor
  ) {
    self.name = name
    self.operands = operands
    self.apply = apply
  }

  var testDescription: String { name }
}

/// Compares each gradient with central differences of Σ c · f(x), on random
/// shapes with lengths from 0.
@Test(arguments: operations)
func gradientIsTheSlope(_ operation: Operation) throws {
  for seed in UInt64(1)...30 {
    var generator = SeededGenerator(seed: seed)
    let operands = operation.operands(&generator)
    let tracked = operands.map { $0.trackingGradients() }
    let output = operation.apply(tracked)
    let weights = Tensor.normal(shape: output.shape, using: &generator)
    (output * weights).sum().backward()

    for (k, operand) in operands.enumerated() {
      let gradient = try #require(tracked[k].gradient)
      #expect(gradient.shape == operand.shape, "seed \(seed)")
      for i in 0..<operand.count {
        let step: Float = 0x1p-6
        func value(_ x: Float) -> Double {
          var moved = operands
          moved[k].storage[i] = x
          return zip(operation.apply(moved).values, weights.values)
            .reduce(0) { $0 + Double($1.0) * Double($1.1) }
        }
        let x = operand.values[i]
        let slope = (value(x + step) - value(x - step)) / Double(2 * step)
        let found = Double(gradient.values[i])
        #expect(
          abs(found - slope) <= 4e-3 * max(1, abs(slope)),
          "seed \(seed), operand \(k), element \(i), shapes \(operands.map(\.shape))"
        )
      }
    }
  }
}

private func shape(
  _ generator: inout SeededGenerator, rank: Int? = nil, least: Int = 0
) -> [Int] {
  (0..<(rank ?? generator.below(4))).map { _ in
    least + generator.below(4 - least)
  }
}

/// Values a step apart from one another and from 0, in random order.
private func spread(
  _ shape: [Int], _ generator: inout SeededGenerator, positive: Bool = false
) -> Tensor {
  let count = shape.reduce(1, *)
  let order = generator.permutation(of: count)
  return Tensor(
    order.map { place in
      let size = 0.3 + 1.5 * Float(place) / Float(count)
      return positive || generator.below(2) == 0 ? size : -size
    }, shape: shape)
}

private func any(_ generator: inout SeededGenerator) -> [Tensor] {
  let shape = shape(&generator)
  return [spread(shape, &generator)]
}

private func positive(_ generator: inout SeededGenerator) -> [Tensor] {
  let shape = shape(&generator)
  return [spread(shape, &generator, positive: true)]
}

private func matrix(_ generator: inout SeededGenerator) -> [Tensor] {
  let shape = shape(&generator, rank: 2, least: 1)
  return [spread(shape, &generator)]
}

/// Rows of at least two elements, which differ.
private func wide(_ generator: inout SeededGenerator) -> [Tensor] {
  let n = 1 + generator.below(3)
  return [spread([n, 2 + generator.below(3)], &generator)]
}

/// Two shapes that broadcast: some axes of length 1, some left out in front.
private func pair(_ generator: inout SeededGenerator) -> [Tensor] {
  let whole = shape(&generator)
  func part() -> [Int] {
    let axes = whole.map { generator.below(3) == 0 ? 1 : $0 }
    return Array(axes.dropFirst(generator.below(axes.count + 1)))
  }
  let (a, b) = (part(), part())
  return [spread(a, &generator), spread(b, &generator)]
}

private func factors(_ generator: inout SeededGenerator) -> [Tensor] {
  let (n, d, q) = (generator.below(4), generator.below(4), generator.below(4))
  let a = generator.below(3) == 0 ? [d] : [n, d]
  let b = generator.below(3) == 0 ? [d] : [d, q]
  return [spread(a, &generator), spread(b, &generator)]
}

private let operations = [
  Operation("+", on: pair) { $0[0] + $0[1] },
  Operation("-", on: pair) { $0[0] - $0[1] },
  Operation("*", on: pair) { $0[0] * $0[1] },
  Operation("/", on: pair) { $0[0] / $0[1] },
  Operation("with itself", on: any) { $0[0] * $0[0] - $0[0] / $0[0] + $0[0] },
  Operation("with numbers", on: any) { 1 - (2 * $0[0] + 1) / 3 * 4 },
  Operation("negation", on: any) { -$0[0] },
  Operation("exp", on: any) { $0[0].exp() },
  Operation("log", on: positive) { $0[0].log() },
  Operation("squareRoot", on: positive) { $0[0].squareRoot() },
  Operation("absolute", on: any) { $0[0].absolute() },
  Operation("squared", on: any) { $0[0].squared() },
  Operation("relu", on: any) { $0[0].relu() },
  Operation("sigmoid", on: any) { $0[0].sigmoid() },
  Operation("sum", on: any) { $0[0].sum() },
  Operation("mean", on: matrix) { $0[0].mean() },
  Operation("max", on: matrix) { $0[0].max() },
  Operation("min", on: matrix) { $0[0].min() },
  Operation("min of columns", on: matrix) {
    $0[0].min(axis: 0, keepingDimensions: true)
  },
  Operation("standardDeviation", on: wide) { $0[0].standardDeviation() },
  Operation("standardDeviation of rows", on: wide) {
    $0[0].standardDeviation(axis: 1)
  },
  Operation("standardDeviation of columns", on: wide) {
    $0[0].transposed().standardDeviation(axis: 0, keepingDimensions: true)
  },
  Operation("a choice by comparison", on: any) {
    $0[0] * ($0[0] .> 0) + 2 * $0[0] * ($0[0] .<= 0)
  },
  Operation("sum of rows", on: matrix) { $0[0].sum(axis: 1) },
  Operation("sum of columns", on: matrix) {
    $0[0].sum(axis: -2, keepingDimensions: true)
  },
  Operation("mean of rows", on: matrix) { $0[0].mean(axis: 1) },
  Operation("max of rows", on: matrix) { $0[0].max(axis: 1) },
  Operation("max of columns", on: matrix) {
    $0[0].max(axis: 0, keepingDimensions: true)
  },
  Operation("reshaped", on: matrix) {
    $0[0].reshaped([-1, 1, $0[0].shape[0]])
  },
  Operation("transposed", on: matrix) { $0[0].transposed() },
  Operation("picking", on: matrix) { x in
    x[0].picking((0..<x[0].shape[0]).map { $0 % x[0].shape[1] })
  },
  Operation("row", on: matrix) { $0[0].row($0[0].shape[0] - 1) },
  Operation("a range of rows", on: matrix) { $0[0][..<1] * $0[0] },
  Operation("rows", on: pair) { Tensor(rows: [$0[0], $0[0]]) * $0[1].sum() },
  Operation("matmul", on: factors) { $0[0].matmul($0[1]) },
  Operation("softmax", on: matrix) { $0[0].softmax() },
  Operation("logSoftmax", on: matrix) { $0[0].logSoftmax() },
  Operation("logSumExp", on: matrix) { $0[0].logSumExp() },
  Operation("crossEntropy", on: matrix) { x in
    x[0].crossEntropy((0..<x[0].shape[0]).map { $0 % x[0].shape[1] })
  },
  Operation("crossEntropy, some ignored", on: matrix) { x in
    x[0].crossEntropy(
      (0..<x[0].shape[0]).map { $0 - 1 }.map { min($0, 0) },
      ignoring: -1)
  },
]
