internal import Lessons

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

  /// What must be covered and no lesson covers.
  package func uncovered() -> [Finding] {
    let items = (try? coverage()?.items) ?? []
    let covered = Set(library.lessons.flatMap(\.covers))
    return items.filter { $0.must && !covered.contains($0.id) }.map {
      Finding(
        coverageFile, line(of: "\"\($0.id)\"", in: coverageFile),
        "no lesson covers \($0.id), \($0.title)",
        "teach it, and name it under covers: of that lesson")
    }
  }
}
