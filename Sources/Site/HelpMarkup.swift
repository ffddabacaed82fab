internal import Lessons

extension Site {
  /// A hint in Markdown, and how many there are.
  package func hintMarkup(
    _ text: String, number: Int, of total: Int, function: String
  ) -> HTML {
    var markup = BlockMarkup(links: links) { _ in nil }
    return HTML(
      "div", ["class": "hint"],
      [
        HTML(
          "p", ["class": "note"], HTML("Hint \(number) of \(total) for "),
          HTML("code", function))
      ]
        + markup.markup(blocks(ofMarkdown: text)))
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
      contents.append(HTML("p", ["class": "failed"], problem))
    } else if let isExpected {
      contents.append(
        HTML(
          "p", ["class": "note"],
          isExpected
            ? "It printed what the lesson shows."
            : "The lesson shows something else."))
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
    HTML("p", ["class": "note"], words)
  }
}
