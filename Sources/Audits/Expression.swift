internal import System

/// A parsed formula: what it computes, not how it looks.
indirect enum Expression: Sendable {
  case number(Double)
  /// An index letter, whose value comes from a sum or a free index.
  case index(String)
  /// A name: the position of its meaning among all, and its indices.
  case name(Int, [Expression])
  case sum([Expression])
  case negative(Expression)
  case product(Expression, Expression)
  case quotient(Expression, Expression)
  case power(Expression, Expression)
  case function(Function, [Expression])
  /// A sum, product or extremum over an index from one bound through another.
  case fold(
    Fold, String, from: Expression, through: Expression, Expression)
  /// The Euclidean norm of all numbers of a meaning.
  case norm(Int)
  /// The derivative of an expression with respect to one number of a meaning.
  case slope(Expression, along: Int, [Expression])

  enum Function: String, Sendable {
    case log, ln, exp, sin, cos, tan, tanh, sign, max, min
    case absolute
  }

  enum Fold: String, Sendable {
    case sum = "∑"
    case product = "∏"
    case max, min
  }
}

/// Why a formula has no value, and how to give it one.
struct Unevaluated: Error, Equatable {
  var problem: String
  var remedy = "write it in a form that can be evaluated"
}

/// The values of all letters at one point.
struct Surroundings {
  /// One number of a meaning.
  struct Place: Hashable {
    var meaning: Int
    var indices: [Int]
  }

  let meanings: Meanings
  let point: [Double]
  private let numbers: [[Double]]
  var indices: [String: Int] = [:]
  /// Small changes of numbers, from which derivatives are computed.
  private var nudges: [Place: Double] = [:]

  init(_ meanings: Meanings, at point: [Double]) throws(Unevaluated) {
    self.meanings = meanings
    self.point = point
    var numbers: [[Double]] = []
    for meaning in meanings.all {
      guard case .numbers(let values) = meaning.content else {
        numbers.append([])
        continue
      }
      numbers.append(values(point))
      let wanted = meaning.ranges.reduce(1) { $0 * $1.count }
      guard numbers.last?.count == wanted else {
        throw Unevaluated(
          problem: "\(meaning.name) needs \(wanted) numbers for its indices, "
            + "but has \(numbers.last?.count ?? 0)",
          remedy: "correct the values or the indices of the derivation")
      }
    }
    self.numbers = numbers
  }
}

extension Surroundings {
  func value(of expression: Expression) throws(Unevaluated) -> Double {
    switch expression {
    case .number(let number): return number
    case .index(let letter):
      guard let value = indices[letter] else {
        throw Unevaluated(problem: "the index \(letter) has no value here")
      }
      return Double(value)
    case .name(let meaning, let places):
      return try number(of: meaning, at: try whole(places))
    case .sum(let terms):
      var sum = 0.0
      for term in terms { sum += try value(of: term) }
      return sum
    case .negative(let inside): return try -value(of: inside)
    case .product(let left, let right):
      return try value(of: left) * value(of: right)
    case .quotient(let above, let below):
      return try value(of: above) / value(of: below)
    case .power(let base, let exponent):
      return try pow(value(of: base), value(of: exponent))
    case .function(let function, let arguments):
      var values: [Double] = []
      for argument in arguments { values.append(try value(of: argument)) }
      return valueOfFunction(function, values)
    case .fold(let fold, let letter, let from, let through, let body):
      let bounds = try whole([from, through])
      var values: [Double] = []
      for index in stride(from: bounds[0], through: bounds[1], by: 1) {
        var inner = self
        inner.indices[letter] = index
        values.append(try inner.value(of: body))
      }
      return fold.value(of: values)
    case .norm(let meaning):
      var squares = 0.0
      for choice in choices(of: meanings.all[meaning].ranges) {
        let number = try number(of: meaning, at: choice)
        squares += number * number
      }
      return squares.squareRoot()
    case .slope(let inside, let meaning, let places):
      return try slope(
        of: inside, along: Place(meaning: meaning, indices: whole(places)))
    }
  }

  private func whole(
    _ expressions: [Expression]
  ) throws(Unevaluated) -> [Int] {
    var numbers: [Int] = []
    for expression in expressions {
      let number = try value(of: expression)
      guard let whole = Int(exactly: number) else {
        throw Unevaluated(
          problem: "\(number) is not an index", remedy: "correct the index")
      }
      numbers.append(whole)
    }
    return numbers
  }

  private func number(
    of index: Int, at places: [Int]
  ) throws(Unevaluated) -> Double {
    let meaning = meanings.all[index]
    let nudge = nudges[Place(meaning: index, indices: places)] ?? 0
    for (place, range) in zip(places, meaning.ranges)
    where !range.contains(place) {
      throw Unevaluated(
        problem: "the index \(place) of \(meaning.name) is not in "
          + "\(range.lowerBound)...\(range.upperBound)",
        remedy: "correct the index")
    }
    switch meaning.content {
    case .numbers:
      let offset = zip(places, meaning.ranges).reduce(0) {
        $0 * $1.1.count + $1.0 - $1.1.lowerBound
      }
      return numbers[index][offset] + nudge
    case .definition(let body):
      var inner = self
      inner.indices = Dictionary(
        uniqueKeysWithValues: zip(meaning.letters, places))
      return try inner.value(of: body) + nudge
    }
  }

  /// The derivative by Richardson extrapolation of central differences.
  ///
  /// Their errors of second, fourth, sixth and eighth order cancel, so about
  /// eleven digits are correct.
  private func slope(
    of expression: Expression, along place: Place
  ) throws(Unevaluated) -> Double {
    var table: [Double] = []
    for level in 0..<5 {
      let step = 0.4 / Double(1 << level)
      var (above, below) = (self, self)
      above.nudges[place, default: 0] += step
      below.nudges[place, default: 0] -= step
      let rise = try above.value(of: expression) - below.value(of: expression)
      table.append(rise / (2 * step))
    }
    var factor = 4.0
    while table.count > 1 {
      table = zip(table.dropFirst(), table).map {
        $0 + ($0 - $1) / (factor - 1)
      }
      factor *= 4
    }
    return table[0]
  }
}

/// Every combination of one number from each range, the last changing fastest.
func choices(of ranges: [ClosedRange<Int>]) -> [[Int]] {
  ranges.reduce([[]]) { choices, range in
    choices.flatMap { choice in range.map { choice + [$0] } }
  }
}

/// The value of a function.
///
/// Not a member of `Function`, whose cases would shadow the global functions.
private func valueOfFunction(
  _ function: Expression.Function, _ arguments: [Double]
) -> Double {
  let first = arguments.first ?? .nan
  return switch function {
  case .log, .ln: log(first)
  case .exp: exp(first)
  case .sin: sin(first)
  case .cos: cos(first)
  case .tan: tan(first)
  case .tanh: tanh(first)
  case .sign: first > 0 ? 1 : first < 0 ? -1 : first
  case .max: arguments.max() ?? .nan
  case .min: arguments.min() ?? .nan
  case .absolute: first.magnitude
  }
}

extension Expression.Fold {
  fileprivate func value(of values: [Double]) -> Double {
    switch self {
    case .sum: values.reduce(0, +)
    case .product: values.reduce(1, *)
    case .max: values.max() ?? .nan
    case .min: values.min() ?? .nan
    }
  }
}
