internal import Commands
internal import Lessons
internal import Site
internal import System

extension Site {
  /// The pages of a course's lessons.
  init(
    of home: Home, language: String = "en", base: String? = nil,
    isLive: Bool = false
  ) throws {
    self.init(
      lessons: home.library.lessons,
      reference: try LibraryReference(root: home.root), language: language,
      base: base,
      figure: { lesson, path in
        path.hasPrefix("figures/") && !path.contains("..")
          ? (try? readFile("\(lesson.folder)/\(path)", atMost: 4 << 20))
            .flatMap { String(validating: $0, as: UTF8.self) } : nil
      })
    self.isLive = isLive
    broken = home.library.entries.compactMap { entry in
      guard case .failure(let error) = entry.result else { return nil }
      return (entry.directory + ".html", home.relative(error.description))
    }
  }
}
