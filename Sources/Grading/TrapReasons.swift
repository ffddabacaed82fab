internal import Checks

extension CrashReport {
  /// Why the program stopped.
  func reason(signal: String, isMemoryFault: Bool) -> TrapReason {
    switch words {
    case .library(let words): return .library(words)
    case .learner(let words): return .fatalError(words)
    case .runtime(let words): return reasonOfRuntime(words)
    case nil: break
    }
    if isMemoryFault {
      return isRecursive ? .endlessRecursion : .badMemoryAccess
    }
    if let failure, let reason = TrapReason(failure: failure) {
      return reason
    }
    return trap?.reason ?? .unknown
  }

  /// The innermost operation known to trap, and the position of its frame.
  ///
  /// It is not always in the first frame: the runtime may change the order of
  /// frames that were inlined at one address.
  var trap: (reason: TrapReason, index: Int)? {
    for (index, frame) in frames.enumerated() {
      if frame.name.hasPrefix(failureMark),
        let reason = TrapReason(
          failure: String(frame.name.dropFirst(failureMark.count)))
      {
        return (reason, index)
      }
    }
    for (index, frame) in frames.enumerated() {
      if let reason = reasonsByFunction.first(where: { entry in
        frame.name.hasSuffix(entry.function)
      })?.reason {
        return (reason, index)
      }
    }
    return nil
  }

  /// Whether one function has many frames.
  var isRecursive: Bool {
    let counts = frames.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    return counts.values.contains { $0 > 4 }
  }

  private func reasonOfRuntime(_ words: String) -> TrapReason {
    let uncaught = "'try!' expression unexpectedly raised an error: "
    let twice = "Duplicate values for key: "
    if words.hasPrefix(uncaught) {
      let error = words.dropFirst(uncaught.count)
      return .uncaughtError(
        String(error.replacing(#/^Exercise\d+\./#, with: "")))
    }
    if words.hasPrefix(twice) {
      return .duplicateKey(String(words.dropFirst(twice.count)))
    }
    return TrapReason(failure: words) ?? .fatalError(words)
  }
}

private let failureMark = "Swift runtime failure: "

extension TrapReason {
  /// The reason for a message of the runtime; nil if it is unknown.
  init?(failure: String) {
    if let match = failure.prefixMatch(
      of: /(\w+) value cannot be converted to (\w+) because (.*)/)
    {
      let (from, to) = (String(match.1), String(match.2))
      self =
        match.3.contains("infinite")
        ? .notFinite(from: from, to: to) : .beyondRange(from: from, to: to)
      return
    }
    guard
      let reason = reasonsByWords.first(where: { failure.hasPrefix($0.words) })?
        .reason
    else { return nil }
    self = reason
  }
}

/// How the runtime's messages begin, and the reason for each.
private let reasonsByWords: [(words: String, reason: TrapReason)] = [
  ("Index out of range", .indexOutOfRange),
  ("Array index is out of range", .indexOutOfRange),
  ("Index out of bounds", .indexOutOfRange),
  ("Negative Array index is out of range", .indexOutOfRange),
  ("String index is out of bounds", .stringIndex),
  ("Substring index is out of bounds", .stringIndex),
  ("Unexpectedly found nil", .nilUnwrapped),
  ("arithmetic overflow", .overflow),
  ("Not enough bits", .doesNotFit),
  ("Negative value is not representable", .negativeForUnsigned),
  ("Division by zero", .divisionByZero),
  ("Division results in an overflow", .divisionOverflow),
  ("Range requires lowerBound <= upperBound", .reversedRange),
  ("Can't form Range", .reversedRange),
  ("Range end index has no", .reversedRange),
  ("failed cast", .failedCast),
  ("Unconditional cast failed", .failedCast),
  ("Could not cast value of type", .failedCast),
  ("Can't remove first element from an empty", .emptyCollection),
  ("Can't remove last element from an empty", .emptyCollection),
  ("Can't remove more items", .tooFewElements),
  ("Negative count not allowed", .negativeCount),
  ("Can't construct Array with count < 0", .negativeCount),
  ("Stride size must not be zero", .zeroStride),
  ("Can't get random value with an empty range", .emptyRandomRange),
  ("Simultaneous accesses", .exclusiveAccess),
  ("Attempted to read an unowned reference", .destroyedObject),
  ("precondition failure", .precondition),
]

/// Functions of the standard library that trap without a message under `-O`,
/// each with its only possible reason.
private let reasonsByFunction: [(function: String, reason: TrapReason)] = [
  ("String.subscript.getter", .stringIndex),
  ("Substring.subscript.getter", .stringIndex),
  (".subscript.getter", .indexOutOfRange),
  (".subscript.setter", .indexOutOfRange),
  (".subscript.modify", .indexOutOfRange),
  (".subscript.read", .indexOutOfRange),
  (".subscript.unsafeAddressor", .indexOutOfRange),
  (".subscript.unsafeMutableAddressor", .indexOutOfRange),
  (".remove(at:)", .indexOutOfRange),
  (".insert(_:at:)", .indexOutOfRange),
  (".insert(contentsOf:at:)", .indexOutOfRange),
  (".swapAt(_:_:)", .indexOutOfRange),
  (".replaceSubrange(_:with:)", .indexOutOfRange),
  (".removeSubrange(_:)", .indexOutOfRange),
  (".index(after:)", .indexOutOfRange),
  (".index(before:)", .indexOutOfRange),
  (".removeFirst()", .emptyCollection),
  (".removeLast()", .emptyCollection),
  (".removeFirst(_:)", .tooFewElements),
  (".removeLast(_:)", .tooFewElements),
  (".init(repeating:count:)", .negativeCount),
  (".reserveCapacity(_:)", .negativeCount),
  ("repeatElement(_:count:)", .negativeCount),
  (".prefix(_:)", .negativeCount),
  (".suffix(_:)", .negativeCount),
  (".dropFirst(_:)", .negativeCount),
  (".dropLast(_:)", .negativeCount),
  ("stride(from:to:by:)", .zeroStride),
  ("stride(from:through:by:)", .zeroStride),
  (".random(in:)", .emptyRandomRange),
  (".random(in:using:)", .emptyRandomRange),
  (".init(uniqueKeysWithValues:)", .duplicateKey("of two elements")),
  ("abs(_:)", .overflow),
  (".init(ascii:)", .doesNotFit),
]
