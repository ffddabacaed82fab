/// Walks through one zone of running text, past code, formulas and targets of
/// links, and notes its numbers, links and pictures.
struct ProseScanner {
  private let text: String
  private let zone: Zone
  private var index: String.Index
  private var line: Int
  private(set) var numerals: [Numeral] = []
  private(set) var links: [LessonText.Link] = []
  private(set) var images: [LessonText.Image] = []
  /// The labels that reference links name, and those that are defined.
  private(set) var references: [LessonText.Link] = []
  private(set) var labels: Set<String> = []
  private var previous: Character = "\n"

  init(_ text: String, _ zone: Zone) {
    self.text = text
    self.zone = zone
    index = zone.range.lowerBound
    line = zone.line
  }

  private var rest: Substring { text[index..<zone.range.upperBound] }

  mutating func scan() {
    while index < zone.range.upperBound {
      let character = text[index]
      switch character {
      case "`": skipCode()
      case "<" where opensTag: readAngle()
      case "!" where rest.hasPrefix("!["): readImage()
      case "]" where rest.hasPrefix("]("): readLink()
      case "]" where rest.hasPrefix("]["): readReference()
      case "[": readDefinition()
      case "h" where isBareLink: skip { !$0.isWhitespace && $0 != ")" }
      case _ where startsNumber(character): readNumber()
      default: advance(to: text.index(after: index))
      }
    }
  }

  private var isBareLink: Bool {
    rest.hasPrefix("http://") || rest.hasPrefix("https://")
  }

  /// Whether a comment, a tag or an address in angle brackets begins here,
  /// and no comparison.
  private var opensTag: Bool {
    rest.dropFirst().first.map { $0.isLetter || "!/?".contains($0) } == true
  }

  private mutating func advance(to end: String.Index) {
    line += text[index..<end].count { $0 == "\n" }
    if end > text.startIndex { previous = text[text.index(before: end)] }
    index = end
  }

  private mutating func skip(while holds: (Character) -> Bool) {
    advance(to: rest.firstIndex { !holds($0) } ?? zone.range.upperBound)
  }

  /// Goes past a run of backticks and the text up to the same run.
  private mutating func skipCode() {
    let mark = rest.prefix { $0 == "`" }
    var search = mark.endIndex
    while let open = text[search..<zone.range.upperBound].firstIndex(of: "`") {
      let run = text[open..<zone.range.upperBound].prefix { $0 == "`" }
      search = run.endIndex
      guard run.count == mark.count else { continue }
      return advance(to: search)
    }
    advance(to: mark.endIndex)
  }

  /// Reads a comment or `<https://…>`, or goes past a tag.
  private mutating func readAngle() {
    let isComment = rest.hasPrefix("<!--")
    let closing = isComment ? "-->" : ">"
    guard let end = rest.firstRange(of: closing) else {
      return advance(to: text.index(after: index))
    }
    let inside = rest.dropFirst(isComment ? 4 : 1)[..<end.lowerBound]
    if isComment {
      let words = inside.split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let isSource = words.hasPrefix("=") || words.hasPrefix("quoted:")
      if isSource, let last = numerals.indices.last {
        numerals[last].comment = words
      }
    } else if inside.contains("://"), !inside.contains(" ") {
      links.append(.init(destination: String(inside), line: line))
    } else if isTag(inside) {
      links += destinations(inTag: inside).map {
        .init(destination: $0, line: line)
      }
    } else {
      return advance(to: text.index(after: index))
    }
    advance(to: end.upperBound)
  }

  private mutating func readImage() {
    guard let middle = rest.firstRange(of: "]("),
      let end = closing(from: middle.upperBound)
    else { return advance(to: text.index(after: index)) }
    let alternative = rest.dropFirst(2)[..<middle.lowerBound]
      .split(whereSeparator: \.isNewline).joined(separator: " ")
    images.append(
      .init(
        alternative: alternative, path: String(text[middle.upperBound..<end]),
        line: line))
    advance(to: text.index(after: end))
  }

  private mutating func readLink() {
    let start = text.index(index, offsetBy: 2)
    guard let end = closing(from: start) else { return advance(to: start) }
    let target = text[start..<end].split(separator: " ").first ?? ""
    links.append(.init(destination: String(target), line: line))
    advance(to: text.index(after: end))
  }

