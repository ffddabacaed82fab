/// A fenced code block, and the words after its opening fence.
struct Fence {
  var language: String
  var text: String
  /// The first line of the text in the lesson's file.
  var textLine: Int
  private let source: Source
  private let line: Int
  /// The words after the language, such as `cell=prices` and `predict`.
  private var attributes: [(key: String, value: String?)] = []

  init(
    _ node: Markdown, info: String, in source: Source
  ) throws(LessonError) {
    self.source = source
    line = node.lines.lowerBound
    text = node.literal
    let words = info.split(separator: " ", omittingEmptySubsequences: true)
    language = words.first.map(String.init) ?? ""
    textLine = source.linesBefore + line + 1
    for word in words.dropFirst() {
      let parts = word.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      attributes.append(
        (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil))
    }
    // A closed block spans two more lines than its text.
    let lines = text.utf8.count { $0 == .newline }
    guard language.isEmpty || node.lines.count > lines + 1 else {
      throw mistake(
        "this block of \(language) is not closed",
        "put a line of as many backticks below it")
    }
  }

  func mistake(_ problem: String, _ remedy: String) -> LessonError {
    source.mistake(line, problem, remedy)
  }

  func has(_ key: String) -> Bool { attributes.contains { $0.key == key } }

  /// The value of an attribute that is a name, or nil if it is missing.
  func name(_ key: String) throws(LessonError) -> String? {
    guard let attribute = attributes.first(where: { $0.key == key })
    else { return nil }
    guard let name = attribute.value, !name.isEmpty,
      name.utf8.allSatisfy(\.isIdentifier)
    else {
      throw mistake(
        "`\(key)` has no name", "write \(key)=NAME with letters and digits")
    }
    return name
  }

  /// The value of an attribute that is a number, or nil if it is missing.
  func number(_ key: String) throws(LessonError) -> Double? {
    guard let attribute = attributes.first(where: { $0.key == key })
    else { return nil }
    guard let number = attribute.value.flatMap({ Double($0) }),
      number >= 0, number.isFinite
    else {
      throw mistake("`\(key)` is not a number", "write it as \(key)=1e-4")
    }
    return number
  }

  func refuseAttributes(except known: [String]) throws(LessonError) {
    for (key, _) in attributes where !known.contains(key) {
      throw mistake(
        "a block of \(language) has no attribute `\(key)`",
        known.isEmpty
          ? "leave it out" : "it may have \(known.joined(separator: ", "))")
    }
  }
}

extension Cell {
  init(_ fence: Fence) throws(LessonError) {
    try fence.refuseAttributes(except: ["cell", "predict", "yours"])
    name = try fence.name("cell") ?? ""
    code = fence.text
    line = fence.textLine
    predict = fence.has("predict")
    yours = fence.has("yours")
  }
}

extension Cell.Output {
  init(_ fence: Fence) throws(LessonError) {
    try fence.refuseAttributes(except: ["tolerance"])
    text = fence.text
    tolerance = try fence.number("tolerance")
    line = fence.textLine
  }
}
