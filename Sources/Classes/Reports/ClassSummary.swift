internal import Checks

/// What the results of a class say about an exercise.
package struct ExerciseSummary: Sendable, Equatable {
  /// How often something occurs, with its name.
  package struct Count: Sendable, Equatable {
    package var name: String
    package var count: Int
  }

  /// What became of a check in the class.
  package struct CheckCount: Sendable, Equatable {
    package var id: String
    package var function: String
    package var passed = 0
    /// How many submissions it stops: it is the first that they do not pass.
    package var stopped = 0
    /// How many ran it.
    package var ran = 0
  }

  package var exercise: Int
  package var lesson: String
  package var submissions = 0
  package var passed = 0
  /// How many could not be graded; all other figures leave them out.
  package var ungraded = 0
  package var verdicts: [Count] = []
  package var checks: [CheckCount] = []

  /// The mistakes and the relations that were recognised, by the number of
  /// submissions that made them.
  package var mistakes: [Count] = []
  package var relations: [Count] = []

  /// The points of each submission, as parts of all points.
  package var scores: [Double] = []

  /// The time that grading took, in milliseconds.
  package var compileTimes: [Int] = []
  package var runTimes: [Int] = []

  /// The students whose submissions are near-identical, in groups.
  package var alike: [[Student]] = []
}

/// What the results of a class say, exercise by exercise.
///
/// Results are added one by one, so that a class of any size fits in memory.
package struct ClassSummary: Sendable, Equatable {
  private var summaries: [Int: ExerciseSummary] = [:]
  private var alike: [Likeness: [Student]] = [:]

  private struct Likeness: Hashable {
    var exercise: Int
    var fingerprint: UInt64
  }

  package init() {}

  /// Adds a result that counts: one for each student and exercise.
  ///
  /// `fingerprint` is that of the submitted file.
  package mutating func add(
    _ result: SubmissionResult, fingerprint: UInt64? = nil
  ) {
    summaries[
      result.exercise,
      default: ExerciseSummary(exercise: result.exercise, lesson: result.lesson)
    ].add(result)
    // What nobody wrote is alike without a reason.
    if let fingerprint, result.verdict != .notWritten {
      let key = Likeness(exercise: result.exercise, fingerprint: fingerprint)
      alike[key, default: []].append(result.student)
    }
  }

  /// The summaries, in the order of the exercises.
  package var exercises: [ExerciseSummary] {
    summaries.values.sorted { $0.exercise < $1.exercise }.map { summary in
      var summary = summary
      summary.sort()
      summary.alike = alike.filter {
        $0.key.exercise == summary.exercise && $0.value.count > 1
      }.values.map { $0.sorted { $0.id < $1.id } }
        .sorted { ($1.count, $0[0].id) < ($0.count, $1[0].id) }
      return summary
    }
  }
}

extension ExerciseSummary {
  fileprivate mutating func add(_ result: SubmissionResult) {
    submissions += 1
    verdicts.add(result.verdict.words)
    guard result.verdict != .graderError else {
      ungraded += 1
      return
    }
    if result.verdict == .passed { passed += 1 }
    scores.append(result.maxPoints > 0 ? result.points / result.maxPoints : 0)
    compileTimes.append(result.milliseconds.compile)
    runTimes.append(result.milliseconds.run)
    for name in Set(result.checks.compactMap(\.mistake)) { mistakes.add(name) }
    for name in Set(result.checks.compactMap(\.relation)) {
      relations.add(name)
    }
    let stops = result.toRepair?.id
    for check in result.checks {
      let known = checks.firstIndex { $0.id == check.id }
      let index = known ?? checks.count
      if known == nil {
        checks.append(CheckCount(id: check.id, function: check.function))
      }
      if check.verdict == .passed { checks[index].passed += 1 }
      if check.verdict != .skipped { checks[index].ran += 1 }
      if check.id == stops { checks[index].stopped += 1 }
    }
  }

  fileprivate mutating func sort() {
    verdicts.sortByCount()
    mistakes.sortByCount()
    relations.sortByCount()
    scores.sort()
    compileTimes.sort()
    runTimes.sort()
  }
}

extension [ExerciseSummary.Count] {
  fileprivate mutating func add(_ name: String) {
    if let index = firstIndex(where: { $0.name == name }) {
      self[index].count += 1
    } else {
      append(Element(name: name, count: 1))
    }
  }

  /// The most frequent first; those that are equally frequent by name.
  fileprivate mutating func sortByCount() {
    sort { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
