extension Lesson {
  /// How long an attentive reader takes, in whole minutes, rounded up.
  ///
  /// A minute for every 200 words of running text, headings and tables; half a
  /// minute for a cell, three quarters for a question, and two for a function
  /// of the exercise.
  package var estimatedMinutes: Int {
    let words = blocks.flattened.reduce(0) { $0 + $1.words }
    let quarters =
      2 * cells.count + 3 * quizzes.count
      + 8 * (exercise?.functions.count ?? 0)
    // In 800ths, since 200 words and a quarter of a minute both divide them.
    return (4 * words + 200 * quarters + 799) / 800
  }
}

extension Block {
  /// The number of words directly within this block; a question counts as
  /// itself.
  fileprivate var words: Int {
    if case .quiz = self { return 0 }
    return texts.reduce(0) {
      $0 + $1.plainText.split(whereSeparator: \.isWhitespace).count
    }
  }
}
