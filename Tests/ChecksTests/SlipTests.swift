import Checks
import Foundation
import Tensors
import Testing
import Wire

/// In each row: the score minus the largest, its exponential times their sum,
/// plus the score of the label; the learner's way, by plain loops, with a slip
/// chosen by name.
private func answer(_ x: Tensor, _ labels: [Int], _ slip: String) -> Tensor {
  func half(_ v: Float) -> Float { Float(Float16(v)) }
  let rows = x.rows
  let labels =
    switch slip {
    case "labels reversed": Array(labels.reversed())
    case "labels halved": labels.map { $0 / 2 }
    case "first label only": labels.map { _ in labels[0] }
    default: labels
    }
  let all = zip(rows, labels).map { row, label -> [Float] in
    let largest =
      switch slip {
      case "minimum": row.min() ?? 0
      case "mean": row.reduce(0, +) / Float(row.count)
      case "maximum left out": Float(0)
      case "maximum halved": (row.max() ?? 0) / 2
      default: row.max() ?? 0
      }
    let shifted = row.map { slip == "added" ? $0 + largest : $0 - largest }
    let powers = zip(row, shifted).map { score, shifted in
      switch slip {
      case "squares": shifted * shifted
      case "no exponential": shifted
      case "clipped": exp(max(shifted, -1))
      case "complement": exp(1 - shifted)
      case "exponential of each": exp(score) - exp(largest)
      default: exp(shifted)
      }
    }
    let sum = powers.reduce(0, +) + (slip == "sum raised" ? 1 : 0)
    return powers.map { power in
      switch slip {
      case "divided": power / sum + row[label]
      case "label left out": power * sum
      case "label's score rounded": power * sum + row[label].rounded()
      case "label's score in Float16": power * sum + half(row[label])
      case "label's score squared": power * sum + row[label] * row[label]
      case "answer in Float16": half(power * sum + row[label])
      default: power * sum + row[label]
      }
    }
  }
  return Tensor(all.flatMap { $0 }, shape: x.shape)
}

private let recipe = Recipe { (see, x: Tensor, labels: [Int]) in
  let largest = see("the maximum", .max, of: x)
  let shifted = see("the score", x, .minus, "the maximum", largest)
  let powers = see(.exponential, of: "the shifted score", shifted)
  let product = see(
    "the power", powers, .times, "the sum of the row", sums(powers))
  let labels = see("the list of labels", labels)
  let picked = zip(x.rows, labels).map {
    $0.indices.contains($1) ? $0[$1] : 0
  }
  guard picked.count == x.shape[0] else { return x }
  return see(
    "the product", product, .plus, "the label's score",
    Tensor(picked).reshaped([-1, 1]))
}

private func sums(_ x: Tensor) -> Tensor {
  x.sum(axis: 1, keepingDimensions: true)
}

private let subject = Subject(
  "f(_:_:)", axes: ["nq", "n<q"],
  reference: { (x: Tensor, labels: [Int]) in answer(x, labels, "") },
  recipe: recipe)

private let check = Check.agrees("same", subject) { random, number in
  let (n, q) = (1 + (number + 1) % 4, 2 + number % 3)
  let x = Tensor.normal(
    mean: 0, standardDeviation: 1, shape: [n, q], using: &random)
  return arguments(x, (0..<n).map { _ in random.below(q) })
}

private func found(
  seed: UInt64, _ wrong: @escaping (Tensor, [Int]) -> Tensor
) -> Relation? {
  let callee = LocalCallee {
    .tensor(wrong(try Tensor(wireValue: $0[0]), try [Int](wireValue: $0[1])))
  }
  guard case .failed(let failure) = examine(check, by: callee, seed: seed)
  else { return nil }
  return failure.relation
}