  /// Reads what follows the text of a link: `[label]`, or `[]` where the text
  /// is the label.
  private mutating func readReference() {
    let before = text[zone.range.lowerBound..<index]
    let start = text.index(index, offsetBy: 2)
    guard let open = before.lastIndex(of: "["),
      let end = text[start..<zone.range.upperBound].firstIndex(of: "]")
    else { return advance(to: start) }
    let label = referenceLabel(
      start == end ? before[open...].dropFirst() : text[start..<end])
    // Of `[2][3]` nobody thinks that it is a link.
    if label.contains(where: \.isLetter) {
      references.append(.init(destination: label, line: line))
    }
    advance(to: end)
  }

  /// Goes past a line `[label]: destination`.
  private mutating func readDefinition() {
    let isFirst = text[zone.range.lowerBound..<index].reversed()
      .prefix { !$0.isNewline }.allSatisfy { " >".contains($0) }
    let line = rest.prefix { !$0.isNewline }
    guard isFirst, let definition = LinkDefinition(line) else {
      return advance(to: text.index(after: index))
    }
    labels.insert(definition.label)
    links.append(
      .init(destination: definition.destination, line: self.line))
    advance(to: line.endIndex)
  }

  /// The parenthesis that closes one opened before.
  private func closing(from start: String.Index) -> String.Index? {
    var depth = 1
    for place in text[start..<zone.range.upperBound].indices {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }
}

extension ProseScanner {
  /// A digit, or a sign or point before one, that no word or number precedes.
  private func startsNumber(_ character: Character) -> Bool {
    guard !isWithinWord else { return false }
    if character.isASCIIDigit { return true }
    guard "+-−.".contains(character) else { return false }
    let tail = rest.dropFirst()
    let next = tail.first == "." ? tail.dropFirst().first : tail.first
    return next?.isASCIIDigit == true && previous != "."
  }

  /// Whether a letter or digit goes before, or an underscore of a name: not
  /// one that opens an emphasis.
  private var isWithinWord: Bool {
    let before = text[zone.range.lowerBound..<index]
    return before.last { $0 != "_" }.map { $0.isLetter || $0.isNumber } == true
  }

  private mutating func readNumber() {
    if skipListNumber() { return }
    let start = index
    var end = text.index(after: index)
    let limit = zone.range.upperBound
    func digitFollows(_ place: String.Index) -> Bool {
      let next = text.index(after: place)
      return next < limit && text[next].isASCIIDigit
    }
    while end < limit {
      let character = text[end]
      let joins =
        ".,".contains(character)
        || ("eE".contains(character) && text[start].isNumber)
      guard character.isASCIIDigit || (joins && digitFollows(end)) else {
        guard "eE".contains(character), let sign = sign(after: end),
          digitFollows(sign)
        else { break }
        end = text.index(after: sign)
        continue
      }
      end = text.index(after: end)
    }
    let isVersion = text[start..<end].count { $0 == "." } > 1
    let percent = percentSign(text[end..<limit])
    end = percent.endIndex
    numerals.append(
      Numeral(
        text: String(text[start..<end]), percent: percent,
        range: start..<end, line: line,
        isExempt: zone.isExempt || isVersion))
    advance(to: end)
  }

  private func sign(after place: String.Index) -> String.Index? {
    let next = text.index(after: place)
    guard next < zone.range.upperBound, "+-−".contains(text[next]) else {
      return nil
    }
    return next
  }

  /// Goes past the number of a list's item at the beginning of a line.
  private mutating func skipListNumber() -> Bool {
    let lineStart =
      text[zone.range.lowerBound..<index].lastIndex(of: "\n").map {
        text.index(after: $0)
      } ?? zone.range.lowerBound
    guard text[lineStart..<index].allSatisfy({ " >".contains($0) })
    else { return false }
    let digits = rest.prefix(while: \.isASCIIDigit)
    let after = rest.dropFirst(digits.count)
    guard !digits.isEmpty, after.hasPrefix(". ") || after.hasPrefix(") ")
    else { return false }
    advance(to: digits.endIndex)
    return true
  }
}

/// What says at the beginning of a text that the number before is a
/// percentage, with the space before it; empty where nothing does.
private func percentSign(_ text: Substring) -> Substring {
  if text.hasPrefix("pp"), text.dropFirst(2).first?.isLetter != true {
    return text.prefix(2)
  }
  let word = text.drop { $0.isWhitespace }
  let lowercase = word.prefix(12).lowercased()
  let sign = ["%", "percent", "per cent", "per\ncent"].first {
    lowercase.hasPrefix($0)
  }
  guard let sign else { return text.prefix(0) }
  return text[..<word.index(word.startIndex, offsetBy: sign.count)]
}
