internal import System

/// The role of a piece of text; `render` chooses its color.
package struct Style: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let heading = Style(rawValue: 1 << 0)
  package static let emphasis = Style(rawValue: 1 << 1)
  package static let strong = Style(rawValue: 1 << 2)
  package static let code = Style(rawValue: 1 << 3)
  package static let math = Style(rawValue: 1 << 4)
  package static let link = Style(rawValue: 1 << 5)
  package static let quote = Style(rawValue: 1 << 6)
  package static let output = Style(rawValue: 1 << 7)
  package static let good = Style(rawValue: 1 << 8)
  package static let bad = Style(rawValue: 1 << 9)
  package static let warning = Style(rawValue: 1 << 10)
  package static let dim = Style(rawValue: 1 << 11)
  package static let keyword = Style(rawValue: 1 << 12)
  package static let string = Style(rawValue: 1 << 13)
  package static let comment = Style(rawValue: 1 << 14)
  package static let number = Style(rawValue: 1 << 15)
  package static let type = Style(rawValue: 1 << 16)
}

/// A piece of text in one style, without anything that controls a terminal.
package struct Span: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The text, without control characters or line breaks.
  package let text: String
  package var style: Style
  /// The address that the text links to, if any.
  package var destination: String?
  /// The two grays of each cell, if the span is part of an image.
  package private(set) var halves: Halves?

  package init(
    _ text: String, _ style: Style = [], destination: String? = nil
  ) {
    self.text = harmless(text)
    self.style = style
    self.destination = destination
  }

  package init(stringLiteral text: String) { self.init(text) }

  /// The span with another text, which must be harmless already.
  func with(_ text: some StringProtocol) -> Span {
    Span(harmless: String(text), style, destination, halves)
  }

  /// The span with `more` added to its style.
  package func styled(_ more: Style) -> Span {
    Span(harmless: text, style.union(more), destination, halves)
  }

  /// Creates a cell of an image.
  init(_ text: String, halves: Halves) {
    self.init(harmless: text, [], nil, halves)
  }

  private init(
    harmless text: String, _ style: Style, _ destination: String?,
    _ halves: Halves?
  ) {
    self.text = text
    self.style = style
    self.destination = destination
    self.halves = halves
  }
}

/// One line of a page.
package struct Line: Sendable, Hashable, ExpressibleByStringLiteral {
  /// A place in a text that the reader can jump to.
  package enum Mark: Sendable, Hashable {
    /// The section with this anchor.
    case section(String)
    /// The checkpoint of this function.
    case checkpoint(String)
  }

  package private(set) var spans: [Span]
  package var mark: Mark?

  /// Whether this line and the next should be on the same page.
  package var holdsNext = false

  package init(_ spans: [Span] = []) {
    self.spans = []
    for span in spans { append(span) }
  }

  package init(stringLiteral text: String) { self.init([Span(text)]) }

  /// The text without its styles.
  package var text: String { spans.map(\.text).joined() }

  /// Appends a span, merging it into the last one if only their texts differ.
  package mutating func append(_ span: Span) {
    if span.text.isEmpty { return }
    if let last = spans.last, last.style == span.style,
      last.destination == span.destination, last.halves == span.halves
    {
      spans[spans.count - 1] = last.with(last.text + span.text)
    } else {
      spans.append(span)
    }
  }
}

extension [Line] {
  /// The lines behind a prefix: `first` for the first, `rest` for the others.
  package func prefixed(_ first: Span, _ rest: Span) -> [Line] {
    enumerated().map { index, line in
      let prefix = index == 0 ? first : rest
      // Leave no trailing spaces on an empty line.
      var prefixed =
        line.spans.isEmpty
        ? Line([Span(prefix.text.trimmingSpaces, prefix.style)])
        : Line([prefix] + line.spans)
      (prefixed.mark, prefixed.holdsNext) = (line.mark, line.holdsNext)
      return prefixed
    }
  }

  /// The lines, with a mark on the first one.
  func marked(_ mark: Line.Mark) -> [Line] {
    var lines = self
    if !lines.isEmpty { lines[0].mark = mark }
    return lines
  }

  /// The lines, kept on one page if they fit there.
  func together(withNext: Bool = false) -> [Line] {
    var lines = self
    for index in lines.indices where withNext || index < lines.count - 1 {
      lines[index].holdsNext = true
    }
    return lines
  }

  package func indented(by columns: Int) -> [Line] {
    let space = Span(String(repeating: " ", count: columns))
    return prefixed(space, space)
  }

  /// The lines to the right of `start`, which only the first one begins with.
  func beside(_ start: [Span]) -> [Line] {
    let rest = Array(dropFirst()).indented(by: width(start))
    return prefix(1).map { Line(start + $0.spans) } + rest
  }
}

extension String {
  /// The text without trailing spaces.
  var trimmingSpaces: String {
    var text = self[...]
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    return String(text)
  }
}
