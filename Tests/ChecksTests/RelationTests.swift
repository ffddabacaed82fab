import Checks
import Foundation
import Tensors
import Testing
import Wire

/// Right answers of several kinds, by plain loops; each number of the result
/// depends on the whole row.
private let rights: [@Sendable (Tensor) -> Tensor] = [
  { x in
    byRow(x) { row in row.map { exp($0) / row.map { exp($0) }.reduce(0, +) } }
  },
  { x in byRow(x) { row in row.map { 0.5 * $0 * $0 + 0.25 + 0.1 * row[0] } } },
  { x in byRow(x) { row in row.map { 2 + sin($0) * 0.75 + 0.01 * row[0] } } },
]

private func byRow(_ x: Tensor, _ change: ([Float]) -> [Float]) -> Tensor {
  let width = x.shape[1]
  let rows = (0..<x.shape[0]).map { i in
    change((0..<width).map { x[i, $0] })
  }
  return Tensor(rows.flatMap { $0 }, shape: x.shape)
}

private func numbers(_ x: Tensor, _ change: (Float) -> Float) -> Tensor {
  Tensor(x.values.map(change), shape: x.shape)
}

private func cells(
  _ x: Tensor, _ change: (Int, Int, Float) -> Float
) -> Tensor {
  var result = x
  for i in 0..<x.shape[0] {
    for j in 0..<x.shape[1] { result[i, j] = change(i, j, x[i, j]) }
  }
  return result
}

/// A check of a right answer on matrices of several sizes.
private func check(_ right: @escaping @Sendable (Tensor) -> Tensor) -> Check {
  let subject = Subject("f(_:)", axes: ["nq"], reference: right)
  return .agrees("same", subject) { random, number in
    arguments(
      Tensor.normal(
        mean: 0, standardDeviation: 1,
        shape: [1 + (number + 1) % 4, 2 + number % 3], using: &random))
  }
}

private func relation(
  seed: UInt64, by wrong: @escaping (Tensor, Tensor) -> Tensor
) -> Relation? {
  let right = rights[Int(seed % 3)]
  let outcome = examine(
    check(right), by: learner { wrong($0, right($0)) }, seed: seed)
  guard case .failed(let failure) = outcome else { return nil }
  return failure.relation
}

/// A mistake that is planted, by the id of its relation.
private struct Plant: Sendable, CustomTestStringConvertible {
  let id: String
  let wrong: @Sendable (inout SeededGenerator, Tensor, Tensor) -> Tensor

  init(
    _ id: String,
    _ wrong:
      @escaping @Sendable (inout SeededGenerator, Tensor, Tensor) ->
      Tensor
  ) {
    self.id = id
    self.wrong = wrong
  }

  var testDescription: String { id }
}

