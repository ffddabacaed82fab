extension Crash {
  /// What happened, why it probably happened, and what to do.
  package var explanation: String {
    clue.flatMap { sentence(for: $0) } ?? reason.sentence(signal: signal)
  }

  private func sentence(for clue: TrapClue) -> String? {
    switch clue {
    case .closedRange(let lower, let upper):
      return "index out of range: `\(lower)...\(upper)` includes \(upper); "
        + "did you mean `\(lower)..<\(upper)`?"
    case .slice(let array, let upper):
      return "index out of range: the slice of \(array) ends at `\(upper)`, "
        + "which is past the last element when the last batch is short. "
        + "End it at `min(\(upper), \(array).count)`."
    case .neighbor(let index, "+", inLoop: true):
      return "index out of range: `\(index)` is past the last element in the "
        + "last iteration of the loop. End the loop earlier."
    case .neighbor(let index, _, inLoop: true):
      return "index out of range: `\(index)` is negative in the first "
        + "iteration of the loop. Start the loop later."
    case .neighbor(let index, "+", _):
      return "index out of range: `\(index)` is past the last element. "
        + "Compare it with the number of elements first."
    case .neighbor(let index, _, _):
      return "index out of range: `\(index)` is negative. Compare it with 0 "
        + "first."
    case .countAsIndex(let count):
      return "index out of range: indices start at 0, so the last one is "
        + "`\(count) - 1`, not `\(count)`."
    case .range(let range):
      return "the range `\(range)` has a lower bound greater than its upper "
        + "bound, as `1...n` does when n is 0. Check both bounds; "
        + "`0..<n` may be empty. To count down, use stride(from:to:by:)."
    case .gradient(let tensor):
      return "\(tensor).gradient is nil: no gradient reached \(tensor). A "
        + "tensor computed from another, such as the new \(tensor) after a "
        + "step, does not track gradients until you call trackingGradients()."
    case .integer(let type, let operation):
      guard let range = integerRanges[type] else { return nil }
      if reason == .overflow {
        return "arithmetic overflow: \(withArticle(type)) holds \(range); "
          + "convert to Int before you \(operation)."
      }
      return "the number does not fit: \(withArticle(type)) holds \(range). "
        + "Keep the number as an Int, or bring it into that range first."
    }
  }
}

/// The ranges of the integer types other than Int.
private let integerRanges = [
  "UInt8": "0 to 255", "Int8": "-128 to 127", "UInt16": "0 to 65,535",
  "Int16": "-32,768 to 32,767", "UInt32": "0 to 4,294,967,295",
  "Int32": "-2,147,483,648 to 2,147,483,647",
  "UInt": "no negative numbers", "UInt64": "no negative numbers",
]

extension TrapReason {
  func sentence(signal: String) -> String {
    switch self {
    case .library(let words): words
    case .fatalError(""):
      "your code called fatalError(). Find out why it reached that line."
    case .fatalError(let words):
      "your code called fatalError: \(words)"
    case .precondition:
      "your own precondition or assertion failed here. Compare its "
        + "condition with the arguments below."
    case .uncaughtError(let error):
      "`try!` failed with \(error). Use `try` in a function that throws, or "
        + "catch the error with do and catch."
    case .indexOutOfRange:
      "index out of range: the index is negative, or not less than the number "
        + "of elements. Indices run from 0 to count - 1; check the bounds of "
        + "the loop or range that the index comes from."
    case .stringIndex:
      "string index out of range: the index is outside the string, or belongs "
        + "to another one. The endIndex is past the last character; do not "
        + "read there."
    case .emptyCollection:
      "an element was removed from an empty collection. Check isEmpty first, "
        + "or use popLast() or first, which return nil instead."
    case .tooFewElements:
      "more elements were removed than there are. Remove at most count, or "
        + "use dropFirst and dropLast, which stop at the end."
    case .negativeCount:
      "a count is negative, but a number of elements must be 0 or more. Check "
        + "the subtraction that it comes from."
    case .reversedRange:
      "a range has a lower bound greater than its upper bound, as `1...n` does "
        + "when n is 0. Check both bounds; `0..<n` may be empty. To count "
        + "down, use stride(from:to:by:)."
    case .emptyRandomRange:
      "a random number was requested from an empty range. Check that its upper "
        + "bound is greater than its lower bound."
    case .zeroStride:
      "a stride has the step 0 and would never end. Check the value after "
        + "`by:`; an integer division such as 1 / 2 gives 0."
    case .duplicateKey(let key):
      "the key \(key) occurs twice, and Dictionary(uniqueKeysWithValues:) "
        + "allows each key once. Use Dictionary(_:uniquingKeysWith:) or "
        + "Dictionary(grouping:by:)."
    case .nilUnwrapped:
      "unexpectedly found nil: `!` was used on an optional without a value. "
        + "Unwrap it with `guard let` or `if let`, or provide a default with "
        + "`??`."
    case .failedCast:
      "`as!` failed: the value has a different type. Use `as?`, which gives "
        + "nil instead, or convert the value, as in Float(n)."
    case .overflow:
      "arithmetic overflow: the result does not fit into its integer type. A "
        + "UInt8 holds only 0 to 255, an Int up to 2⁶³ - 1. Convert the "
        + "operands to a wider type, such as Int or Float, before you "
        + "calculate."
    case .doesNotFit:
      "a number does not fit into the integer type that it is converted to; a "
        + "UInt8, for example, holds 0 to 255. Keep it as an Int, or bring it "
        + "into range first."
    case .negativeForUnsigned:
      "a negative number cannot become an unsigned integer such as UInt8. Use "
        + "Int, or find out why the number is negative."
    case .divisionByZero:
      "division by zero: an integer was divided by 0, or its remainder was "
        + "taken. Check which divisor can be 0, such as the count of an empty "
        + "array or a quotient of two Ints."
    case .divisionOverflow:
      "arithmetic overflow: Int.min divided by -1 does not fit into an Int. "
        + "Check where so large a number comes from."
    case .notFinite(let from, let to):
      "a \(from) that is infinite or NaN cannot become "
        + "\(withArticle(to)). A division by 0, the logarithm of 0 or too "
        + "large an exponential gives such numbers. Find where it comes from "
        + "before you convert it."
    case .beyondRange(let from, let to):
      "a \(from) is too large or too small for \(withArticle(to))"
        + (integerRanges[to].map { ", which holds \($0)" } ?? "")
        + ". Bring it into range before you convert it, or find out why it is "
        + "so large."
    case .exclusiveAccess:
      "two accesses to the same variable overlap: it is read or changed while "
        + "a mutating method or an inout argument still holds it. Copy it to "
        + "a local variable first."
    case .destroyedObject:
      "an unowned reference was read after its object was destroyed. Keep a "
        + "strong reference to the object, or use weak."
    case .endlessRecursion:
      "infinite recursion: a function calls itself, directly or through "
        + "others, until the stack overflows. Check the condition that ends "
        + "the recursion."
    case .badMemoryAccess:
      "the program accessed memory that is not its own (\(signal)). Look for "
        + "a function that calls itself without end, which is the usual "
        + "cause, or for an unsafe pointer."
    case .killed:
      "the system ended the program (\(signal)), usually because memory ran "
        + "out. Look for arrays that grow without limit."
    case .unknown:
      "the program stopped (\(signal)) and gave no reason. The usual causes "
        + "are an index out of range, a number that does not fit its type, a "
        + "division by 0, or `!` on nil. Print the values before it stops."
    }
  }
}

private func withArticle(_ type: String) -> String {
  (type.hasPrefix("I") ? "an " : "a ") + type
}
