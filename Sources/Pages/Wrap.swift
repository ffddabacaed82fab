import Maths

/// Breaks running text into lines of at most `width` columns.
///
/// Lines break at spaces, and before and after East Asian characters. A word
/// that is wider than a line is cut. No-break spaces (U+00A0) are kept.
package func wrap(_ spans: [Span], width: Int) -> [Line] {
  var wrapper = Wrapper(width: max(width, 1))
  for span in spans { wrapper.add(span) }
  return wrapper.finish()
}

private struct Wrapper {
  let width: Int
  private var lines: [Line] = []
  private var line = Line()
  private var column = 0
  /// The spans since the last place where the line may break.
  private var word: [Span] = []
  private var wordWidth = 0
  private var last: Character?
  /// The space before the word, which is dropped if the line breaks there.
  private var gap: Span?

  init(width: Int) { self.width = width }

  mutating func add(_ span: Span) {
    var rest = span.text[...]
    while !rest.isEmpty {
      let end = rest.utf8.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
      add(rest[..<end], of: span)
      guard end < rest.endIndex else { return }
      endWord()
      gap = gap ?? span.with(" ")
      rest = rest[rest.utf8.index(after: end)...]
    }
  }

  mutating func finish() -> [Line] {
    endWord()
    return lines + [line]
  }

  private mutating func add(_ text: Substring, of span: Span) {
    guard let first = text.first, let final = text.last else { return }
    if canBreak(before: first) { endWord() }
    let width = displayWidth(text)
    if width == text.utf8.count {
      append(String(text), width, span)
      last = final
      return
    }
    var run = ""
    for character in text {
      if canBreak(before: character) {
        append(run, displayWidth(run), span)
        run = ""
        endWord()
      }
      run.append(character)
      last = character
    }
    append(run, displayWidth(run), span)
  }

  /// Whether a line may break before a character without a space.
  private func canBreak(before next: Character) -> Bool {
    guard let last, columns(of: last) == 2 || columns(of: next) == 2 else {
      return false
    }
    return !opening.contains(last) && !closing.contains(next)
  }

  private mutating func append(_ text: String, _ width: Int, _ span: Span) {
    word.append(span.with(text))
    wordWidth += width
  }

  private mutating func endWord() {
    last = nil
    guard !word.isEmpty else { return }
    defer {
      word = []
      wordWidth = 0
      gap = nil
    }
    let space = gap == nil || column == 0 ? 0 : 1
    if column + space + wordWidth > width, column > 0 {
      breakLine()
    } else if let gap, column > 0 {
      line.append(gap)
      column += 1
    }
    if wordWidth <= width {
      for span in word { line.append(span) }
      column += wordWidth
    } else {
      for span in word { cut(span) }
    }
  }

  private mutating func cut(_ span: Span) {
    var run = ""
    for character in span.text {
      let columns = columns(of: character)
      if column + columns > width, column > 0 {
        line.append(span.with(run))
        run = ""
        breakLine()
      }
      run.append(character)
      column += columns
    }
    line.append(span.with(run))
  }

  private mutating func breakLine() {
    lines.append(line)
    line = Line()
    column = 0
  }
}

/// Characters that may not end a line.
private let opening: Set<Character> = [
  "(", "[", "{", "“", "‘", "（", "《", "〈", "「", "『", "【", "〔", "［",
]

/// Characters that may not begin a line.
private let closing: Set<Character> = [
  ")", "]", "}", ",", ".", ":", ";", "!", "?", "”", "’", "%", "，", "。",
  "、", "；", "：", "！", "？", "）", "》", "〉", "」", "』", "】", "〕",
  "］", "…", "—", "·", "％",
]
