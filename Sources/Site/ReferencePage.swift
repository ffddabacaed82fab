internal import Lessons

extension Site {
  /// Everything in the library, with the names in PyTorch.
  var referencePage: Page {
    var groups: [(place: String, declarations: [LibraryDeclaration])] = []
    for one in reference.declarations {
      if groups.last?.place != one.place { groups.append((one.place, [])) }
      groups[groups.count - 1].declarations.append(one)
    }
    var text = [
      HTML("h1", "Reference"),
      HTML("p", ["class": "summary"], "What the library of the course can do."),
    ]
    var sections: [(anchor: String, title: HTML)] = []
    for group in groups {
      // A place may have several groups, one in each of its files.
      let place = group.place.replacing(": ", with: "-")
      let anchor = "\(place)-\(sections.count)"
      sections.append((anchor, HTML(group.place)))
      text.append(HTML("h2", ["id": anchor], group.place))
      text += group.declarations.map(entry)
    }
    var page = page("reference.html", "Reference", text)
    page.sections = sections
    page.previous = lessons.last.map { ($0.page, $0.title) }
    return page
  }

  private func entry(_ one: LibraryDeclaration) -> HTML {
    var contents = [codeMarkup(one.text, language: "swift")]
    contents += documentation(one.documentation)
    if let torch = reference.torchName(of: one) {
      contents.append(
        HTML("p", ["class": "note"], HTML("PyTorch: "), HTML("code", torch)))
    }
    return HTML(
      "details",
      [HTML("summary", HTML("code", one.name), HTML(" " + one.summary))]
        + contents)
  }

  /// Documentation in Markdown.
  private func documentation(_ text: String) -> [HTML] {
    var markup = BlockMarkup(links: links) { _ in nil }
    return markup.markup(blocks(ofMarkdown: text))
  }
}
