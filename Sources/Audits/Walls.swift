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
      // The first words that stand in the file as they are read here.
      let first = Array(run).flattened.flatMap(\.inlines).compactMap {
        if case .text(let text) = $0 { text } else { nil as String? }
      }.first
      return Finding(
        path, line(of: first ?? "", in: path),
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
}
