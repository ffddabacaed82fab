internal import Lessons
internal import Maths

/// Where a page's links lead.
struct Links: Sendable {
  /// The pages of lessons, by the name of the lesson's folder.
  var pages: [String: String]

  /// The link of a page for one written in a lesson; nil for a file of the
  /// repository, which the site does not have.
  func resolved(_ destination: String) -> String? {
    let prefixes = ["#", "https://", "http://", "mailto:"]
    if prefixes.contains(where: destination.hasPrefix) { return destination }
    let parts = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "/").filter { $0 != ".." && $0 != "." }
    guard path.count == 2, path[1] == "lesson.md",
      let page = pages[String(path[0])]
    else { return nil }
    return page + (parts.count > 1 ? "#\(parts[1])" : "")
  }
}

extension [Inline] {
  /// Running text as markup.
  func markup(_ links: Links) -> [HTML] {
    map { inline in
      switch inline {
      case .text(let words, _): HTML(words)
      case .emphasis(let inner): HTML("em", inner.markup(links))
      case .strong(let inner): HTML("strong", inner.markup(links))
      case .code(let words): HTML("code", words)
      case .math(let source, _): formula(source, isDisplayed: false)
      case .link(let inner, let destination, _):
        if let target = links.resolved(destination) {
          HTML("a", ["href": target], inner.markup(links))
        } else {
          HTML("span", inner.markup(links))
        }
      case .image(let alternative, _, _): HTML(alternative)
      case .softBreak: HTML(" ")
      case .lineBreak: HTML("br")
      case .binding, .html: HTML("")
      }
    }
  }
}

/// A formula; TeX that cannot be read is shown as it was written, and marked.
func formula(_ source: String, isDisplayed: Bool) -> HTML {
  do throws(MathError) {
    return mathML(try Formula(parsing: source), isDisplayed: isDisplayed)
  } catch {
    return HTML(
      "code", ["class": "broken", "title": error.description], source)
  }
}