/// A right answer by itself, and one step of it done wrongly.
@Suite("Slips in one step")
struct SlipTests {
  /// Each with words of the sentence that names it.
  @Test(arguments: [
    ("squares", "square of the shifted score"),
    ("no exponential", "shifted score takes the place of"),
    ("minimum", "smallest value of each row"),
    ("mean", "mean of each row"),
    ("added", "score and the maximum are added"),
    ("divided", "power is divided by the sum"),
    ("maximum halved", "maximum is half as large"),
    ("sum raised", "sum of the row is larger by 1"),
    ("label left out", "label's score is left out"),
    ("label's score rounded", "label's score is rounded"),
    ("label's score in Float16", "label's score is held in Float16"),
    ("label's score squared", "label's score is squared"),
    ("answer in Float16", "right answer is held in Float16"),
    ("labels reversed", "stands in reverse order"),
    ("labels halved", "divided by 2 and rounded down"),
    ("first label only", "has its first element everywhere"),
    ("clipped", "limited to the range from −1 to 1"),
    ("complement", "is replaced by 1 minus itself"),
    ("exponential of each", "subtracted from the exponential of the score"),
  ])
  func aSlipIsFound(_ slip: String, _ words: String) {
    var missed: [String] = []
    for seed in seeds(100) {
      let relation = found(seed: seed) { answer($0, $1, slip) }
      if relation?.words.contains(words) != true {
        missed.append("\(seed): \(relation?.words ?? "nothing")")
      }
    }
    #expect(missed.count <= 2, "\(missed)")
  }

  /// Wrong answers that come out of no slip in one step.
  @Test func noSlipIsClaimedWhereThereIsNone() {
    var claims: [String] = []
    for seed in seeds(1_000) {
      var random = SeededGenerator(seed: seed)
      let kind = seed % 4
      let relation = found(seed: seed) { x, labels in
        let right = answer(x, labels, kind == 0 ? "squares" : "")
        return Tensor(
          zip(right.values, x.values).map { v, score in
            switch kind {
            case 0: v + 0.01 * Float.random(in: -1...1, using: &random)
            case 1: v * Float.random(in: 0.9...1.1, using: &random)
            case 2: v + 0.13 * score * score - 0.07
            default: sin(2 * v) + 0.3 * score
            }
          }, shape: x.shape)
      }
      if let relation { claims.append("\(kind): \(relation.words)") }
    }
    #expect(claims.count <= 5, "\(claims)")
  }

  /// Answers that are wrong for large inputs only.
  @Test(arguments: [(255, "UInt8"), (32_767, "Int16"), (65_535, "UInt16")])
  func aLimitIsNamed(_ limit: Int, _ type: String) {
    let subject = Subject(
      "f(_:)", axes: ["nq"], reference: { (x: Tensor) in x + 1 })
    let check = Check.agrees("same", subject) { random, number in
      let rows =
        number % 4 == 3 ? limit * 3 / 2 + random.below(99) : 1 + number
      return arguments(
        Tensor.normal(
          mean: 0, standardDeviation: 1, shape: [rows, limit < 300 ? 8 : 1],
          using: &random))
    }
    for seed in UInt64(1)...3 {
      let callee = learner { $0.shape[0] > limit ? $0 * $0 - 3 : $0 + 1 }
      guard case .failed(let failure) = examine(check, by: callee, seed: seed)
      else {
        Issue.record("it passes")
        continue
      }
      #expect(failure.relation?.words.contains(type) == true)
    }
  }
}

