/// Why a program stopped before it answered.
package enum TrapReason: Sendable, Equatable {
  /// The library stopped it and said why, for example shapes that do not match.
  case library(String)

  /// The learner's own `fatalError`, with its text.
  case fatalError(String)

  /// The learner's own `precondition`, whose text the optimizer drops.
  case precondition

  /// An error that was thrown in a `try!`.
  case uncaughtError(String)

  case indexOutOfRange
  case stringIndex
  case emptyCollection
  case tooFewElements
  case negativeCount
  case reversedRange
  case emptyRandomRange
  case zeroStride
  case duplicateKey(String)
  case nilUnwrapped
  case failedCast
  case overflow
  case doesNotFit
  case negativeForUnsigned
  case divisionByZero
  case divisionOverflow

  /// A floating-point number that is infinite or NaN, converted to an integer.
  case notFinite(from: String, to: String)

  /// A floating-point number beyond the range of an integer type.
  case beyondRange(from: String, to: String)

  case exclusiveAccess
  case destroyedObject
  case endlessRecursion
  case badMemoryAccess
  case killed

  /// Neither the runtime nor the library gave a reason.
  case unknown
}

/// What the source reveals about a trap beyond its reason.
package enum TrapClue: Sendable, Equatable {
  /// The index runs over the closed range `lower...upper`.
  case closedRange(lower: String, upper: String)

  /// A slice `array[lower..<upper]` that ends at a sum.
  case slice(array: String, upper: String)

  /// An index such as `i + 1` or `i - 1`; `inLoop` if a loop counts `i`.
  case neighbor(index: String, offset: String, inLoop: Bool)

  /// An index that is the count itself, such as `labels.count`.
  case countAsIndex(String)

  /// A range, as written in the source.
  case range(String)

  /// The gradient of the named tensor was unwrapped with `!`.
  case gradient(of: String)

  /// The integer type that was too small, and the operation.
  case integer(type: String, operation: String)
}

/// A line of a learner's file.
package struct SourceLine: Sendable, Equatable, Codable {
  package var file: String
  package var line: Int

  /// The text of the line.
  package var code: String

  package init(file: String, line: Int, code: String = "") {
    self.file = file
    self.line = line
    self.code = code
  }
}

extension SourceLine: CustomStringConvertible {
  package var description: String { "\(file):\(line)" }
}
