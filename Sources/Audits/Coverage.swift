package import Lessons

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the course promises to cover: `Lessons/coverage.json`.
package struct Coverage: Codable, Sendable {
  package struct Item: Codable, Sendable {
    package var id: String
    /// Whether some lesson has to cover it.
    package var must: Bool
    /// The numbers of the lessons that are to; any lesson, where it is nil.
    package var lessons: [Int]?
    package var title: String
  }

  /// Where the list comes from.
  package var provenance: String
  package var items: [Item]
}

extension AuditedCourse {
  private var coverageFile: String { "Lessons/coverage.json" }

  /// The ledger; nil where there is none.
  package func coverage() throws -> Coverage? {
    guard let text = text(coverageFile) else { return nil }
    return try JSONDecoder().decode(Coverage.self, from: Data(text.utf8))
  }

  /// Ids that a lesson says it covers and that there are not.
  func coverageFindings(in lesson: Lesson) -> [Finding] {
    guard let items = try? coverage()?.items else {
      return exists(coverageFile)
        ? [Finding(coverageFile, 1, "it cannot be read", "mend the JSON")] : []
    }
    let known = Set(items.map(\.id))
    let file = path(of: lesson)
    return lesson.covers.filter { !known.contains($0) }.map {
      Finding(
        file, line(of: "covers:", in: file), "there is no subject \($0)",
        "the subjects are listed in \(coverageFile)")
    }
  }

  /// What must be covered and is not: by no lesson, or not by one that the
  /// ledger names; all of it, or what concerns one lesson.
  ///
  /// Nobody knows what a lesson covers that cannot be read.
  package func uncovered(by lesson: Lesson? = nil) -> [Finding] {
    let items = (try? coverage()?.items) ?? []
    let unreadable = library.entries.filter { $0.lesson == nil }.map(\.number)
    let covered = Set(library.lessons.flatMap(\.covers))
    var findings: [Finding] = []
    for item in items where item.must {
      for number in item.lessons ?? [] where !unreadable.contains(number) {
        guard lesson == nil || lesson?.number == number else { continue }
        let covers = library["\(number)"]?.lesson?.covers
        guard covers?.contains(item.id) != true else { continue }
        findings.append(
          uncovered(
            item, "lesson \(number) does not cover \(item.id), \(item.title)",
            "teach it there and name it under covers:, or correct the list"))
      }
      let isOpen = item.lessons == nil && unreadable.isEmpty && lesson == nil
      if isOpen, !covered.contains(item.id) {
        findings.append(
          uncovered(
            item, "no lesson covers \(item.id), \(item.title)",
            "teach it, and name it under covers: of that lesson"))
      }
    }
    return findings
  }

  private func uncovered(
    _ item: Coverage.Item, _ problem: String, _ remedy: String
  ) -> Finding {
    Finding(
      coverageFile, line(of: "\"\(item.id)\"", in: coverageFile), problem,
      remedy)
  }
}
