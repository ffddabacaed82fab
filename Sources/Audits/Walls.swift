internal import Lessons

extension AuditedCourse {
  /// Text that goes on for too long without anything to look at or to do: a
  /// formula, a figure, a table, code, a question.
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
        "stop after \(most) and let the reader look or answer, or cut")
    }
  }
}

extension Block {
  /// Whether a reader who comes to it stops reading on and on.
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
