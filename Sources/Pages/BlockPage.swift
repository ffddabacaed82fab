import Lessons
import Maths

/// Draws the blocks of a lesson, one below the other.
struct BlockPage {
  let lesson: Int
  let screen: Screen
  var drawings = Drawings()
  /// The states of the checkpoints, in reading order.
  var checkpoints: [CheckpointState] = []

  /// The lines of the blocks, with an empty line between blocks unless `tight`.
  func lines(_ blocks: [Block], tight: Bool = false) -> [Line] {
    var all: [Line] = []
    for block in blocks.withoutDiscussions {
      let lines = lines(block)
      if lines.isEmpty { continue }
      if !all.isEmpty && !tight {
        var gap = Line()
        gap.holdsNext = all.last?.holdsNext == true
        all.append(gap)
      }
      all +=
        block.announcesNext
        ? lines.together(withNext: true)
        : block.isOnePiece ? lines.together() : lines
    }
    return all
  }

  private func lines(_ block: Block) -> [Line] {
    switch block {
    case .heading(let level, let inlines, let anchor):
      heading(
        spans(inlines, on: screen).compactMap(\.self), level: level,
        on: screen
      ).marked(.section(anchor)).together(withNext: true)
    case .paragraph(let inlines): Pages.lines(inlines, on: screen)
    case .list(let list): self.list(list)
    case .quote(let blocks): quoted(blocks, .quote)
    case .callout(let kind, let blocks): callout(kind, blocks)
    case .checkpoint(let checkpoint, let blocks):
      self.checkpoint(checkpoint, blocks)
    case .code(let language, let text):
      code(text, language: language, on: screen)
    case .cell(let cell): self.cell(cell)
    case .math(let math): displayed(math)
    case .quiz(let quiz): self.quiz(quiz)
    case .figure(let path, let alternative, _):
      drawings.lines(path, on: screen)
        + paragraph("[Figure: \(alternative)]", .dim, on: screen)
    case .table(let table): self.table(table)
    case .thematicBreak:
      screen.plain
        ? [] : [Line([Span(String(repeating: "─", count: rule), .dim)])]
    case .html(let inlines):
      inlines.plainText.allSatisfy(\.isWhitespace)
        ? [] : Pages.lines(inlines, on: screen)
    }
  }

  private var rule: Int { min(screen.measure, 40) }

  private func inside(_ columns: Int) -> BlockPage {
    BlockPage(
      lesson: lesson, screen: screen.narrowed(by: columns), drawings: drawings,
      checkpoints: checkpoints)
  }

  /// The blocks behind a prefix, or without it if the screen is too narrow.
  private func prefixed(
    _ blocks: [Block], _ first: Span, _ rest: Span, tight: Bool = false
  ) -> [Line] {
    let columns = displayWidth(first.text)
    guard screen.width - columns >= 12 else {
      return lines(blocks, tight: tight)
    }
    return inside(columns).lines(blocks, tight: tight).prefixed(first, rest)
  }

  private func quoted(_ blocks: [Block], _ style: Style) -> [Line] {
    let bar = bar(style)
    return prefixed(blocks, bar, bar)
  }

  private func bar(_ style: Style) -> Span {
    Span(screen.plain ? "> " : screen.ascii ? "| " : "▌ ", style)
  }

  /// A checkpoint: its number and state, then what to write.
  private func checkpoint(
    _ checkpoint: Checkpoint, _ blocks: [Block]
  ) -> [Line] {
    let number = checkpoints.firstIndex { $0.function == checkpoint.function }
    guard let number else { return quoted(blocks, .number) }
    let state = checkpoints[number]
    let title = wrap(
      state.mark(on: screen) + [
        Span("Checkpoint \(number + 1) of \(checkpoints.count)", .strong),
        Span(" · \(state.words)", state.style),
      ], width: screen.measure - 2)
    let bar = bar(state.style)
    return (title.prefixed(bar, bar) + quoted(blocks, state.style))
      .marked(.checkpoint(checkpoint.function))
  }

  private func callout(_ kind: Callout, _ blocks: [Block]) -> [Line] {
    let name = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    let style: Style =
      switch kind {
      case .note, .important: .number
      case .tip: .good
      case .warning, .caution: .warning
      }
    let title = Block.paragraph([.strong([.text(name + ".")])])
    return quoted([title] + blocks, style)
  }

  private func list(_ list: List) -> [Line] {
    var all: [Line] = []
    for (index, item) in list.items.enumerated() {
      if index > 0 && !list.tight { all.append("") }
      let mark = mark(of: item, at: index, in: list)
      let space = String(repeating: " ", count: displayWidth(mark))
      let lines = prefixed(
        item.blocks, Span(mark), Span(space), tight: list.tight)
      all += lines.isEmpty ? [Line([Span(mark)])] : lines
    }
    return all
  }

  /// The number or bullet of an item, and its check box if it is a task.
  private func mark(
    of item: List.Item, at index: Int, in list: List
  ) -> String {
    let box =
      switch (item.done, screen.plain) {
      case (nil, _): ""
      case (true?, false) where screen.ascii: "[x] "
      case (false?, false) where screen.ascii: "[ ] "
      case (true?, false): "☑ "
      case (false?, false): "☐ "
      case (true?, true): "done: "
      case (false?, true): "to do: "
      }
    guard let start = list.start else {
      return screen.plain ? "- \(box)" : box.isEmpty ? "• " : box
    }
    let widest = "\(start + list.items.count - 1). ".count
    let number = "\(start + index). "
    return String(repeating: " ", count: widest - number.count) + number + box
  }

  private func table(_ table: Table) -> [Line] {
    func cell(_ inlines: [Inline]) -> [Span] {
      spans(inlines, on: screen).map { $0 ?? " " }
    }
    return Pages.table(
      header: table.header.map(cell), rows: table.rows.map { $0.map(cell) },
      alignments: table.alignments, on: screen)
  }
}

extension Block {
  /// Whether the block is a paragraph that ends with a colon and so has to stay
  /// with the next block.
  fileprivate var announcesNext: Bool {
    guard case .paragraph(let inlines) = self else { return false }
    return inlines.plainText.utf8.last == UInt8(ascii: ":")
  }

  /// Whether the block should not be split between two pages.
  fileprivate var isOnePiece: Bool {
    switch self {
    case .code, .cell, .math, .quiz, .figure, .table, .checkpoint: true
    case .heading, .paragraph, .list, .quote, .callout, .thematicBreak, .html:
      false
    }
  }
}
