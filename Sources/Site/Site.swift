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

  var links: Links {
    Links(
      pages: Dictionary(
        uniqueKeysWithValues: lessons.map { ($0.directory, $0.page) }))
  }

  func page(_ file: String, _ title: String, _ text: [HTML]) -> Page {
    Page(file: file, title: title, language: language, base: base, text: text)
  }
}

extension Lesson {
  /// The name of its page.
  var page: String { directory + ".html" }
}
