/// A YAML record that is read key by key; errors have the line of the value.
package struct Record {
  package let file: String
  package let line: Int
  /// What messages call the record, such as `the front matter`.
  package let name: String
  private let fields: [String: YAML]

  /// Opens a record that may have these keys and no others.
  package init(
    _ yaml: YAML, in file: String, name: String, keys: [String]
  ) throws(LessonError) {
    self.file = file
    self.name = name
    line = yaml.line
    guard case .record(let pairs) = yaml.value else {
      throw LessonError(
        file: file, line: yaml.line, problem: "\(name) is not a record",
        remedy: "write its keys as `key: value`")
    }
    for (key, value) in pairs where !keys.contains(key) {
      throw LessonError(
        file: file, line: value.line,
        problem: "\(name) has no key `\(key)`",
        remedy: "its keys are \(keys.joined(separator: ", "))")
    }
    fields = Dictionary(pairs) { first, _ in first }
  }

  package func has(_ key: String) -> Bool { fields[key] != nil }

  /// The line of a key's value, or of the record if the key is missing.
  package func line(of key: String) -> Int { fields[key]?.line ?? line }

  package func mistake(
    _ key: String, _ problem: String, _ remedy: String
  ) -> LessonError {
    LessonError(
      file: file, line: line(of: key), problem: problem, remedy: remedy)
  }

  package func value(_ key: String) throws(LessonError) -> YAML {
    guard let value = fields[key] else {
      throw mistake(
        key, "\(name) lacks the key `\(key)`", "add a line `\(key): …`")
    }
    return value
  }

  package func string(_ key: String) throws(LessonError) -> String {
    guard case .scalar(let text, _) = try value(key).value, !text.isEmpty
    else { throw wrongType(key, "a text") }
    return text
  }

  package func integer(_ key: String) throws(LessonError) -> Int {
    try convert(key, "a whole number", Int.init)
  }

  package func number(_ key: String) throws(LessonError) -> Double {
    try convert(key, "a number") { Double($0) }
  }

  package func boolean(_ key: String) throws(LessonError) -> Bool {
    try convert(key, "true or false") { Bool($0) }
  }

  package func list(_ key: String) throws(LessonError) -> [YAML] {
    guard case .list(let values) = try value(key).value else {
      throw wrongType(key, "a list")
    }
    return values
  }

  package func strings(_ key: String) throws(LessonError) -> [String] {
    var strings: [String] = []
    for value in try list(key) {
      guard case .scalar(let text, _) = value.value else {
        throw wrongType(key, "a list of texts")
      }
      strings.append(text)
    }
    return strings
  }

  package func integers(_ key: String) throws(LessonError) -> [Int] {
    var integers: [Int] = []
    for text in try strings(key) {
      guard let integer = Int(text) else {
        throw wrongType(key, "a list of whole numbers")
      }
      integers.append(integer)
    }
    return integers
  }

  private func convert<Result>(
    _ key: String, _ wanted: String, _ conversion: (String) -> Result?
  ) throws(LessonError) -> Result {
    guard case .scalar(let text, quoted: false) = try value(key).value,
      let result = conversion(text)
    else { throw wrongType(key, wanted) }
    return result
  }

  private func wrongType(_ key: String, _ wanted: String) -> LessonError {
    mistake(key, "`\(key)` is not \(wanted)", "write \(wanted) after the colon")
  }
}

extension Record {
  /// The entries under a key, in order; none if the key is missing.
  package func entries(
    _ key: String
  ) throws(LessonError) -> [(key: String, value: YAML)] {
    guard has(key) else { return [] }
    guard case .record(let pairs) = try value(key).value else {
      throw mistake(
        key, "`\(key)` is not a record", "write its entries as `id: text`")
    }
    return pairs
  }
}

extension YAML {
  /// The text of an entry.
  package func text(
    _ key: String, in record: Record
  ) throws(LessonError) -> String {
    guard case .scalar(let text, _) = value, !text.isEmpty else {
      throw LessonError(
        file: record.file, line: line,
        problem: "an entry of `\(key)` is no text",
        remedy: "write it as `id: text`")
    }
    return text
  }
}
