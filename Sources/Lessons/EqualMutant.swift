/// Mutants that an author found equivalent to the model answer.
package struct EqualMutant: Sendable, Equatable {
  /// The full name of the changed function.
  package var function: String
  package var change: Change
  package var because: String
  /// The line of the entry in the list.
  package var line: Int

  package enum Change: Sendable, Equatable {
    /// One mutant: the changed lines as `verify --mutants` prints them.
    case lines(was: String, now: String)
    /// Every mutant that narrows this operand to this many bits or more.
    case narrowing(Narrowing)
  }
}

/// An operand that is kept in an integer type narrower than `Int`.
package struct Narrowing: Sendable, Hashable {
  /// The operand's text, such as `row` or `y.count`.
  package var operand: String
  package var bits: Int

  package init(of operand: String, bits: Int) {
    self.operand = operand
    self.bits = bits
  }

  /// Whether the other operand is the same, and its type at least as wide.
  package func covers(_ other: Narrowing) -> Bool {
    operand == other.operand && bits <= other.bits
  }
}

extension EqualMutant {
  /// Reads a lesson's list of equivalent mutants, `mutants.yaml`.
  ///
  /// An entry whose `is` is a list stands for one mutant per change. An entry
  /// with `narrowed` and `bits` stands for every narrowing of its operands.
  package static func list(
    parsing text: String, file: String
  ) throws(LessonError) -> [EqualMutant] {
    let yaml = try YAML(parsing: text, file: file, firstLine: 1)
    guard case .list(let entries) = yaml.value else {
      throw LessonError(
        file: file, line: yaml.line, problem: "this is not a list",
        remedy: "begin each entry with `- function: NAME`")
    }
    var mutants: [EqualMutant] = []
    for entry in entries {
      let record = try Record(
        entry, in: file, name: "the mutant",
        keys: ["function", "was", "is", "narrowed", "bits", "because"])
      let (function, because) = (
        try record.string("function"), try record.string("because")
      )
      mutants += try changes(in: record).map {
        EqualMutant(
          function: function, change: $0, because: because, line: record.line)
      }
    }
    return mutants
  }

  private static func changes(
    in record: Record
  ) throws(LessonError) -> [Change] {
    guard record.has("narrowed") else {
      let was = try record.string("was")
      return try oneOrMore("is", in: record).map { .lines(was: was, now: $0) }
    }
    for key in ["was", "is"] where record.has(key) {
      throw record.mistake(
        key, "`narrowed` and `\(key)` do not go together",
        "make an entry of each")
    }
    let bits = try record.integer("bits")
    guard [8, 16].contains(bits) else {
      throw record.mistake(
        "bits", "no mutant keeps a number in \(bits) bits",
        "write `bits: 8` or `bits: 16`")
    }
    return try oneOrMore("narrowed", in: record).map {
      .narrowing(Narrowing(of: $0, bits: bits))
    }
  }

  private static func oneOrMore(
    _ key: String, in record: Record
  ) throws(LessonError) -> [String] {
    if case .list = try record.value(key).value {
      return try record.strings(key)
    }
    return [try record.string(key)]
  }
}
