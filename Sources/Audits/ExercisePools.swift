package import Lessons
internal import System

/// The exercises of the book behind this course, and where the course asks
/// them: `Lessons/exercises.json`.
package struct ExercisePools: Codable, Sendable {
  /// The exercises of one chapter, and how many of them the course promises to
  /// ask.
  package struct Pool: Codable, Sendable {
    package var name: String
    package var atLeast: Int
    package var exercises: [Exercise]
  }

  package struct Exercise: Codable, Sendable {
    package var id: String
    package var title: String
    package var used: [Place]
  }

  /// Where an exercise is asked: a quiz, function, cell or derivation of a
  /// lesson.
  package struct Place: Codable, Sendable {
    package var lesson: Int
    package var quiz: String?
    /// The full name of a graded function.
    package var function: String?
    /// A cell, whose output is computed.
    package var cell: String?
    /// A derivation, whose steps are tested.
    package var derivation: String?
  }

  /// Where the exercises come from.
  package var provenance: String
  package var pools: [Pool]
}

extension AuditedCourse {
  private var poolFile: String { "Lessons/exercises.json" }

  /// The book's exercises; nil if the course has no list of them.
  package func exercisePools() throws -> ExercisePools? {
    guard let text = text(poolFile) else { return nil }
    return try JSONDecoder().decode(ExercisePools.self, from: Data(text.utf8))
  }

  /// Finds exercises that are not asked where the list says, and chapters with
  /// too few exercises asked; given a lesson, only exercises that it lacks.
  package func poolFindings(of lesson: Lesson? = nil) -> [Finding] {
    let pools: [ExercisePools.Pool]
    do {
      pools = try exercisePools()?.pools ?? []
    } catch {
      return [
        Finding(
          poolFile, 1, "cannot read this file: \(reason(error))", "fix the JSON"
        )
      ]
    }
    var findings: [Finding] = []
    for pool in pools {
      for exercise in pool.exercises {
        let line = line(of: "\"\(exercise.id)\"", in: poolFile)
        let places = exercise.used.filter {
          lesson == nil || lesson?.number == $0.lesson
        }
        findings += places.compactMap(missing).map {
          Finding(
            poolFile, line, "\(exercise.id) is not asked where listed: \($0)",
            "correct the place")
        }
      }
      let count = pool.exercises.count { !$0.used.isEmpty }
      if lesson == nil, count < pool.atLeast {
        findings.append(
          Finding(
            poolFile, line(of: "\"\(pool.name)\"", in: poolFile),
            "the course asks \(count) exercises of \(pool.name), but should "
              + "ask at least \(pool.atLeast)",
            "ask more of them, and list where"))
      }
    }
    return findings
  }

  /// What a place names that its lesson lacks; nil if nothing is missing.
  private func missing(_ place: ExercisePools.Place) -> String? {
    guard let entry = library["\(place.lesson)"] else {
      return "there is no lesson \(place.lesson)"
    }
    // A lesson that cannot be read may contain the place.
    guard let lesson = entry.lesson else { return nil }
    let named: [(kind: String, name: String?, all: [String])] = [
      ("quiz", place.quiz, lesson.quizzes.map(\.id)),
      (
        "function", place.function,
        (lesson.exercise?.functions ?? []).map(\.fullName)
      ),
      ("cell", place.cell, lesson.cells.map(\.name)),
      (
        "derivation", place.derivation,
        lesson.formulas.compactMap(\.derivation)
      ),
    ]
    guard named.contains(where: { $0.name != nil }) else {
      return "it names nothing in lesson \(place.lesson)"
    }
    for (kind, name, all) in named {
      guard let name, !all.contains(name) else { continue }
      return "lesson \(place.lesson) has no \(kind) \(name)"
    }
    return nil
  }
}
