/// Converts the inline nodes of one block into running text.
struct InlineReader {
  let source: Source
  /// The lines of the source.
  let lines: [Substring.UTF8View]
  let block: Markdown

  /// Reads the block's own text.
  func read() throws(LessonError) -> [Inline] {
    if case .htmlBlock = block.kind { return try read(Self.cut(block)) }
    return try read(block.children)
  }

  private func read(_ nodes: [Markdown]) throws(LessonError) -> [Inline] {
    var inlines: [Inline] = []
    var rest = nodes[...]
    while let node = rest.popFirst() {
      guard case .code = node.kind, Self.removeDollar(from: &inlines) else {
        try append(node, to: &inlines)
        continue
      }
      // To CommonMark, a formula is a code span between two texts.
      guard let after = rest.popFirst(), case .text = after.kind,
        after.literal.utf8.first == .dollar
      else { throw unclosedMath(node) }
      inlines.append(.math(node.literal, line: place(of: node).line))
      try append(after, from: 1, to: &inlines)
    }
    return inlines
  }

  /// Removes the dollar sign at the end of the text, if there is one.
  private static func removeDollar(from inlines: inout [Inline]) -> Bool {
    guard case .text(let text, let place)? = inlines.last,
      text.utf8.last == .dollar
    else { return false }
    inlines.removeLast()
    if text.utf8.count > 1 {
      inlines.append(.text(String(text.dropLast()), at: place))
    }
    return true
  }

  private func append(
    _ node: Markdown, to inlines: inout [Inline]
  ) throws(LessonError) {
    switch node.kind {
    case .code: inlines.append(.code(node.literal))
    case .emphasis: inlines.append(.emphasis(try read(node.children)))
    case .strong: inlines.append(.strong(try read(node.children)))
    case .softBreak: inlines.append(.softBreak)
    case .lineBreak: inlines.append(.lineBreak)
    case .html:
      let html = try html(node, after: inlines)
      if case .binding = html { Self.trim(&inlines) }
      inlines.append(html)
    case .link(let destination):
      inlines.append(
        .link(
          try read(node.children), destination: destination,
          at: place(of: node)))
    case .image(let destination):
      inlines.append(
        .image(
          alternative: try read(node.children).plainText, path: destination,
          at: place(of: node)))
    default:
      try append(node, from: 0, to: &inlines)
    }
  }

  /// Appends the text of a node without its first `start` characters.
  private func append(
    _ node: Markdown, from start: Int, to inlines: inout [Inline]
  ) throws(LessonError) {
    let text = start == 0 ? node.literal : String(node.literal.dropFirst(start))
    // cmark leaves an unclosed code span as text.
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "`"), previous == .dollar {
        throw unclosedMath(node)
      }
      previous = byte
    }
    if !text.isEmpty {
      inlines.append(.text(text, at: place(of: node).advanced(by: start)))
    }
  }

  private func html(
    _ node: Markdown, after inlines: [Inline]
  ) throws(LessonError) -> Inline {
    let place = place(of: node)
    let binding = try Binding(
      comment: node.literal, after: inlines, line: place.line, in: source.file)
    if let binding { return .binding(binding) }
    let tag = node.literal.lowercased()
    return tag.hasPrefix("<br") ? .lineBreak : .html(node.literal, at: place)
  }

  /// Removes the space between a number and its comment.
  private static func trim(_ inlines: inout [Inline]) {
    guard case .text(let text, let place)? = inlines.last,
      text.utf8.last == 0x20
    else { return }
    inlines[inlines.count - 1] = .text(String(text.dropLast()), at: place)
  }

  /// The place in the lesson's file where a node begins.
  private func place(of node: Markdown) -> Place {
    let first = block.lines.lowerBound
    let line = max(node.lines.lowerBound, first)
    var column = node.column
    // cmark also ends a line at a carriage return, so `lines` may be shorter.
    if line > first, line <= lines.count {
      // cmark counts columns as if all lines were indented like the first.
      let indent = lines[line - 1].prefix { " >\t".utf8.contains($0) }
      column += indent.count - (block.column - 1)
    }
    return Place(line: source.linesBefore + line, column: column)
  }

  /// Cuts an HTML block into nodes: tags, comments, and the text between them.
  private static func cut(_ block: Markdown) -> [Markdown] {
    var nodes: [Markdown] = []
    var (line, column) = (block.lines.lowerBound, block.column)
    var rest = block.literal[...]
    while let first = rest.first {
      let kind: Markdown.Kind
      let end: String.Index?
      switch first {
      case "\n":
        (kind, end) = (.softBreak, rest.firstIndex { !$0.isWhitespace })
      case "<":
        let closing = rest.hasPrefix("<!--") ? "-->" : ">"
        (kind, end) = (.html, rest.firstRange(of: closing)?.upperBound)
      default: (kind, end) = (.text, rest.firstIndex { "<\n".contains($0) })
      }
      let piece = rest[..<(end ?? rest.endIndex)]
      nodes.append(
        Markdown(
          kind: kind, literal: String(piece), lines: line...line,
          column: column))
      let breaks = piece.utf8.count { $0 == .newline }
      line += breaks
      column = breaks > 0 ? block.column : column + piece.utf8.count
      rest = rest[piece.endIndex...]
    }
    return nodes
  }

  private func unclosedMath(_ node: Markdown) -> LessonError {
    LessonError(
      file: source.file, line: place(of: node).line,
      problem: "this formula is not closed",
      remedy: "write it as $`…`$, with backtick and dollar at both ends")
  }
}

extension UInt8 {
  fileprivate static let dollar = UInt8(ascii: "$")
}

/// Parses a short text of Markdown, which may contain formulas and links.
///
/// Anything but a single paragraph becomes plain text.
package func inlines(_ markdown: String) -> [Inline] {
  let source = Source(file: "", body: markdown, linesBefore: 0)
  var reader = BlockReader(source)
  let blocks = (try? reader.read()) ?? []
  guard case .paragraph(let inlines)? = blocks.first, blocks.count == 1
  else { return [.text(markdown)] }
  return inlines
}

/// The blocks of a text in Markdown that is no lesson, such as documentation; a
/// text that cannot be read is one paragraph.
package func blocks(ofMarkdown text: String) -> [Block] {
  var reader = BlockReader(Source(file: "", body: text, linesBefore: 0))
  return (try? reader.read()) ?? [.paragraph([.text(text)])]
}
