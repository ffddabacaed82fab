internal import System
internal import Tensors
internal import Wire

/// A change of one value of a computation, in words: "x is squared".
struct Slip {
  let id: String
  var name = ""
  let verb: String

  var words: String { name.isEmpty ? verb : "\(name) \(verb)" }

  /// The changed value; nil if the change does not apply to it.
  let change: (WireValue) -> WireValue?
}

/// The slips that may happen to a value of this name.
///
/// A list loses an element only in a step: arguments belong together.
func slips(of name: String, isStep: Bool) -> [Slip] {
  let numbers = numberChanges.map { id, words, change in
    Slip(id: id, name: name, verb: words) { $0.mapNumbers(change) }
  }
  let whole = wholeChanges.map { id, words, change in
    Slip(id: id, name: name, verb: words, change: change)
  }
  let integers = (isStep ? stepChanges : []) + argumentChanges
  return numbers + whole
    + integers.map { id, words, change in
      Slip(id: id, name: name, verb: words) { $0.mapIntegers(change) }
    }
    + (isStep ? countChanges : []).flatMap { id, words, change in
      [
        Slip(id: id, name: name, verb: words) { $0.mapCount(change) },
        Slip(id: id, name: "each number of \(name)", verb: words) {
          $0.mapIntegers { $0.map(change) }
        },
      ]
    }
}

/// The slip in which one value is replaced by another of the same shape.
func exchange(
  _ name: String, for other: (name: String, value: WireValue)
) -> Slip {
  Slip(id: "other", name: name, verb: "is replaced by \(other.name)") { value in
    guard let mine = Values(value), let others = Values(other.value),
      mine.shape == others.shape
    else { return nil }
    return other.value
  }
}

private typealias Changes<Change> = [(String, String, Change)]

private let numberChanges: Changes<@Sendable (Float) -> Float> = [
  ("negated", "has the opposite sign", { -$0 }),
  ("doubled", "is twice as large", { 2 * $0 }),
  ("halved", "is half as large", { $0 / 2 }),
  ("raised", "is larger by 1", { $0 + 1 }),
  ("lowered", "is smaller by 1", { $0 - 1 }),
  ("squared", "is squared first", { $0 * $0 }),
  ("exponential", "is replaced by its exponential", { exp($0) }),
  ("logarithm", "is replaced by its logarithm", { log($0) }),
  ("magnitude", "is replaced by its absolute value", \.magnitude),
  ("root", "is replaced by its square root", { $0.squareRoot() }),
  ("reciprocal", "is replaced by its reciprocal", { 1 / $0 }),
  ("complement", "is replaced by 1 minus itself", { 1 - $0 }),
  ("clipped", "is limited to the range from −1 to 1", { min(max($0, -1), 1) }),
  ("rounded", "is rounded to whole numbers", { $0.rounded() }),
  (
    "truncated", "loses its digits after the point", { $0.rounded(.towardZero) }
  ),
  ("positive", "has 0 in place of its negative numbers", { max($0, 0) }),
  ("zero", "is 0", { _ in 0 }),
  ("one", "is 1", { _ in 1 }),
  ("precision", "is held in Float16, which keeps about 3 digits", half),
]

/// What a Float16 keeps of a number.
func half(_ number: Float) -> Float {
  #if arch(x86_64) && os(macOS)
  // There is no Float16 there: 11 significant bits, as it has.
  let exponent = Float(
    sign: .plus, exponent: number.exponent - 10, significand: 1)
  return number.isNormal
    ? (number / exponent).rounded(.toNearestOrEven) * exponent : number
  #else
  return Float(Float16(number))
  #endif
}

private let wholeChanges: Changes<@Sendable (WireValue) -> WireValue?> = [
  (
    "averaged", "is replaced by its mean along axis 0",
    { $0.mapTensor { averaged($0, axis: 0) } }
  ),
  (
    "averaged", "is replaced by its mean along axis 1",
    { $0.mapTensor { averaged($0, axis: 1) } }
  ),
]

/// The mean along an axis, in place of each number.
private func averaged(_ x: Tensor, axis: Int) -> Tensor? {
  guard axis < x.shape.count, x.count > 0 else { return nil }
  let mean = x.mean(axis: axis, keepingDimensions: true)
  return mean + Tensor.zeros(shape: x.shape)
}

private let argumentChanges: Changes<@Sendable ([Int]) -> [Int]?> = [
  ("sorted", "is sorted", { $0.sorted() }),
  ("reversed", "stands in reverse order", { $0.reversed() }),
  (
    "first", "has its first element everywhere",
    { numbers in numbers.first.map { first in numbers.map { _ in first } } }
  ),
  (
    "halved", "is divided by 2 and rounded down",
    { $0.contains { $0 < 0 } ? nil : $0.map { $0 / 2 } }
  ),
  ("zero", "is 0", { $0.map { _ in 0 } }),
]

private let stepChanges: Changes<@Sendable ([Int]) -> [Int]?> = [
  ("moved", "is used without its first element", { Array($0.dropFirst()) }),
  ("moved", "is used without its last element", { $0.dropLast() }),
  ("moved", "is used only up to its first element", { Array($0.prefix(1)) }),
]

private let countChanges: Changes<@Sendable (Int) -> Int> = [
  ("raised", "is larger by 1", { $0 &+ 1 }),
  ("lowered", "is smaller by 1", { $0 &- 1 }),
  ("doubled", "is twice as large", { 2 &* $0 }),
  ("halved", "is divided by 2 and rounded down", { $0 / 2 }),
  ("zero", "is 0", { _ in 0 }),
  ("one", "is 1", { _ in 1 }),
  ("narrowed", "is held in an Int8", { Int(Int8(truncatingIfNeeded: $0)) }),
  ("narrowed", "is held in a UInt8", { Int(UInt8(truncatingIfNeeded: $0)) }),
  ("narrowed", "is held in an Int16", { Int(Int16(truncatingIfNeeded: $0)) }),
  ("narrowed", "is held in a UInt16", { Int(UInt16(truncatingIfNeeded: $0)) }),
]

extension WireValue {
  /// The numbers of a tensor, of each tensor of a list, or a single number,
  /// changed; nil for anything else.
  fileprivate func mapNumbers(_ change: (Float) -> Float) -> WireValue? {
    switch self {
    case .float(let number): return .float(change(number))
    case .double(let number): return .double(Double(change(Float(number))))
    case .tensor(let tensor):
      return .tensor(Tensor(tensor.values.map(change), shape: tensor.shape))
    case .list(let values):
      let changed = values.compactMap { $0.mapNumbers(change) }
      return changed.count == values.count ? .list(changed) : nil
    case .integer, .integers, .bytes, .boolean, .text: return nil
    }
  }

  /// A tensor, or each tensor of a list, changed.
  fileprivate func mapTensor(_ change: (Tensor) -> Tensor?) -> WireValue? {
    switch self {
    case .tensor(let tensor): return change(tensor).map(WireValue.tensor)
    case .list(let values):
      let changed = values.compactMap { $0.mapTensor(change) }
      return changed.count == values.count ? .list(changed) : nil
    default: return nil
    }
  }

  fileprivate func mapIntegers(_ change: ([Int]) -> [Int]?) -> WireValue? {
    guard case .integers(let numbers) = self else { return nil }
    return change(numbers).map(WireValue.integers)
  }

  fileprivate func mapCount(_ change: (Int) -> Int) -> WireValue? {
    guard case .integer(let number) = self else { return nil }
    return .integer(change(number))
  }
}
