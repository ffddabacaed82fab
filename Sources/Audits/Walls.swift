internal import Lessons

extension AuditedCourse {
  /// Finds text that goes on for too long without anything to look at or do: a
  /// formula, figure, table, code or question.
  func wallFindings(in lesson: Lesson) -> [Finding] {
    let most = 120
    let path = path(of: lesson)
    return lesson.blocks.split(whereSeparator: \.breaksText).compactMap { run in
      let words = run.flatMap { $0.words }
      guard words.count > most else { return nil }
      let lines = run.flatMap(\.lines)
      return Finding(
        path, lines.first ?? 1,
        "\(words.count) words without a formula, figure, cell or question",
        "shorten it to \(most) words, or add something to look at or answer")
    }
  }
}

extension Block {
  /// Whether it interrupts a run of text.
  fileprivate var breaksText: Bool {
    switch self {
    case .paragraph, .list, .quote, .callout, .html:
      [self].flattened.flatMap(\.inlines).flattened.contains {
        if case .math = $0 { true } else { false }
      }
    default: true
    }
  }

  fileprivate var words: [Substring] {
    [self].flattened.flatMap(\.inlines).plainText.split(separator: " ")
  }

  /// The lines on which its pieces of text begin.
  fileprivate var lines: [Int] {
    [self].flattened.flatMap(\.inlines).flattened.compactMap {
      if case .text(_, let place) = $0 { place.line } else { nil }
    }
  }
}
