package import Wire

/// A function on wire values.
package typealias WireFunction = @Sendable ([WireValue]) throws -> WireValue

/// A function that learners write, and what the course knows about it.
package struct Subject: Sendable {
  /// The full name, such as `crossEntropy(logits:_:)`.
  package let name: String

  /// The axes of each argument, for shrinking.
  package let axes: [Axes]

  /// Computes the correct answer.
  package let reference: WireFunction

  /// The wrong answers worth recognizing.
  package let mistakes: [KnownMistake]

  /// The ways in which inputs may vary; the function's checks cover them all.
  package let freedom: [FreeDimension]

  /// Inputs of every kind, which tell apart mistakes that look the same on a
  /// check's special inputs.
  let telling: Inputs?

  /// Whether a shrunk input still meets the function's precondition.
  let promises: @Sendable ([WireValue]) -> Bool

  /// How the answer is computed, for slips in one step.
  package let recipe: Recipe?

  /// What the learner's process calls: `name`, or another function if the
  /// result of this one cannot be sent over the wire.
  package let asking: String

  /// The names of the parts, if the function returns a list.
  package let parts: [String]

  let display: Display?

  /// Creates a subject from a function's name and its reference.
  ///
  /// `axes` names each argument's axes by one letter each, so that arguments
  /// stay consistent while they shrink: `["nq", "n<q"]` is a matrix of n rows
  /// and q columns, then n labels below q. An argument with `""` keeps its
  /// size.
  package init<each Argument: WireConvertible, Result: WireConvertible>(
    _ name: String, axes: [String], freedom: [FreeDimension] = [],
    reference:
      @escaping @Sendable (repeat each Argument) throws -> Result,
    recipe: Recipe? = nil, mistakes: [KnownMistake] = [],
    telling: Inputs? = nil,
    promises: @escaping @Sendable ([WireValue]) -> Bool = { _ in true },
    asking: String? = nil, parts: [String] = [], display: Display? = nil
  ) {
    self.recipe = recipe
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

/// How to show a call and its values, if they are too large or not what a
/// learner would write.
package struct Display: Sendable {
  let call: @Sendable ([WireValue]) -> String
  /// Nil for a summary: of several parts, those that are wrong.
  let value: (@Sendable (WireValue) -> String)?

  /// Creates a display that describes a call by its arguments.
  package init<each Argument: WireConvertible>(
    value: (@Sendable (WireValue) -> String)? = nil,
    call: @escaping @Sendable (repeat each Argument) -> String
  ) {
    let words = takingWireValues(call)
    self.call = { arguments in (try? words(arguments)) ?? "" }
    self.value = value
  }
}

extension Subject {
  package func shownCall(_ arguments: [WireValue]) -> String {
    display?.call(arguments) ?? Checks.shownCall(of: name, arguments)
  }

  func shown(_ value: WireValue) -> String {
    guard let display else { return Checks.shown(value) }
    return display.value?(value) ?? value.summary
  }
}

/// A wrong answer that learners give, and its explanation.
package struct KnownMistake: Sendable {
  /// The key of its explanation in the lesson's feedback.
  package let key: String

  /// The values to fill into the explanation.
  var values: Remark.Values

  /// What the wrong function returns, or might return if it has `signs`.
  package let imitation: WireFunction

  /// Finds in a wrong answer to some arguments the values to fill in; nil if
  /// another mistake led to it.
  var signs: Signs?

  /// Inputs that are not allowed but that it answers; it may answer nothing
  /// else.
  package var answered: Inputs?

  /// Whether it is recognized by an error alone, and not by a crash, where it
  /// gives no answer.
  package var throwsErrors = false

  package typealias Signs =
    @Sendable ([WireValue], WireValue) throws -> Remark.Values?

  /// Creates a mistake from a function that makes it.
  package init<each Argument: WireConvertible, Result: WireConvertible>(
    _ key: String, _ values: Remark.Values = [:],
    imitation:
      @escaping @Sendable (repeat each Argument) throws -> Result
  ) {
    self.key = key
    self.values = values
    self.imitation = wireFunction(imitation)
  }

  /// A mistake that may be made in many ways, such as with any wrong rate;
  /// `example` makes it in one.
  package static func recognized<each Argument, Result>(
    _ key: String, by signs: @escaping Signs,
    example: @escaping @Sendable (repeat each Argument) throws -> Result
  ) -> KnownMistake
  where repeat each Argument: WireConvertible, Result: WireConvertible {
    var mistake = KnownMistake(key, imitation: example)
    mistake.signs = signs
    return mistake
  }
}

/// The axes of one argument.
package struct Axes: Sendable, Equatable {
  /// One letter per axis.
  let letters: [Character]

  /// The axis whose length is above all of the argument's values, which are
  /// labels.
  let bound: Character?

  init(_ text: String) {
    let parts = text.split(
      separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
    letters = parts.first.map(Array.init) ?? []
    bound = parts.count == 2 ? parts[1].first : nil
  }
}

/// The arguments of a call as wire values.
package func arguments<each Argument: WireConvertible>(
  _ argument: repeat each Argument
) -> [WireValue] {
  var values: [WireValue] = []
  for one in repeat each argument { values.append(one.wireValue) }
  return values
}

/// Turns a typed function into one on wire values.
func wireFunction<each Argument: WireConvertible, Result: WireConvertible>(
  _ function: @escaping @Sendable (repeat each Argument) throws -> Result
) -> WireFunction {
  let function = takingWireValues(function)
  return { try function($0).wireValue }
}

/// Turns a typed function into one that takes wire values.
func takingWireValues<each Argument: WireConvertible, Result>(
  _ function: @escaping @Sendable (repeat each Argument) throws -> Result
) -> @Sendable ([WireValue]) throws -> Result {
  { try passing($0, to: function) }
}

/// Calls a typed function with wire values.
func passing<each Argument: WireConvertible, Result>(
  _ values: [WireValue],
  to function: (repeat each Argument) throws -> Result
) throws -> Result {
  var rest = values[...]
  func next<Value: WireConvertible>(_: Value.Type) throws -> Value {
    guard let first = rest.popFirst() else {
      throw WireError.malformed("too few arguments")
    }
    return try Value(wireValue: first)
  }
  return try function(repeat try next((each Argument).self))
}
