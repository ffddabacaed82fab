internal import Lessons

extension Site {
  /// Everything in the library, with the names in PyTorch.
  var referencePage: Page {
    // Each place once, in the order in which the places first come.
    var places: [String] = []
    for one in reference.declarations where !places.contains(one.place) {
      places.append(one.place)
    }
    var text = [
      HTML("h1", "Reference"),
      HTML("p", ["class": "summary"], "What the library of the course can do."),
    ]
    var sections: [(anchor: String, title: HTML)] = []
    for place in places {
      let anchor = place.replacing(": ", with: "-")
      sections.append((anchor, HTML(place)))
      text.append(HTML("h2", ["id": anchor], place))
      text += reference.declarations.indices
        .filter { reference.declarations[$0].place == place }.map(entry)
    }
    var page = page("reference.html", "Reference", text)
    page.sections = sections
    page.previous = lessons.last.map { ($0.page, $0.title) }
    return page
  }

  private func entry(_ index: Int) -> HTML {
    let one = reference.declarations[index]
    var contents = [codeMarkup(one.text, language: "swift")]
    contents += documentation(one.documentation)
    if let torch = reference.torchName(of: one) {
      contents.append(
        HTML("p", ["class": "note"], HTML("PyTorch: "), HTML("code", torch)))
    }
    return HTML(
      "details", ["id": referenceID(index)],
      [
        HTML(
          "summary", HTML("code", one.name), HTML(sentence: " " + one.summary))
      ]
        + contents)
  }

  /// The id of an entry, which the search leads to.
  func referenceID(_ index: Int) -> String { "_entry-\(index)" }

  /// Documentation in Markdown.
  private func documentation(_ text: String) -> [HTML] {
    var markup = BlockMarkup(links: links) { _ in nil }
    return markup.markup(blocks(ofMarkdown: text))
  }
}
