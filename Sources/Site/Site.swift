package import Lessons

/// The course as plain files for a browser.
package struct Site: Sendable {
  /// A file of the site.
  package struct File: Sendable, Equatable {
    package var path: String
    package var text: String
  }

  package var lessons: [Lesson]
  package var reference: LibraryReference
  package var language: String
  package var base: String?
  /// Whether `serve` shows the pages, which then follow the learner's work.
  package var isLive = false
  /// The pages of lessons that cannot be read, and why.
  package var broken: [(page: String, problem: String)] = []
  /// The SVG of a lesson's figure by its path in the lesson's folder.
  package var figure: @Sendable (Lesson, String) -> String?

  package init(
    lessons: [Lesson], reference: LibraryReference, language: String = "en",
    base: String? = nil,
    figure: @escaping @Sendable (Lesson, String) -> String?
  ) {
    self.lessons = lessons
    self.reference = reference
    self.language = language
    self.base = base
    self.figure = figure
  }

  /// All files; the same course gives the same bytes.
  package var files: [File] {
    let pages =
      [indexPage] + lessons.indices.map(lessonPage) + [referencePage]
    return pages.map { File(path: $0.file, text: $0.html) } + [
      File(path: "search.js", text: searchIndex),
      File(path: "style.css", text: styleSheet),
      File(path: "site.js", text: script),
    ]
  }

  /// A file that `serve` sends; nil if there is none of that name.
  package func file(_ path: String) -> String? {
    switch path {
    case "index.html": indexPage.html
    case "reference.html": referencePage.html
    case "search.js": searchIndex
    case "style.css": styleSheet
    case "site.js": script
    case "live.css": liveStyleSheet
    case "live.js": liveScript
    case "drawing.js": drawingScript
    default:
      lessons.firstIndex { $0.page == path }.map { lessonPage($0).html }
        ?? broken.first { $0.page == path }.map { brokenPage($0).html }
    }
  }

  var links: Links {
    Links(
      pages: Dictionary(
        uniqueKeysWithValues: lessons.map { ($0.directory, $0.page) }))
  }

  func page(_ file: String, _ title: String, _ text: [HTML]) -> Page {
    var page = Page(
      file: file, title: title, language: language, base: base, text: text)
    page.live = isLive ? String(file.dropLast(".html".count)) : nil
    return page
  }
}

extension Lesson {
  /// The name of its page.
  package var page: String { directory + ".html" }
}
