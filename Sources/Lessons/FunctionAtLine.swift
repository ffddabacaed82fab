extension Lesson {
  /// The last of the exercise's functions that begins at or before a line.
  ///
  /// Where a function ends is unknown in a file that does not compile.
  package func function(at line: Int, in source: String) -> String? {
    let tokens = codeTokens(source)
    let begun = zip(tokens, tokens.dropFirst()).filter { word, name in
      word.text == "func" && name.line <= line
    }
    return begun.reversed().lazy.compactMap { _, name in
      exercise?.functions.map(\.fullName).first {
        $0.hasPrefix(name.text + "(")
      }
    }.first
  }
}
