package import Lessons
internal import System

/// What the course promises to teach, and where: `Lessons/coverage.json`.
package struct Coverage: Codable, Sendable {
  package struct Item: Codable, Sendable {
    package var id: String
    /// Whether at least one place must teach it.
    package var must: Bool
    package var title: String
    /// Where it is taught; see `Lesson.places`.
    package var places: [String]?
  }

  /// Where the list comes from.
  package var provenance: String
  package var items: [Item]
}

extension Lesson {
  /// Everything in the lesson that can teach something, as the list names it:
  /// sections (`softmax#your-turn`), cells (`softmax cell=sums`), quizzes
  /// (`softmax quiz=odds`) and figures (`softmax figure=moving-score`).
  fileprivate var places: [String] {
    sections.map { "\(id)#\($0.anchor)" }
      + blocks.flattened.compactMap {
        switch $0 {
        case .cell(let cell): "\(id) cell=\(cell.name)"
        case .quiz(let quiz): "\(id) quiz=\(quiz.id)"
        case .figure(let path, _, _):
          "\(id) figure=\(path.dropFirst("figures/".count).dropLast(4))"
        default: nil
        }
      }
  }
}

extension AuditedCourse {
  private var coverageFile: String { "Lessons/coverage.json" }

  /// The list of what the course promises to teach; nil if there is none.
  package func coverage() throws -> Coverage? {
    guard let text = text(coverageFile) else { return nil }
    return try JSONDecoder().decode(Coverage.self, from: Data(text.utf8))
  }

  /// Finds musts without a place, and places that do not exist; given a lesson,
  /// only places in that lesson that do not exist.
  package func coverageFindings(of lesson: Lesson? = nil) -> [Finding] {
    let known = Set(library.lessons.flatMap(\.places))
    let lines = (text(coverageFile) ?? "").lines
    var (index, findings) = (0, [Finding]())
    func next(_ words: String) -> Int {
      lines[index...].firstIndex { $0.contains("\"\(words)\"") } ?? index
    }
    func find(at index: Int, _ problem: String, _ remedy: String) {
      findings.append(Finding(coverageFile, index + 1, problem, remedy))
    }
    do {
      for item in try coverage()?.items ?? [] {
        index = next(item.id)
        let places = item.places ?? []
        if item.must, places.isEmpty, lesson == nil {
          find(
            at: index, "no place teaches \(item.id), \(item.title)",
            "teach it, and name the section, cell, quiz or figure under places")
        }
        for place in places where !known.contains(place) {
          let entry = library[String(place.prefix { !"# ".contains($0) })]
          // A lesson that cannot be read may contain the place.
          guard entry == nil || entry?.lesson != nil,
            lesson == nil || lesson?.number == entry?.number
          else { continue }
          find(
            at: next(place),
            "\(item.id), \(item.title): the place `\(place)` does not exist",
            "name a section, as in softmax#your-turn, or a cell, quiz or "
              + "figure, as in softmax cell=sums")
        }
      }
    } catch {
      find(at: 0, "cannot read this file: \(reason(error))", "fix the JSON")
    }
    return findings
  }
}
