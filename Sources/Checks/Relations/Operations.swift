internal import System
internal import Tensors
internal import Wire

/// What a step does with two values.
package enum Operation: Sendable, CaseIterable {
  case plus, minus, times, over

  func apply(_ a: Tensor, _ b: Tensor) -> Tensor {
    switch self {
    case .plus: a + b
    case .minus: a - b
    case .times: a * b
    case .over: a / b
    }
  }

  fileprivate func words(_ a: String, _ b: String) -> String {
    switch self {
    case .plus: "\(a) and \(b) are added"
    case .minus: "\(b) is subtracted from \(a)"
    case .times: "\(a) and \(b) are multiplied"
    case .over: "\(a) is divided by \(b)"
    }
  }
}

/// What a step does with each number.
package enum Function: String, Sendable, CaseIterable {
  case exponential = "the exponential of"
  case logarithm = "the logarithm of"
  case square = "the square of"
  case root = "the square root of"
  case magnitude = "the absolute value of"

  func apply(to x: Tensor) -> Tensor {
    switch self {
    case .exponential: x.exp()
    case .logarithm: x.log()
    case .square: x.squared()
    case .root: x.squareRoot()
    case .magnitude: x.absolute()
    }
  }
}

/// What a step does with each row.
package enum Reduction: String, Sendable, CaseIterable {
  case max = "the largest value"
  case sum = "the sum"
  case mean = "the mean"
  case min = "the smallest value"

  func apply(to x: Tensor, axis: Int) -> Tensor {
    switch self {
    case .max: x.max(axis: axis, keepingDimensions: true)
    case .sum: x.sum(axis: axis, keepingDimensions: true)
    case .mean: x.mean(axis: axis, keepingDimensions: true)
    case .min: x.min(axis: axis, keepingDimensions: true)
    }
  }
}

/// Two values, and how they are combined.
struct Combination {
  let first: String
  let a: Tensor
  let operation: Operation
  let second: String
  let b: Tensor

  var result: Tensor { operation.apply(a, b) }

  /// The slip that applies a function to both values before they are combined.
  func each(_ function: Function, insteadOf result: String) -> Slip {
    let words = operation.words(
      "\(function.rawValue) \(first)", "\(function.rawValue) \(second)")
    return Slip(
      id: "function", verb: "\(words), instead of taking \(result)"
    ) { [self] _ in
      .tensor(operation.apply(function.apply(to: a), function.apply(to: b)))
    }
  }
}

extension Tensor {
  /// Whether shape and numbers are equal, NaN included.
  func isSame(as other: Tensor) -> Bool {
    shape == other.shape
      && zip(values, other.values).allSatisfy {
        $0 == $1 || $0.isNaN && $1.isNaN
      }
  }
}

/// The slips in which two values are combined in another way.
func slips(
  with first: String, _ a: Tensor, _ second: String, _ b: Tensor,
  but right: Operation
) -> [Slip] {
  func slip(_ words: String, _ make: @escaping () -> Tensor) -> Slip {
    Slip(id: "operation", verb: words) { _ in .tensor(make()) }
  }
  var slips = [
    slip("\(second) is left out") { a * 1 + b * 0 },
    slip(
      // Left out of a difference, it would leave the negative of the other.
      [.minus, .over].contains(right)
        ? "only \(second) is left" : "\(first) is left out"
    ) { a * 0 + b * 1 },
  ]
  for other in Operation.allCases {
    if other != right {
      slips.append(slip(other.words(first, second)) { other.apply(a, b) })
    }
    if other == .minus || other == .over {
      slips.append(slip(other.words(second, first)) { other.apply(b, a) })
    }
  }
  return slips
}

/// The slips in which another function is applied, or none.
func slips(
  at result: String, of name: String, _ x: Tensor, but right: Function
) -> [Slip] {
  let others = Function.allCases.filter { $0 != right }
  return [
    Slip(id: "function", verb: "\(name) takes the place of \(result)") { _ in
      .tensor(x)
    }
  ]
    + others.map { other in
      Slip(
        id: "function",
        verb: "\(other.rawValue) \(name) takes the place of \(result)"
      ) { _ in .tensor(other.apply(to: x)) }
    }
}

/// The slips in which something else is computed for each row, or for each
/// column.
func slips(at name: String, _ x: Tensor, but right: Reduction) -> [Slip] {
  Reduction.allCases.flatMap { other in
    [(0, "column"), (1, "row")].compactMap { axis, line in
      other == right && axis == 1
        ? nil
        : Slip(
          id: "reduction",
          verb: "\(other.rawValue) of each \(line) takes the place of \(name)"
        ) { _ in
          x.count == 0 ? nil : .tensor(other.apply(to: x, axis: axis))
        }
    }
  }
}
