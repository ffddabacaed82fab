public import Wire

/// A learner's function that the trusted process may call.
public struct Exposed: Sendable {
  let name: String
  let answer: @Sendable ([WireValue], Reporter) throws -> WireValue
}

/// Exposes a function by its full name and exact type.
///
/// ```swift
/// expose("softmax(_:)", softmax as (Tensor) -> Tensor)
/// ```
public func expose<each Argument: WireConvertible, Result: WireConvertible>(
  _ name: String,
  _ function: @escaping @Sendable (repeat each Argument) throws -> Result
) -> Exposed {
  Exposed(name: name) { values, _ in
    var arguments = ArgumentReader(function: name, values: values)
    let result = try function(
      repeat try arguments.next(as: (each Argument).self))
    try arguments.finish()
    return result.wireValue
  }
}

/// Exposes a function that reports events while it works, such as epochs.
public func expose<each Argument: WireConvertible, Result: WireConvertible>(
  _ name: String,
  reporting function:
    @escaping @Sendable (Reporter, repeat each Argument) throws -> Result
) -> Exposed {
  Exposed(name: name) { values, reporter in
    var arguments = ArgumentReader(function: name, values: values)
    let result = try function(
      reporter, repeat try arguments.next(as: (each Argument).self))
    try arguments.finish()
    return result.wireValue
  }
}

/// Sends events of the call that is running.
public struct Reporter: Sendable {
  let send: @Sendable (String, WireValue) -> Void

  /// Sends an event with a name and a value.
  public func callAsFunction(_ event: String, _ value: some WireConvertible) {
    send(event, value.wireValue)
  }

  /// Reports that a batch of an epoch is done, with its loss if that is known,
  /// at most about forty times per epoch.
  public func batch(_ batch: Int, of count: Int, loss: Float? = nil) {
    guard batch % max(1, count / 40) == 0 else { return }
    let place = [batch, count].wireValue
    self("batch", WireValue.list([place] + (loss.map { [.float($0)] } ?? [])))
  }
}

/// Reads the arguments of a call, one after another.
private struct ArgumentReader {
  let function: String
  let values: [WireValue]
  var position = 0

  init(function: String, values: [WireValue]) {
    self.function = function
    self.values = values
  }

  mutating func next<Argument: WireConvertible>(
    as type: Argument.Type
  ) throws(WireError) -> Argument {
    guard position < values.count else {
      throw .malformed("\(function) takes more than \(values.count) arguments")
    }
    defer { position += 1 }
    return try Argument(wireValue: values[position])
  }

  func finish() throws(WireError) {
    guard position == values.count else {
      throw .malformed(
        "\(function) takes \(position) arguments, not \(values.count)")
    }
  }
}
