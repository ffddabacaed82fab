/// The version of the protocol; both sides must use the same one.
public let wireVersion = 1

/// A call that the trusted process sends to the learner's.
public struct Call: Sendable, Equatable {
  /// The number of the call, which its answer repeats.
  public var id: Int

  /// The full name of the function, such as `crossEntropy(logits:_:)`.
  public var function: String

  /// The arguments, in order.
  public var arguments: [WireValue]

  /// Creates a call of a function.
  public init(id: Int, function: String, arguments: [WireValue]) {
    self.id = id
    self.function = function
    self.arguments = arguments
  }
}

/// A message from the learner's process.
public enum Reply: Sendable, Equatable {
  /// The greeting: the protocol version, and the functions served.
  case hello(version: Int, functions: [String])

  /// The value that call `id` returned.
  case returned(id: Int, WireValue)

  /// Call `id` threw an error; the text describes it.
  case threw(id: Int, String)

  /// Something happened during call `id`, such as the end of an epoch.
  case event(id: Int, name: String, WireValue)
}

extension Call {
  /// The call as a value.
  var value: WireValue {
    .list([.integer(id), .text(function), .list(arguments)])
  }

  /// Reads a call.
  init(value: WireValue) throws(WireError) {
    guard case .list(let parts) = value, parts.count == 3,
      case .list(let arguments) = parts[2]
    else { throw .malformed("not a call") }
    self.init(
      id: try Int(wireValue: parts[0]),
      function: try String(wireValue: parts[1]),
      arguments: arguments)
  }
}

extension Reply {
  /// The reply as a value: its kind, then its parts.
  var value: WireValue {
    switch self {
    case .hello(let version, let functions):
      .list([.text("hello"), .integer(version), functions.wireValue])
    case .returned(let id, let value):
      .list([.text("returned"), .integer(id), value])
    case .threw(let id, let words):
      .list([.text("threw"), .integer(id), .text(words)])
    case .event(let id, let name, let value):
      .list([.text("event"), .integer(id), .text(name), value])
    }
  }

  /// Reads a reply.
  init(value: WireValue) throws(WireError) {
    guard case .list(let parts) = value, parts.count >= 3 else {
      throw .malformed("not a reply")
    }
    let number = try Int(wireValue: parts[1])
    switch (try String(wireValue: parts[0]), parts.count) {
    case ("hello", 3):
      self = .hello(
        version: number, functions: try [String](wireValue: parts[2]))
    case ("returned", 3):
      self = .returned(id: number, parts[2])
    case ("threw", 3):
      self = .threw(id: number, try String(wireValue: parts[2]))
    case ("event", 4):
      self = .event(
        id: number, name: try String(wireValue: parts[2]), parts[3])
    default:
      throw .malformed("unknown reply")
    }
  }
}
