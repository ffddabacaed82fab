package import Tensors
package import Wire

/// How a right answer is computed, step by step.
///
/// The closure shows each intermediate value to `Steps`, which may change it, so
/// that the answers that a slip in one step gives can be compared with the
/// learner's. Since a slip may put any number there, the closure must not stop
/// because of one: it keeps reduced axes, so that all shapes broadcast.
package struct Recipe: Sendable {
  let body: @Sendable ([WireValue], Steps) throws -> WireValue

  package init<each Argument: WireConvertible, Result: WireConvertible>(
    _ body:
      @escaping @Sendable (Steps, repeat each Argument) throws -> Result
  ) {
    self.body = { values, steps in
      try passing(values) { (argument: repeat each Argument) in
        try body(steps, repeat each argument)
      }.wireValue
    }
  }

  /// The answer without any slip.
  package func answer(_ arguments: [WireValue]) throws -> WireValue {
    try body(arguments, Steps(nil))
  }

  /// All slips that the steps offer.
  package func slips(for arguments: [WireValue]) -> [SlipName] {
    let steps = Steps(nil)
    _ = try? body(arguments, steps)
    return steps.offered
  }

  /// The answer that one slip gives; nil where the slip does not apply.
  package func answer(
    _ arguments: [WireValue], slip: SlipName
  ) -> WireValue? {
    let steps = Steps(slip)
    let answer = try? body(arguments, steps)
    return steps.slipped == false ? nil : answer
  }
}

/// The intermediate values of a computation, at most one of them changed.
package final class Steps {
  private let wanted: SlipName?
  fileprivate private(set) var offered: [SlipName] = []
  private var places: Set<String> = []

  /// Whether the slip was made wherever its place came up; nil if it never
  /// came up.
  fileprivate private(set) var slipped: Bool?

  /// The values shown so far; a slip may put one in the place of another.
  private var seen: [(name: String, value: WireValue)] = []
  private let remembers: Bool

  /// The two values combined last, to which a function may be applied.
  private var combination: Combination?

  init(_ wanted: SlipName?) {
    self.wanted = wanted
    remembers = wanted.map { $0.id == "other" } ?? true
  }

  /// A value, changed if this is where the slip is.
  package func callAsFunction<Value: WireConvertible>(
    _ name: String, _ value: Value
  ) -> Value {
    guard remembers || wanted?.place == name else { return value }
    let right = value.wireValue
    let wrong = pass(name, right) {
      slips(of: name, isStep: true) + seen.map { exchange(name, for: $0) }
    }
    if remembers {
      seen.removeAll { $0.name == name }
      seen.append((name, right))
    }
    return (try? Value(wireValue: wrong)) ?? value
  }

  /// Two values combined.
  package func callAsFunction(
    _ first: String, _ a: Tensor, _ operation: Operation, _ second: String,
    _ b: Tensor
  ) -> Tensor {
    let (a, b) = (self(first, a), self(second, b))
    combination = Combination(
      first: first, a: a, operation: operation, second: second, b: b)
    return pass(
      "\(first), \(second)", .tensor(operation.apply(a, b))
    ) { slips(with: first, a, second, b, but: operation) }.tensor
  }

  /// A function of each number.
  package func callAsFunction(
    _ function: Function, of name: String, _ x: Tensor
  ) -> Tensor {
    let x = self(name, x)
    let result = "\(function.rawValue) \(name)"
    return self(
      result,
      pass("of \(name)", .tensor(function.apply(to: x))) {
        slips(at: result, of: name, x, but: function)
          + each(function, result, of: x)
      }.tensor)
  }

  /// The maximum, or the sum, of each row, with the axis kept.
  package func callAsFunction(
    _ name: String, _ reduction: Reduction, of x: Tensor
  ) -> Tensor {
    pass("each \(name)", .tensor(reduction.apply(to: x, axis: 1))) {
      slips(at: name, x, but: reduction)
    }.tensor
  }

  /// The slip in which the function is applied to both values before they are
  /// combined, if `x` is their combination: a² − b² for (a − b)².
  private func each(
    _ function: Function, _ result: String, of x: Tensor
  ) -> [Slip] {
    guard let combination, combination.result.isSame(as: x) else { return [] }
    return [combination.each(function, insteadOf: result)]
  }

  private func pass(
    _ place: String, _ value: WireValue, _ slips: () -> [Slip]
  ) -> WireValue {
    guard let wanted else {
      if places.insert(place).inserted { offer(slips(), at: place) }
      return value
    }
    guard wanted.place == place else { return value }
    let same =
      wanted.isStructural
      ? slips().filter { $0.words == wanted.words } : wanted.slips
    for slip in same {
      guard let changed = slip.change(value) else { continue }
      slipped = slipped != false
      return changed
    }
    slipped = false
    return value
  }

  /// The same words may stand for changes of several types: they are one.
  private func offer(_ slips: [Slip], at place: String) {
    let all = Dictionary(grouping: slips, by: \.words)
    var told: Set<String> = []
    offered += slips.filter { told.insert($0.words).inserted }.map {
      SlipName(
        place: place, id: $0.id, name: $0.name, verb: $0.verb,
        slips: all[$0.words] ?? [])
    }
  }
}

/// A slip in one place of a recipe, without the numbers of a call.
package struct SlipName {
  let place: String
  let id: String
  let name: String
  let verb: String

  /// The changes that these words stand for.
  ///
  /// Those of a structural slip hold the values of one call, and are made anew
  /// for another.
  fileprivate let slips: [Slip]

  package var words: String { name.isEmpty ? verb : "\(name) \(verb)" }

  /// Whether the slip changes what is computed, and not only the numbers.
  var isStructural: Bool {
    ["operation", "function", "reduction", "other"].contains(id)
  }
}
