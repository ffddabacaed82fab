import Checks

/// A function that traps, and the reason that has to be told.
///
/// It has the arguments `a`, which is `[1, 2, 3]`, `zero`, `half`, which is
/// 0.5, and `none`, which is nil. The line that traps ends in `// here`.
struct Trap: Sendable {
  let name: String
  let reason: TrapReason
  let code: String

  /// What the sentence must hold.
  let says: String?

  /// Whether the optimizer leaves a line to tell.
  let hasLine: Bool

  init(
    _ name: String, _ reason: TrapReason, _ code: String, says: String? = nil,
    hasLine: Bool = true
  ) {
    self.name = name
    self.reason = reason
    self.code = code
    self.says = says
    self.hasLine = hasLine
  }

  /// Traps of the standard library, the library, and the learner's own.
  static let all: [Trap] =
    indices + counts + arithmetic + conversions + optionals + others
    + inlined

  private static let indices = [
    Trap("index", .indexOutOfRange, "return a[zero + 3] // here"),
    Trap(
      "the count as an index", .indexOutOfRange,
      "return a[a.count] // here", says: "the last one is `a.count - 1`"),
    Trap("negative index", .indexOutOfRange, "return a[zero - 1] // here"),
    Trap(
      "closed range", .indexOutOfRange,
      """
      var t = [Int](repeating: 0, count: a.count)
      for i in 0...a.count {
        t[i] = 1 // here
      }
      return t.count
      """, says: "did you mean `0..<a.count`?"),
    Trap(
      "closed range on one line", .indexOutOfRange,
      """
      var t = [Int](repeating: 0, count: a.count)
      for i in 0...a.count { t[i] = 2 } // here
      return t.reduce(0, +)
      """, says: "`0...a.count` includes a.count"),
    Trap(
      "neighbor", .indexOutOfRange,
      """
      var best = 0
      for i in a.indices {
        if a[i] < a[i + 1] { best = i } // here
      }
      return best
      """, says: "`i + 1` is past the last element"),
    Trap(
      "neighbor without a loop", .indexOutOfRange,
      "let last = a.count - 1\nreturn a[last + 1] // here",
      says: "past the last element. Compare it"),
    Trap("slice", .indexOutOfRange, "return a[1...][zero] // here"),
    Trap(
      "remove(at:)", .indexOutOfRange,
      "var b = a\nreturn b.remove(at: zero + 3) // here"),
    Trap(
      "insert(_:at:)", .indexOutOfRange,
      "var b = a\nb.insert(1, at: zero + 4) // here\nreturn b.count"),
    Trap(
      "swapAt(_:_:)", .indexOutOfRange,
      "var b = a\nb.swapAt(0, zero + 3) // here\nreturn b[0]"),
    Trap(
      "replaceSubrange(_:with:)", .indexOutOfRange,
      "var b = a\nb.replaceSubrange(1..<zero + 5, with: a) // here\n"
        + "return b.count"),
    Trap(
      "String", .stringIndex,
      "let s = \"abc\"\nreturn s[s.index(s.startIndex, offsetBy: zero + 5)]"
        + ".hashValue // here"),
  ]

  private static let counts = [
    Trap(
      "removeFirst()", .emptyCollection,
      "var b = Array(a.prefix(zero))\nreturn b.removeFirst() // here"),
    Trap(
      "removeLast()", .emptyCollection,
      "var b = Array(a.prefix(zero))\nreturn b.removeLast() // here"),
    Trap(
      "removeLast(_:)", .tooFewElements,
      "var b = a\nb.removeLast(zero + 4) // here\nreturn b.count"),
    Trap(
      "prefix(_:)", .negativeCount, "return a.prefix(zero - 1).count // here"),
    Trap(
      "dropFirst(_:)", .negativeCount,
      "return a.dropFirst(zero - 1).count // here"),
    Trap(
      "Array(repeating:count:)", .negativeCount,
      "return [Int](repeating: 1, count: zero - 1).count", hasLine: false),
    Trap(
      "String(repeating:count:)", .negativeCount,
      "return String(repeating: \"ab\", count: zero - 1).count // here"),
    Trap(
      "1...n", .reversedRange,
      "var t = 0\nfor i in 1...zero { t += a[i] } // here\nreturn t",
      says: "`1...zero`"),
    Trap(
      "lower..<upper", .reversedRange,
      "return (a.count..<zero).count // here", says: "`a.count..<zero`"),
    Trap(
      "sums as bounds", .reversedRange,
      "var t = 0\nfor i in a.count + 1...zero - 1 where i > 0 { t += i } // here"
        + "\nreturn t", says: "`a.count + 1...zero - 1`"),
    Trap(
      "random(in:)", .emptyRandomRange,
      "return Int.random(in: 0..<zero) // here"),
    Trap(
      "stride", .zeroStride,
      "return Array(stride(from: 0, to: 5, by: zero)).count // here"),
    Trap(
      "Dictionary(uniqueKeysWithValues:)", .duplicateKey("'1'"),
      "return Dictionary(uniqueKeysWithValues: [(a[0], 1), (a[0], 2)])"
        + ".count // here"),
  ]

