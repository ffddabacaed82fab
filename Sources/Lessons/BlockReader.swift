/// Converts CommonMark's tree into the blocks of a lesson.
struct BlockReader {
  let source: Source
  private let lines: [Substring.UTF8View]
  var sections: [Section] = []
  private var anchors = Anchors()
  private var cells: Set<String> = []
  private var quizzes: Set<String> = []

  init(_ source: Source) {
    self.source = source
    lines = source.body.utf8.split(
      separator: .newline, omittingEmptySubsequences: false)
  }

  /// Reads the whole body.
  mutating func read() throws(LessonError) -> [Block] {
    let document: Markdown
    do {
      document = try Markdown(parsing: source.body)
    } catch {
      throw source.mistake(
        error.line, "lists or quotations are nested too deeply",
        "leave out some levels")
    }
    return try blocks(document.children)
  }

  private mutating func blocks(
    _ nodes: [Markdown]
  ) throws(LessonError) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      if case .codeBlock(let info) = node.kind {
        let fence = try Fence(node, info: info, in: source)
        if fence.language == "output" {
          try attach(fence, to: &blocks)
        } else {
          blocks.append(try block(fence))
        }
      } else {
        blocks.append(try block(node))
      }
    }
    return blocks
  }

  private mutating func block(_ node: Markdown) throws(LessonError) -> Block {
    let line = node.lines.lowerBound
    switch node.kind {
    case .heading(let level):
      let inlines = try inlines(node)
      let title = inlines.plainText
      let anchor = anchors.next(for: title)
      sections.append(
        Section(
          anchor: anchor, title: title, heading: inlines, level: level,
          line: source.linesBefore + line))
      return .heading(level: level, inlines, anchor: anchor)
    case .quote:
      return Self.quote(try blocks(node.children))
    case .list(let start, let tight):
      var items: [List.Item] = []
      for item in node.children {
        items.append(List.Item(reading: try blocks(item.children)))
      }
      return .list(List(start: start, tight: tight, items: items))
    case .thematicBreak:
      return .thematicBreak
    case .htmlBlock:
      return .html(try inlines(node))
    default:
      let inlines = try inlines(node)
      if case .image(let alternative, let path, let place)? = inlines.first,
        inlines.count == 1
      {
        return .figure(path: path, alternative: alternative, at: place)
      }
      return Table(reading: inlines).map(Block.table) ?? .paragraph(inlines)
    }
  }

  private func inlines(_ node: Markdown) throws(LessonError) -> [Inline] {
    try InlineReader(source: source, lines: lines, block: node).read()
  }

  private mutating func block(_ fence: Fence) throws(LessonError) -> Block {
    switch fence.language {
    case "swift" where fence.has("cell"):
      let cell = try Cell(fence)
      guard cells.insert(cell.name).inserted else {
        throw fence.mistake(
          "the cell `\(cell.name)` is there twice", "give each its own name")
      }
      return .cell(cell)
    case "swift":
      try fence.refuseAttributes(except: [])
      return .code(language: "swift", text: fence.text)
    case "math":
      try fence.refuseAttributes(except: ["derivation"])
      return .math(
        Math(
          source: fence.text, derivation: try fence.name("derivation"),
          line: fence.textLine))
    case "quiz":
      try fence.refuseAttributes(except: [])
      let quiz = try Quiz(
        parsing: fence.text, in: source.file, line: fence.textLine)
      guard quizzes.insert(quiz.id).inserted else {
        throw fence.mistake(
          "the quiz `\(quiz.id)` is there twice", "give each its own id")
      }
      return .quiz(quiz)
    default:
      return .code(language: fence.language, text: fence.text)
    }
  }

  /// Attaches an output to the cell just before it.
  private func attach(
    _ fence: Fence, to blocks: inout [Block]
  ) throws(LessonError) {
    guard case .cell(var cell)? = blocks.last, cell.output == nil else {
      throw fence.mistake(
        "this output belongs to no cell",
        "put it right below a ```swift cell=NAME block")
    }
    cell.output = try Cell.Output(fence)
    blocks[blocks.count - 1] = .cell(cell)
  }

  /// A quotation, or the callout or checkpoint that it stands for.
  ///
  /// A first line such as `[!NOTE]` makes it a callout; a last comment such as
  /// `<!-- checkpoint: softmax(_:) -->` makes it a checkpoint.
  private static func quote(_ blocks: [Block]) -> Block {
    guard case .paragraph(let inlines)? = blocks.first,
      case .text(let mark, _)? = inlines.first,
      let kind = Callout.allCases.first(where: {
        mark.lowercased() == "[!\($0.rawValue)]"
      })
    else {
      return Checkpoint(endOf: blocks).map { .checkpoint($0, blocks) }
        ?? .quote(blocks)
    }
    let rest = Array(inlines.dropFirst(2))
    let first = rest.isEmpty ? [] : [Block.paragraph(rest)]
    return .callout(kind, first + blocks.dropFirst())
  }
}

extension List.Item {
  /// Creates an item, whose text may begin with the check box of a task.
  fileprivate init(reading blocks: [Block]) {
    self.blocks = blocks
    guard case .paragraph(var inlines)? = blocks.first,
      case .text(let text, let place)? = inlines.first
    else { return }
    switch text.prefix(4) {
    case "[ ] ": done = false
    case "[x] ", "[X] ": done = true
    default: return
    }
    inlines[0] = .text(String(text.dropFirst(4)), at: place.advanced(by: 4))
    self.blocks[0] = .paragraph(inlines)
  }
}