private let plants: [Plant] = [
  Plant("factor") { random, _, y in
    let k = Float.random(in: 1.5..<20, using: &random)
    return numbers(y) { $0 * k }
  },
  Plant("factor") { _, _, y in numbers(y) { $0 * Float(y.shape[0]) } },
  Plant("factor") { _, _, y in numbers(y) { $0 / Float(y.shape[1]) } },
  Plant("factor") { _, _, y in numbers(y) { $0 * 100 } },
  Plant("negated") { _, _, y in numbers(y) { -$0 } },
  Plant("offset") { random, _, y in
    let c = Float.random(in: 0.5..<5, using: &random)
    return numbers(y) { $0 + c }
  },
  Plant("offset") { _, _, y in numbers(y) { $0 - Float(y.shape[1]) } },
  Plant("complement") { _, _, y in numbers(y) { 1 - $0 } },
  Plant("affine") { random, _, y in
    let a = Float.random(in: 2..<4, using: &random)
    let b = Float.random(in: 1..<2, using: &random)
    return numbers(y) { a * $0 + b }
  },
  Plant("reciprocal") { _, _, y in numbers(y) { 1 / $0 } },
  Plant("square") { _, _, y in numbers(y) { $0 * $0 } },
  Plant("root") { _, _, y in numbers(y) { $0.squareRoot() } },
  Plant("logarithm") { _, _, y in numbers(y) { log($0) } },
  Plant("exponential") { _, _, y in numbers(y) { exp($0) } },
  Plant("rounded") { _, _, y in numbers(y) { ($0 * 100).rounded() / 100 } },
  Plant("transposed") { _, _, y in
    let t = (0..<y.shape[1]).flatMap { j in
      (0..<y.shape[0]).map { y[$0, j] }
    }
    return Tensor(t, shape: [y.shape[1], y.shape[0]])
  },
  Plant("transposed") { _, _, y in
    let t = (0..<y.shape[1]).flatMap { j in
      (0..<y.shape[0]).map { y[$0, j] }
    }
    return Tensor(t, shape: y.shape)
  },
  Plant("reversed") { _, _, y in byRow(y) { $0.reversed() } },
  Plant("reversed") { _, _, y in
    cells(y) { i, j, _ in y[y.shape[0] - 1 - i, j] }
  },
  Plant("moved") { _, _, y in
    cells(y) { i, j, _ in y[i, (j + 1) % y.shape[1]] }
  },
  Plant("moved") { _, _, y in
    cells(y) { i, j, _ in y[(i + 1) % y.shape[0], j] }
  },
  Plant("permuted") { random, _, y in
    var numbers = y.values
    numbers.shuffle(using: &random)
    return Tensor(numbers, shape: y.shape)
  },
  Plant("sorted") { _, _, y in byRow(y) { $0.sorted() } },
  Plant("repeated") { _, _, y in cells(y) { _, j, _ in y[0, j] } },
  Plant("running") { _, _, y in
    byRow(y) { row in row.indices.map { row[...$0].reduce(0, +) } }
  },
  Plant("input") { _, x, _ in x },
  Plant("constant") { random, _, y in
    numbers(y) { _ in 0.5 }
  },
  Plant("argument") { _, x, y in
    Tensor(zip(x.values, y.values).map { $0 + $1 }, shape: y.shape)
  },
  Plant("only-last-row") { random, _, y in
    cells(y) { i, _, v in
      i == y.shape[0] - 1 ? Float.random(in: 5..<6, using: &random) : v
    }
  },
  Plant("only-first-column") { random, _, y in
    cells(y) { _, j, v in j == 0 ? 7 * v * v + 1 : v }
  },
  Plant("only-diagonal") { _, _, y in
    cells(y) { i, j, v in i == j ? 7 * v * v + 1 : v }
  },
  Plant("only-negative") { _, x, y in
    cells(y) { i, j, v in x[i, j] < 0 ? 0 : v }
  },
  Plant("row-factor") { random, _, y in
    byRow(y) { row in
      let k = Float.random(in: 2..<9, using: &random)
      return row.map { $0 * k }
    }
  },
  Plant("one-row") { _, _, y in
    y.shape[0] == 1 ? y : cells(y) { i, _, v in v * v * Float(i + 3) }
  },
  Plant("sum") { _, _, y in Tensor(y.values.reduce(0, +)) },
  Plant("average") { _, _, y in
    Tensor(y.values.reduce(0, +) / Float(y.values.count))
  },
]

@Suite("What holds between answers and right answers")
struct RelationTests {
  @Test(arguments: plants)
  fileprivate func whatWasPlantedIsFound(_ plant: Plant) {
    var missed: [String] = []
    for seed in seeds(100) {
      // The same numbers are drawn at each call: they are the mistake's.
      let found = relation(seed: seed) { x, y in
        var random = SeededGenerator(seed: seed)
        return plant.wrong(&random, x, y)
      }
      if found?.id != plant.id {
        missed.append("\(seed): \(found?.id ?? "nothing")")
      }
    }
    #expect(missed.count <= 2, "\(missed)")
  }

  /// Wrong answers between which and the right ones nothing holds.
  @Test func nothingIsClaimedWhereNothingHolds() {
    var claims: [String] = []
    for seed in seeds(1_000) {
      var random = SeededGenerator(seed: seed)
      let kind = Int(seed / 3) % 6
      let found = relation(seed: seed) { x, y in
        cells(y) { i, j, v in
          switch kind {
          case 0: v + Float.random(in: -1...1, using: &random)
          case 1: Float.random(in: -2...2, using: &random)
          case 2: v * Float.random(in: 0.3..<3, using: &random)
          case 3:
            Float.random(in: 0..<1, using: &random) < 0.4
              ? Float.random(in: 3..<9, using: &random) : v
          case 4: v * x[i, j] * 0.37 + 0.61 * x[i, 0] * x[i, 0] * v
          default:
            sin(3 * v) * Float(1 + i) + cos(x[i, j]) * Float(2 + j * j)
          }
        }
      }
      if let found { claims.append("\(kind): \(found.words)") }
    }
    #expect(claims.count <= 5, "\(claims)")
  }