  private static let arithmetic = [
    Trap("+", .overflow, "return Int.max - 2 + a.count + zero // here"),
    Trap(
      "UInt8 *", .overflow,
      "let bytes: [UInt8] = [200, UInt8(zero + 2)]\n"
        + "return Int(bytes[0] * bytes[1]) // here",
      says: "a UInt8 holds 0 to 255; convert to Int before you multiply"),
    Trap(
      "UInt8 -", .overflow, "return Int(UInt8(zero) - 1) // here",
      says: "convert to Int before you subtract"),
    Trap(
      "UInt32 * beside [UInt8]", .overflow,
      "let bytes: [UInt8] = [1, 2, 3]\n"
        + "return UInt32(bytes.count) * UInt32(zero + 4_000_000_000)"
        + " == 1 ? 1 : 0 // here",
      says: "a UInt32 holds 0 to 4,294,967,295"),
    Trap("/", .divisionByZero, "return a.count / zero // here"),
    Trap("%", .divisionByZero, "return a.count % zero // here"),
    Trap(
      "Int.min / -1", .divisionOverflow,
      "return (Int.min + zero) / (zero - 1) // here"),
  ]

  private static let conversions = [
    Trap(
      "UInt8(300)", .doesNotFit, "return Int(UInt8(zero + 300)) // here",
      says: "a UInt8 holds 0 to 255"),
    Trap(
      "UInt8(-5)", .negativeForUnsigned,
      "return Int(UInt8(zero - 5)) // here"),
    Trap(
      "Int(infinity)", .notFinite(from: "Float", to: "Int"),
      "return Int(half / Float(zero)) // here", says: "infinite or NaN"),
    Trap(
      "Int(Double)", .notFinite(from: "Double", to: "Int"),
      "return Int(Double(zero) / Double(zero)) // here"),
    Trap(
      "UInt8(Float)", .beyondRange(from: "Float", to: "UInt8"),
      "return Int(UInt8(half * 600)) // here", says: "0 to 255"),
    Trap(
      "Int(1e30)", .beyondRange(from: "Float", to: "Int"),
      "return Int(half * 1e30) // here"),
  ]

  private static let optionals = [
    Trap("nil!", .nilUnwrapped, "return none! // here"),
    Trap(
      "gradient!", .nilUnwrapped,
      """
      let w = Tensor([half])
      let g = w.gradient! // here
      return g.count
      """, says: "no gradient reached w"),
    Trap("dictionary", .nilUnwrapped, "return [1: 2][zero]! // here"),
    Trap(
      "max()", .nilUnwrapped, "return a.filter { $0 > zero + 5 }.max()! // here"
    ),
    Trap(
      "as!", .failedCast,
      "let x: Any = zero == 0 ? \"a\" : 1\nreturn x as! Int", hasLine: false),
    Trap(
      "try!", .uncaughtError("Unlucky()"), "return try! fails(zero) // here"),
  ]

  private static let others = [
    Trap(
      "fatalError", .fatalError("no such luck"),
      "print(\"mine\")\nfatalError(\"no such luck\") // here"),
    Trap(
      "fatalError, two lines", .fatalError("two lines"),
      "fatalError(\"two\\nlines\") // here"),
    Trap(
      "precondition", .precondition,
      "precondition(zero > 0, \"no\") // here\nreturn a[0]"),
    Trap(
      "recursion", .endlessRecursion, "return endless(zero)", hasLine: false),
    Trap(
      "exclusive access", .exclusiveAccess,
      "let box = Box()\nadd(&box.n, to: box)\nreturn box.n", hasLine: false),
    Trap(
      "shapes",
      .library(
        "+: shapes [2] and [3] do not broadcast, matched from the last axis, "
          + "lengths must be equal or 1"),
      "print(\"mine\")\n"
        + "return (Tensor([1, 2]) + Tensor([1, 2, half])).count // here"),
    Trap(
      "a print is not the reason", .indexOutOfRange,
      "print(\"Fatal error: no\")\nreturn a[zero + 3] // here"),
  ]

  /// The trap is in a function that was inlined into the one called.
  private static let inlined = [
    Trap(
      "inlined index", .indexOutOfRange,
      """
      func pick(_ i: Int) -> Int {
        let k = i + 1
        return a[k] // here
      }
      var total = 0
      for i in a.indices {
        total += pick(i + zero)
      }
      return total
      """),
    Trap(
      "inlined division", .divisionByZero,
      """
      func part(_ x: Int, _ y: Int) -> Int {
        return x / y // here
      }
      return part(a[0], zero) + part(a[1], zero)
      """),
    Trap(
      "inlined nil", .nilUnwrapped,
      """
      func first(_ b: [Int]) -> Int {
        return b.first! // here
      }
      let empty = a.filter { $0 > 50 + zero }
      return first(empty)
      """),
    Trap(
      "in a closure", .divisionByZero,
      "return a.map {\n  $0 / zero // here\n}.reduce(0, +)"),
    Trap(
      "slices in a closure", .indexOutOfRange,
      """
      return stride(from: zero, to: 3, by: 2).map {
        Array(a[$0..<$0 + 2]) // here
      }.count
      """, says: "the slice of a ends at `$0 + 2`"),
    Trap(
      "nil in a closure", .nilUnwrapped,
      """
      var w = Tensor([1, 2]).trackingGradients()
      for _ in a {
        w = withoutGradients { w - w.gradient! * half } // here
      }
      return w.count
      """, says: "w.gradient is nil"),
    Trap(
      "a tensor's index in a closure",
      .library(
        "subscript: element [0, 3] of shape [1, 3], give one index for each "
          + "axis, from 0 up to but excluding its length"),
      """
      let t = Tensor(a.map { Float($0) }, shape: [1, 3])
      return (zero..<1).map { i in
        var best = 0
        for j in 0...t.shape[1] {
          if t[i, j] > t[i, best] { best = j } // here
        }
        return best
      }.count
      """),
  ]
}
