internal import Lessons

extension Site {
  /// The hints in Markdown that were given so far; nil for `total` if that is
  /// not known.
  package func hintsMarkup(
    _ texts: [String], of total: Int?, function: String
  ) -> HTML {
    guard !texts.isEmpty else {
      return noteMarkup("There is no hint for `\(function)`.")
    }
    var contents = texts.enumerated().map { index, text in
      var markup = BlockMarkup(links: links) { _ in nil }
      let number =
        total.map { "Hint \(index + 1) of \($0) for " } ?? "A hint for "
      return HTML(
        "div", ["class": "hint"],
        [HTML("p", ["class": "note"], HTML(number), HTML("code", function))]
          + markup.markup(blocks(ofMarkdown: text)))
    }
    if texts.count == total {
      contents.append(noteMarkup("That is the last hint."))
    }
    return HTML(contents)
  }

  /// What a cell printed, and how that compares with the lesson.
  package func outputMarkup(
    _ output: String, isExpected: Bool?, problem: String?
  ) -> HTML {
    var contents: [HTML] = []
    if !output.isEmpty {
      contents.append(
        HTML("pre", ["class": "output"], HTML("samp", output)))
    }
    if let problem {
      contents.append(HTML("p", ["class": "failed"], HTML(sentence: problem)))
    } else if let isExpected {
      contents.append(
        HTML(
          "p", ["class": "note"],
          isExpected
            ? "The output matches the lesson."
            : "The output differs from the one in the lesson."))
    }
    return HTML(contents)
  }

  /// That a training has ended and its model is kept.
  package func keptMarkup(_ name: String) -> HTML {
    HTML(
      "p", ["class": "note"], HTML("Done. "),
      HTML("a", ["href": "model.html?name=\(name)"], "Look at \(name)"))
  }

  /// A sentence in a place of its own.
  package func noteMarkup(_ words: String) -> HTML {
    HTML("p", ["class": "note"], HTML(sentence: words))
  }
}
