/// An exercise that submissions are searched for.
package struct AskedExercise: Sendable, Equatable {
  package var number: Int

  /// The name of the lesson's folder, such as `03-softmax`.
  package var folder: String

  package init(number: Int, folder: String) {
    self.number = number
    self.folder = folder
  }
}

extension AskedExercise {
  /// The one file of a submission that answers this exercise; nil if none
  /// looks like it.
  ///
  /// `isOnly` tells that no other exercise is asked for, so that a file need
  /// not say which one it answers.
  func answer(
    among entries: [HandInEntry], isOnly: Bool
  ) throws(Refusal) -> HandInEntry? {
    let isCopy = entries.contains {
      $0.path.split(separator: "/").contains("Lessons")
    }
    let swift = entries.filter {
      isSwift($0.path) && !isNobodys($0.path)
        && !(isCopy && isOfCourse($0.path))
    }
    let ranks = [
      swift.filter { isInLesson($0.path) },
      swift.filter { isNumbered($0.path) },
      isOnly ? swift.filter { isNamedExercise($0.path) } : [],
      isOnly && swift.count == 1 ? swift : [],
    ]
    guard let best = ranks.first(where: { !$0.isEmpty }) else { return nil }
    let depths = best.map { $0.path.count { $0 == "/" } }
    let least = depths.min()
    let nearest = zip(best, depths).filter { $0.1 == least }.map(\.0)
    guard nearest.count == 1 else {
      let names = nearest.prefix(3).map(\.path).joined(separator: ", ")
      throw Refusal("several files could be the answer: \(names)")
    }
    switch nearest[0].kind {
    case .file: return nearest[0]
    case .link: throw Refusal("\(nearest[0].path) is a link")
    case .special: throw Refusal("\(nearest[0].path) is not a regular file")
    }
  }

  /// `03-softmax/Exercise.swift`, wherever that folder is.
  private func isInLesson(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count >= 2 && parts[parts.count - 2] == folder
      && parts.last == "Exercise.swift"
  }

  /// `Exercise03.swift`, `alice_exercise3.swift`.
  private func isNumbered(_ path: String) -> Bool {
    numberInName(of: path) == number
  }

  /// `Exercise.swift`, or `alice_12_345_Exercise-1.swift` as Canvas names it,
  /// unless it is in the folder of another lesson.
  private func isNamedExercise(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let isElsewhere = parts.dropLast().last?.contains(/^\d\d-/) == true
    return !isElsewhere && numberInName(of: path) == nil
      && parts.last?.contains(/(?i)exercise([-_ ]?\(?\d*\)?)?\.swift$/) == true
  }
}

/// The number of the exercise that a file's name tells.
func numberInName(of path: String) -> Int? {
  path.split(separator: "/").last?
    .firstMatch(of: /(?i)exercise_?0*(\d{1,2})\D/)
    .flatMap { Int($0.1) }
}

private func isSwift(_ path: String) -> Bool {
  path.lowercased().hasSuffix(".swift") && !path.hasSuffix("Package.swift")
}

/// Whether a file of this path was left by a program, not by the student.
private func isNobodys(_ path: String) -> Bool {
  path.split(separator: "/").dropLast().contains {
    $0.hasPrefix(".") || $0 == "__MACOSX"
  }
}

/// Whether a file of this path is the course's own, in a copy of the whole
/// course.
private func isOfCourse(_ path: String) -> Bool {
  path.split(separator: "/").dropLast().contains(where: foreign.contains)
    || path.hasSuffix("/Starter.swift")
}

private let foreign: Set<Substring> = [
  "Solutions", "Sources", "Tests", "Benchmarks", "Playground",
  "Mistakes", "Checks", "References", "Scripts",
]
