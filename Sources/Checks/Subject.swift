package import Wire

/// A function on values, as it crosses between processes.
package typealias WireFunction = @Sendable ([WireValue]) throws -> WireValue

/// A function that learners write, and what the course knows of it.
package struct Subject: Sendable {
  /// The full name, such as `crossEntropy(logits:_:)`.
  package let name: String

  /// The axes of each argument, for shrinking.
  package let axes: [Axes]

  /// The right answer.
  package let reference: WireFunction

  /// The wrong answers worth recognising.
  package let mistakes: [KnownMistake]

  /// How inputs may vary, and do over the checks of the function.
  package let freedom: [FreeDimension]

  /// Inputs of every kind: they tell mistakes apart that come to the same on
  /// the special ones of a check.
  let telling: Inputs?

  /// Whether a shrunk input is still one that the function is promised.
  let promises: @Sendable ([WireValue]) -> Bool

  /// What the learner's process calls where it is not the function itself,
  /// because what the function returns does not cross.
  package let asking: String

  /// What the parts of a list that the function returns are called.
  let parts: [String]

  let display: Display?

  /// A function with its reference.
  ///
  /// `axes` names the axes of each argument by a letter each, so that
  /// arguments stay consistent while they are made smaller: `["nq", "n<q"]`
  /// is a matrix of n rows and q columns, then n labels below q. An argument
  /// of `""` is left as it is.
  package init<each Argument: WireConvertible, Result: WireConvertible>(
    _ name: String, axes: [String], freedom: [FreeDimension] = [],
    reference:
      @escaping @Sendable (repeat each Argument) throws -> Result,
    mistakes: [KnownMistake] = [], telling: Inputs? = nil,
    promises: @escaping @Sendable ([WireValue]) -> Bool = { _ in true },
    asking: String? = nil, parts: [String] = [], display: Display? = nil
  ) {
    self.name = name
    self.asking = asking ?? name
    self.parts = parts
    self.display = display
    self.telling = telling
    self.promises = promises
    self.axes = axes.map(Axes.init)
    self.freedom = freedom
    self.reference = wireFunction(reference)
    self.mistakes = mistakes
  }
}

/// How a call and its values are shown, where they are not as a learner would
/// write them, or too large.
package struct Display: Sendable {
  let call: @Sendable ([WireValue]) -> String
  let value: @Sendable (WireValue) -> String

  /// By a call in words, from its arguments.
  package init<each Argument: WireConvertible>(
    value: @escaping @Sendable (WireValue) -> String = { $0.summary },
    call: @escaping @Sendable (repeat each Argument) -> String
  ) {
    let words = takingWireValues(call)
    self.call = { arguments in (try? words(arguments)) ?? "" }
    self.value = value
  }
}

extension Subject {
  func shownCall(_ arguments: [WireValue]) -> String {
    display?.call(arguments) ?? Checks.shownCall(of: name, arguments)
  }

  func shown(_ value: WireValue) -> String {
    display?.value(value) ?? Checks.shown(value)
  }
}

/// A wrong answer that learners give, and what to tell them.
package struct KnownMistake: Sendable {
  /// Its explanation stands under this key in the lesson's feedback.
  package let key: String

  /// The values that the explanation names.
  let values: Remark.Values

  /// What the wrong function returns.
  package let imitation: WireFunction

  /// A mistake, known by the function that makes it.
  package init<each Argument: WireConvertible, Result: WireConvertible>(
    _ key: String, _ values: Remark.Values = [:],
    imitation:
      @escaping @Sendable (repeat each Argument) throws -> Result
  ) {
    self.key = key
    self.values = values
    self.imitation = wireFunction(imitation)
  }
}

/// The axes of one argument.
package struct Axes: Sendable, Equatable {
  /// A letter an axis.
  let letters: [Character]

  /// The axis whose length the argument's values, labels, stay below.
  let bound: Character?

  init(_ text: String) {
    let parts = text.split(
      separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
    letters = parts.first.map(Array.init) ?? []
    bound = parts.count == 2 ? parts[1].first : nil
  }
}

/// The arguments of a call as they cross.
package func arguments<each Argument: WireConvertible>(
  _ argument: repeat each Argument
) -> [WireValue] {
  var values: [WireValue] = []
  for one in repeat each argument { values.append(one.wireValue) }
  return values
}

/// A typed function as one on values that cross.
func wireFunction<each Argument: WireConvertible, Result: WireConvertible>(
  _ function: @escaping @Sendable (repeat each Argument) throws -> Result
) -> WireFunction {
  let function = takingWireValues(function)
  return { try function($0).wireValue }
}

/// A typed function as one of arguments that cross.
func takingWireValues<each Argument: WireConvertible, Result>(
  _ function: @escaping @Sendable (repeat each Argument) throws -> Result
) -> @Sendable ([WireValue]) throws -> Result {
  { values in
    var rest = values[...]
    func next<Value: WireConvertible>(_: Value.Type) throws -> Value {
      guard let first = rest.popFirst() else {
        throw WireError.malformed("too few arguments")
      }
      return try Value(wireValue: first)
    }
    return try function(repeat try next((each Argument).self))
  }
}
