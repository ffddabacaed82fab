/// Turns the inline nodes of one block into running text.
struct InlineReader {
  let source: Source
  /// The line of the block, for the nodes that have none of their own.
  let line: Int

  func read(_ nodes: [Markdown]) throws(LessonError) -> [Inline] {
    var inlines: [Inline] = []
    var rest = nodes[...]
    while let node = rest.popFirst() {
      guard case .code = node.kind, Self.removeDollar(from: &inlines) else {
        try append(node, to: &inlines)
        continue
      }
      // To CommonMark a formula is code between two texts.
      guard let after = rest.popFirst(), case .text = after.kind,
        after.literal.utf8.first == .dollar
      else { throw unclosedMath(node) }
      inlines.append(.math(node.literal, line: place(of: node)))
      try append(String(after.literal.dropFirst()), of: after, to: &inlines)
    }
    return inlines
  }

  /// Takes away the dollar at the end of the text, if there is one.
  private static func removeDollar(from inlines: inout [Inline]) -> Bool {
    guard case .text(let text)? = inlines.last, text.utf8.last == .dollar
    else { return false }
    inlines.removeLast()
    if text.utf8.count > 1 { inlines.append(.text(String(text.dropLast()))) }
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
        .link(try read(node.children), destination: destination))
    case .image(let destination):
      inlines.append(
        .image(
          alternative: try read(node.children).plainText, path: destination))
    default:
      try append(node.literal, of: node, to: &inlines)
    }
  }

  private func append(
    _ text: String, of node: Markdown, to inlines: inout [Inline]
  ) throws(LessonError) {
    // cmark leaves an unclosed code span as text.
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "`"), previous == .dollar {
        throw unclosedMath(node)
      }
      previous = byte
    }
    if !text.isEmpty { inlines.append(.text(text)) }
  }

  private func html(
    _ node: Markdown, after inlines: [Inline]
  ) throws(LessonError) -> Inline {
    let binding = try Binding(
      comment: node.literal, after: inlines, line: place(of: node),
      in: source.file)
    if let binding { return .binding(binding) }
    let tag = node.literal.lowercased()
    return tag.hasPrefix("<br") ? .lineBreak : .html(node.literal)
  }

  /// Leaves out the space that parts a number from its comment.
  private static func trim(_ inlines: inout [Inline]) {
    guard case .text(let text)? = inlines.last, text.utf8.last == 0x20
    else { return }
    inlines[inlines.count - 1] = .text(String(text.dropLast()))
  }

  /// The line of a node in the lesson's file.
  private func place(of node: Markdown) -> Int {
    source.linesBefore + max(node.lines.lowerBound, line)
  }

  private func unclosedMath(_ node: Markdown) -> LessonError {
    LessonError(
      file: source.file, line: place(of: node),
      problem: "this formula is not closed",
      remedy: "write it as $`…`$, with backtick and dollar at both ends")
  }
}

extension UInt8 {
  fileprivate static let dollar = UInt8(ascii: "$")
}

/// A short text of Markdown as running text, with formulas and links in it.
///
/// What is not one paragraph is taken as it stands.
package func inlines(_ markdown: String) -> [Inline] {
  let source = Source(file: "", body: markdown, linesBefore: 0)
  var reader = BlockReader(source)
  let blocks = (try? reader.read()) ?? []
  guard case .paragraph(let inlines)? = blocks.first, blocks.count == 1
  else { return [.text(markdown)] }
  return inlines
}