  /// A step of a parameter against its gradient: p - rate * g.
  @Test func aStepThatIsTooLongIsToldFromAValueThatIs() {
    let step = Subject(
      "step(_:_:rate:)", axes: ["nq", "nq", ""],
      reference: { (p: Tensor, g: Tensor, rate: Float) in p - g * rate })
    let check = Check.agrees("step", step) { random, number in
      let shape = [1 + number % 3, 2 + number % 2]
      func draw() -> Tensor {
        Tensor.normal(
          mean: 0, standardDeviation: 1, shape: shape, using: &random)
      }
      return arguments(draw(), draw(), Float(1 + number % 5) / 10)
    }
    func found(
      _ wrong: @escaping (Tensor, Tensor, Float) -> Tensor
    ) -> Relation? {
      let callee = LocalCallee {
        .tensor(
          wrong(
            try Tensor(wireValue: $0[0]), try Tensor(wireValue: $0[1]),
            try Float(wireValue: $0[2])))
      }
      guard case .failed(let failure) = examine(check, by: callee, seed: 1)
      else { return nil }
      return failure.relation
    }
    #expect(found { p, g, rate in p - g * (2 * rate) }?.id == "factor")
    #expect(found { p, g, rate in p + g * rate }?.id == "negated")
    let small = found { p, g, rate in p - g * rate * rate }
    #expect(small?.words.contains("multiplied by the argument rate") == true)
    let unscaled = found { p, g, _ in p - g }
    #expect(unscaled?.words.contains("rate") == true, "\(unscaled as Any)")
  }

  @Test func whatIsAppliedTwiceIsToldSo() {
    let found = relation(seed: 3) { _, y in rights[0](y) }
    #expect(found?.id == "twice")
  }

  /// The right answer to another argument, for a function of two.
  @Test(arguments: [
    ("altered-negated", "second argument has the opposite sign"),
    ("altered-raised", "first argument is larger by 1"),
    ("altered-squared", "first argument is squared"),
    ("altered-other", "second argument is replaced by the first"),
    ("arguments", "first argument times the second argument"),
  ])
  func theRightAnswerToAnotherArgumentIsToldSo(_ id: String, _ words: String) {
    let right: @Sendable (Tensor, Tensor) -> Tensor = { x, y in
      cells(x) { i, j, v in Float(sin(Double(v))) + 2 * v * y[i, j] - y[i, j] }
    }
    let check = Check.agrees(
      "both", Subject("f(_:_:)", axes: ["nq", "nq"], reference: right)
    ) { random, number in
      let shape = [1 + (number + 1) % 4, 2 + number % 3]
      func draw() -> Tensor {
        Tensor.normal(
          mean: 0, standardDeviation: 1, shape: shape, using: &random)
      }
      return arguments(draw(), draw())
    }
    for seed in 1...20 as ClosedRange<UInt64> {
      let callee = LocalCallee {
        let x = try Tensor(wireValue: $0[0])
        let y = try Tensor(wireValue: $0[1])
        let answer =
          switch id {
          case "altered-negated": right(x, numbers(y) { -$0 })
          case "altered-raised": right(numbers(x) { $0 + 1 }, y)
          case "altered-squared": right(numbers(x) { $0 * $0 }, y)
          case "altered-other": right(x, x)
          default: cells(x) { i, j, v in v * y[i, j] }
          }
        return .tensor(answer)
      }
      guard case .failed(let failure) = examine(check, by: callee, seed: seed)
      else {
        Issue.record("\(id) passes")
        continue
      }
      #expect(failure.relation?.id == id, "seed \(seed)")
      #expect(failure.relation?.words.contains(words) == true)
    }
  }

  /// Half of what is right, where two arguments differ by 1 or less; that they
  /// differ by exactly 1 happens, too.
  @Test func aRegionWithItsFactorIsToldSo() {
    let clamped: @Sendable (Tensor, Tensor) -> Tensor = { x, y in
      numbers(x - y) { min(max($0, -1), 1) }
    }
    let check = Check.agrees(
      "clamped", Subject("f(_:_:)", axes: ["n", "n"], reference: clamped)
    ) { random, number in
      func draw() -> Tensor {
        Tensor((0...number % 4).map { _ in Float(random.below(9)) / 2 })
      }
      return arguments(draw(), draw())
    }
    let callee = LocalCallee {
      let e = try Tensor(wireValue: $0[0]) - Tensor(wireValue: $0[1])
      return .tensor(
        numbers(e) { $0.magnitude > 1 ? $0 / $0.magnitude : $0 / 2 })
    }
    guard case .failed(let failure) = examine(check, by: callee, seed: 2)
    else { return #expect(Bool(false), "it passes") }
    #expect(
      failure.relation?.words.contains(
        "differ by 1 or less, where your answer has 0.5 times the right "
          + "value") == true,
      "\(failure.relation as Any)")
  }

  /// One axis is gone from the answer, with the mean of what was asked for.
  @Test(arguments: [0, 1])
  func aMeanAlongAnAxisIsToldSo(_ axis: Int) {
    let found = relation(seed: 4) { _, y in
      let lengths = [y.shape[1], y.shape[0]]
      return Tensor(
        (0..<lengths[axis]).map { k in
          let line = (0..<y.shape[axis]).map {
            axis == 0 ? y[$0, k] : y[k, $0]
          }
          return line.reduce(0, +) / Float(line.count)
        })
    }
    #expect(found?.words.contains("mean along axis \(axis)") == true)
  }
}
