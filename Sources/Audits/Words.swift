internal import Checks
internal import Lessons

extension AuditedCourse {
  /// Finds ids without words in the lesson's feedback, words that nothing uses,
  /// and faults in hints and section anchors.
  func feedbackFindings(
    in lesson: Lesson, feedback: Feedback
  ) throws -> [Finding] {
    guard let own = checks(of: lesson) else { return [] }
    let words = try Words(of: "Lessons/\(lesson.directory)", in: self)
    let shared = try Words(of: "Lessons", in: self)
    let titles = own.checks.map(\.id)
    let keys = own.mistakes.map(\.key)
    var findings =
      words.missing(titles: titles, mistakes: keys, besides: shared)
      + words.unused(titles: titles, mistakes: keys, besides: shared)
      + words.unknownNames(in: feedback)
      + hintFindings(in: lesson, feedback: feedback)
      + sectionFindings(in: lesson, feedback: feedback)
    // Check what all lessons share only once.
    if lesson.id == library.lessons.first?.id {
      findings += shared.missing() + shared.unknownNames(in: shared.feedback)
      findings += shared.unused()
    }
    return findings
  }

  private func hintFindings(
    in lesson: Lesson, feedback: Feedback
  ) -> [Finding] {
    let file = path(of: lesson, "feedback.yaml")
    let hints = feedback.hints
    let promised = (lesson.exercise?.functions ?? []).map(\.fullName)
    let occasions = Set(feedback.titles.keys).union(
      feedback.mistakes.keys.map(mistakeID))
    var findings: [Finding] = []
    func found(_ function: String, _ problem: String, _ remedy: String) {
      findings.append(
        Finding(
          file, feedback.lines["hints.\(function)"] ?? 1, problem, remedy))
    }
    for name in promised {
      let own = hints.filter { $0.function == name }
      if own.count < 3 {
        found(
          name, "\(name) has \(own.count) hints, but needs at least 3",
          "add more")
      }
      if own.last?.text.contains("```") == true {
        found(
          name, "the last hint for \(name) shows code",
          "describe the idea instead")
      }
    }
    for hint in hints {
      if !promised.contains(hint.function) {
        found(
          hint.function,
          "there are hints for \(hint.function), which the lesson does not "
            + "promise",
          "write hints only for \(promised.joined(separator: ", "))")
      }
      for occasion in hint.occasions where !occasions.contains(occasion) {
        found(
          hint.function,
          "`when` names \(occasion), which is neither a check nor a mistake "
            + "of this lesson", "correct the id")
      }
    }
    return findings
  }

  private func sectionFindings(
    in lesson: Lesson, feedback: Feedback
  ) -> [Finding] {
    func unknown(_ anchor: String?) -> String? {
      anchor.flatMap { lesson.section(anchor: $0) == nil ? $0 : nil }
    }
    let remedy =
      "use one of "
      + lesson.sections.map { "#\($0.anchor)" }.joined(separator: ", ")
    let ofChecks = Set(
      (checks(of: lesson)?.checks ?? []).compactMap { unknown($0.section) })
    return ofChecks.map { anchor in
      let place = place(of: "\"\(anchor)\"", in: lesson)
      return Finding(
        place.path, place.line, "the lesson has no section #\(anchor)", remedy)
    }
      + feedback.mistakes.compactMap { key, explanation in
        unknown(explanation.section).map { anchor in
          Finding(
            path(of: lesson, "feedback.yaml"),
            feedback.lines["mistakes.\(key)"] ?? 1,
            "the lesson has no section #\(anchor)", remedy)
        }
      }
  }
}

extension ExerciseChecks {
  /// The known mistakes of all functions.
  var mistakes: [KnownMistake] {
    Dictionary(checks.map { ($0.subject.name, $0.subject) }) { first, _ in first
    }
    .values.flatMap(\.mistakes)
  }
}
