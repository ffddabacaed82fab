/// The table of a class's grades: a line for each student.
package struct GradeTable: Sendable {
  package var csv: CSV

  /// The grades of the attempts that count; students of the roster who handed
  /// in nothing have a line, too, and so has who is not graded yet.
  package init(
    _ results: [SubmissionResult], gaps: [ManifestRow] = [], exercises: [Int],
    rules: ClassRules, roster: Roster?
  ) {
    let counting = Self.counting(results, rules.attempts)
    var students: [String: Student] = [:]
    for student in (roster?.students ?? []) + counting.map(\.student)
      + gaps.map(\.student)
    {
      students[student.id] = students[student.id] ?? student
    }
    let grades = Dictionary(grouping: counting) { $0.student.id }
    var header = ["id", "name", "email"]
    for exercise in exercises {
      header += [
        "exercise \(exercise)", "exercise \(exercise) of",
        "exercise \(exercise) verdict",
      ]
    }
    header += ["points", "of"]
    var rows = [header]
    for (id, student) in students.sorted(by: { $0.key < $1.key }) {
      var row = [id, student.name, student.email ?? ""]
      var points = 0.0
      for exercise in exercises {
        let grade = grades[id]?.first { $0.exercise == exercise }
        points += grade?.points ?? 0
        row += [
          grade.map { Self.number($0.points) } ?? "",
          Self.number(Self.most(of: exercise, results)),
          // Where one of several attempts is not graded, which one counts is not
          // known.
          gaps.contains { $0.student.id == id && $0.exercise == exercise }
            ? "not_graded" : grade?.verdict.rawValue ?? "missing",
        ]
      }
      let most = exercises.reduce(0) { $0 + Self.most(of: $1, results) }
      rows.append(row + [Self.number(points), Self.number(most)])
    }
    csv = CSV(rows: rows)
  }

  /// The attempts that count, one of each student for each exercise.
  package static func counting(
    _ results: [SubmissionResult], _ rule: ClassRules.Attempts
  ) -> [SubmissionResult] {
    struct Whose: Hashable {
      var student: String
      var exercise: Int
    }
    let groups = Dictionary(grouping: results) {
      Whose(student: $0.student.id, exercise: $0.exercise)
    }
    return groups.values.compactMap { attempts in
      let attempts = attempts.sorted {
        $0.submission.attempt < $1.submission.attempt
      }
      return switch rule {
      case .first: attempts.first
      case .last: attempts.last
      // The earliest of those that are equally good.
      case .best:
        attempts.first { attempt in
          attempts.allSatisfy { $0.points <= attempt.points }
        }
      }
    }.sorted {
      ($0.student.id, $0.exercise) < ($1.student.id, $1.exercise)
    }
  }

  private static func most(
    of exercise: Int, _ results: [SubmissionResult]
  ) -> Double {
    results.lazy.filter { $0.exercise == exercise }.map(\.maxPoints).max() ?? 0
  }

  /// A number with at most two decimals, and none where they say nothing.
  package static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    let (whole, rest) = (Int(hundredths) / 100, abs(Int(hundredths)) % 100)
    guard rest != 0 else { return "\(whole)" }
    let digits =
      rest % 10 == 0 ? "\(rest / 10)" : (rest < 10 ? "0" : "") + "\(rest)"
    return "\(whole).\(digits)"
  }
}