/// Parts of the right answer, or more than it.
@Suite("Elements that are missing or too many")
struct ElementTests {
  @Test(arguments: [
    ("last", "last one is missing"), ("first", "first one is missing"),
    ("only first", "Only the first"), ("only last", "Only the last"),
    ("none", "no values at all"), ("twice", "appears twice"),
    ("zeros", "one row too many, filled with 0"),
    ("reversed", "reverse order"), ("joined", "joined into one"),
    ("sometimes joined", "In some calls, the last two"),
  ])
  func whatCameIsSaid(_ change: String, _ words: String) {
    let isMatrix = change == "zeros"
    let rows = Subject(
      "f(_:)", axes: ["nq"],
      reference: { (x: Tensor) in
        (x * x + 0.3).rows.map { row in Tensor(row) }
      })
    let matrix = Subject(
      "f(_:)", axes: ["nq"], reference: { (x: Tensor) in x * x + 0.3 })
    let check = Check.agrees("same", isMatrix ? matrix : rows) {
      random, number in
      arguments(
        Tensor.normal(
          mean: 0, standardDeviation: 1,
          shape: [1 + number % 4, 2 + number % 3], using: &random))
    }
    let callee = LocalCallee {
      let x = try Tensor(wireValue: $0[0])
      var rows = (x * x + 0.3).rows
      switch change {
      case "last": rows.removeLast()
      case "first": rows.removeFirst()
      case "only first": rows = [rows[0]]
      case "only last": rows = [rows[rows.count - 1]]
      case "none": rows = []
      case "twice": rows += rows
      case "joined" where rows.count > 1:
        rows = rows.dropLast(2) + [rows.suffix(2).flatMap { $0 }]
      case "sometimes joined" where rows.count > 1 && x.shape[1] > 2:
        rows = rows.dropLast(2) + [rows.suffix(2).flatMap { $0 }]
      case "joined", "sometimes joined": break
      case "zeros": rows.append(rows[0].map { _ in 0 })
      default: rows.reverse()
      }
      let values = rows.flatMap { $0 }
      return isMatrix
        ? .tensor(Tensor(values, shape: [rows.count, x.shape[1]]))
        : rows.map { Tensor($0) }.wireValue
    }
    for seed in seeds(100) {
      guard case .failed(let failure) = examine(check, by: callee, seed: seed)
      else {
        Issue.record("\(change) passes")
        continue
      }
      let told = failure.relation?.words ?? "nothing"
      #expect(told.contains(words), "\(seed): \(told)")
    }
  }
}

/// Whole rows came where one number of each was asked for, and a matrix that is
/// too large.
@Suite("More than was asked for")
struct ExcessTests {
  @Test func theRowsWerePicked() {
    let subject = Subject(
      "f(_:_:)", axes: ["nq", "n<q"],
      reference: { (x: Tensor, y: [Int]) in x.exp().picking(y) })
    let check = Check.agrees("same", subject) { random, number in
      let (n, q) = (1 + number % 4, 2 + number % 3)
      let x = Tensor.normal(
        mean: 0, standardDeviation: 1, shape: [n, q], using: &random)
      return arguments(x, (0..<n).map { _ in random.below(q) })
    }
    expect("column of its label", of: check) { .tensor($0.exp()) }
  }

  @Test func aFrameOfZeros() {
    let subject = Subject(
      "f(_:)", axes: ["nq"], reference: { (x: Tensor) in x.exp() })
    let check = Check.agrees("same", subject) { random, number in
      let shape = [1 + number % 4, 2 + number % 3]
      return arguments(
        Tensor.normal(
          mean: 0, standardDeviation: 1, shape: shape, using: &random))
    }
    expect("at the top left of yours", of: check) { x in
      let rows = x.exp().rows.map { $0 + [0] }
      let zeros = [Float](repeating: 0, count: x.shape[1] + 1)
      return .tensor(Tensor(rows + [zeros]))
    }
  }

  private func expect(
    _ words: String, of check: Check, _ wrong: @escaping (Tensor) -> WireValue
  ) {
    for seed in seeds(100) {
      let callee = LocalCallee { wrong(try Tensor(wireValue: $0[0])) }
      guard case .failed(let failure) = examine(check, by: callee, seed: seed)
      else {
        Issue.record("it passes")
        continue
      }
      let told = failure.relation?.words ?? "nothing"
      #expect(told.contains(words), "\(seed): \(told)")
    }
  }
}

extension Tensor {
  fileprivate var rows: [[Float]] {
    let (all, width) = (values, shape[1])
    return (0..<shape[0]).map { Array(all[$0 * width..<($0 + 1) * width]) }
  }
}
