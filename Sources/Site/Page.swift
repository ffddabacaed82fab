/// A page of the site: its text between what all pages have in common.
struct Page {
  var file: String
  var title: String
  var language: String
  /// The site's address, for the canonical link; nil if it is not known.
  var base: String?
  /// The sections of the page, for the list beside the text.
  var sections: [(anchor: String, title: HTML)] = []
  var previous: (file: String, title: String)?
  var next: (file: String, title: String)?
  /// The name under which a served page hears of changes; nil in a file.
  var live: String?
  var text: [HTML]

  /// The whole file.
  var html: String {
    let page = HTML(
      "html", ["lang": language],
      HTML(
        "head", HTML("meta", ["charset": "utf-8"]),
        HTML(
          "meta",
          [
            "name": "viewport",
            "content": "width=device-width, initial-scale=1",
          ]), HTML("title", title),
        base.map {
          HTML("link", ["rel": "canonical", "href": "\($0)/\(file)"])
        } ?? HTML(""),
        HTML("link", ["rel": "icon", "href": "data:,"]),
        HTML("link", ["rel": "stylesheet", "href": "style.css"]),
        HTML("script", ["src": "site.js"], []), liveHead),
      HTML(
        "body", ["data-live": live],
        [header, columns, footer] + (live == nil ? [] : [bar])))
    return "<!DOCTYPE html>\n" + page.markup + "\n"
  }

  private var liveHead: HTML {
    guard live != nil else { return HTML("") }
    return HTML(
      markup: [
        HTML("link", ["rel": "stylesheet", "href": "live.css"]),
        HTML("script", ["src": "live.js"], []),
        HTML("script", ["src": "drawing.js"], []),
      ].map(\.markup).joined())
  }

  /// What happens now, at the lower edge of a served page.
  private var bar: HTML {
    HTML(
      "div", ["class": "bar"],
      HTML("div", ["id": "_bar", "role": "status"], "Connecting …"),
      HTML(
        "p",
        [
          "id": "_announcement", "class": "visually-hidden",
          "aria-live": "polite",
        ], ""))
  }

  private var header: HTML {
    HTML(
      "header", ["class": "top"],
      HTML("a", ["class": "skip", "href": "#_text"], "Skip to the text"),
      HTML(
        "nav", ["aria-label": "The course"],
        HTML("a", ["href": "index.html"], "Softmax regression in Swift"),
        HTML("a", ["href": "reference.html"], "Reference"),
        live == nil
          ? HTML("") : HTML("a", ["href": "model.html"], "Your model")),
      HTML(
        "form", ["role": "search", "class": "script", "hidden": ""],
        HTML(
          "input",
          [
            "type": "search", "name": "q", "placeholder": "Search",
            "aria-label": "Search the course", "autocomplete": "off",
          ]), HTML("ul", ["class": "found", "hidden": ""], [])),
      HTML(
        "button",
        [
          "type": "button", "class": "theme script", "hidden": "",
          "aria-label": "Switch between light and dark",
        ], "◐"))
  }

  private var columns: HTML {
    let contents = HTML(
      "nav", ["class": "contents", "aria-label": "On this page"],
      HTML("p", "On this page"),
      HTML(
        "ul",
        sections.map {
          HTML("li", HTML("a", ["href": "#\($0.anchor)"], [$0.title]))
        }))
    let main = HTML("main", ["id": "_text"], text)
    return HTML(
      "div", ["class": "columns"], sections.isEmpty ? [main] : [contents, main])
  }

  private var footer: HTML {
    func link(
      _ page: (file: String, title: String)?, _ relation: String,
      _ words: String
    ) -> HTML {
      guard let page else { return HTML("span", "") }
      return HTML(
        "a", ["rel": relation, "href": page.file],
        HTML("small", words), HTML("span", page.title))
    }
    return HTML(
      "footer",
      HTML(
        "nav", ["aria-label": "Previous and next"],
        link(previous, "prev", "Previous"), link(next, "next", "Next")))
  }
}
