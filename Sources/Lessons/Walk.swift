extension [Block] {
  /// These blocks and all blocks within them, in reading order.
  package var flattened: [Block] {
    flatMap { [$0] + $0.children.flattened }
  }
}

extension Block {
  /// The blocks directly within this one.
  package var children: [Block] {
    switch self {
    case .quote(let blocks), .callout(_, let blocks),
      .checkpoint(_, let blocks):
      blocks
    case .list(let list): list.items.flatMap(\.blocks)
    default: []
    }
  }

  /// The running texts directly within this block, such as the cells of a
  /// table.
  package var texts: [[Inline]] {
    switch self {
    case .heading(_, let inlines, _), .paragraph(let inlines),
      .html(let inlines):
      [inlines]
    case .table(let table): ([table.header] + table.rows).flatMap(\.self)
    case .quiz(let quiz):
      [quiz.ask] + quiz.options.flatMap { [$0.text, $0.because] }
        + [quiz.because]
    default: []
    }
  }

  package var inlines: [Inline] { texts.flatMap(\.self) }
}

extension [Inline] {
  /// These inlines and all inlines within them, in reading order.
  package var flattened: [Inline] {
    flatMap { inline in
      switch inline {
      case .emphasis(let inner), .strong(let inner), .link(let inner, _, _):
        [inline] + inner.flattened
      default: [inline]
      }
    }
  }
}

extension Lesson {
  /// The code cells in order, at any depth.
  package var cells: [Cell] {
    blocks.flattened.compactMap {
      if case .cell(let cell) = $0 { cell } else { nil }
    }
  }

  /// The questions in order.
  package var quizzes: [Quiz] {
    blocks.flattened.compactMap {
      if case .quiz(let quiz) = $0 { quiz } else { nil }
    }
  }

  /// The bindings of numbers in order.
  package var bindings: [Binding] {
    blocks.flattened.flatMap(\.inlines).flattened.compactMap {
      if case .binding(let binding) = $0 { binding } else { nil }
    }
  }

  /// The formulas: those in running text first, then the displayed ones.
  package var formulas: [Math] {
    let all = blocks.flattened
    let inline = all.flatMap(\.inlines).flattened.compactMap {
      if case .math(let source, let line) = $0 {
        Math(source: source, line: line)
      } else {
        nil as Math?
      }
    }
    return inline
      + all.compactMap { if case .math(let math) = $0 { math } else { nil } }
  }

  /// The section whose heading has this anchor.
  package func section(anchor: String) -> Section? {
    sections.first { $0.anchor == anchor }
  }
}
