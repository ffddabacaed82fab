internal import Classes
internal import Commands
internal import System

extension GradeJob {
  /// Warns of what an instructor would otherwise find only in the grades.
  func warn(of rows: [ManifestRow]) {
    warnOfUnknownTimes(rows)
    guard let roster else { return }
    let known = Set(roster.students.map(\.id))
    let strangers = Set(rows.map(\.student.id)).subtracting(known).sorted()
    let missing = known.subtracting(rows.map(\.student.id)).sorted()
    warn(
      strangers,
      "are not on the roster, which is searched by id, name, "
        + "email, github and submission")
    warn(missing, "of the roster handed in nothing")
  }

  private func warn(_ ids: [String], _ what: String) {
    guard !ids.isEmpty else { return }
    let names = ids.prefix(10).map { harmless($0) }.joined(separator: ", ")
    let rest = ids.count > 10 ? " and \(ids.count - 10) more" : ""
    world.writeError("course: \(ids.count) \(what): \(names)\(rest)\n")
  }

  /// Warns where a deadline has no effect.
  private func warnOfUnknownTimes(_ rows: [ManifestRow]) {
    for (number, rule) in rules.exercises.sorted(by: { $0.key < $1.key })
    where rule.deadline != nil && rule.penaltyPerDay > 0 {
      let unknown = rows.filter {
        $0.exercise == number && $0.submission.submitted == nil
          && $0.submission.secondsLate == 0
      }
      warn(
        unknown.map(\.student.id),
        "lose nothing by the deadline of exercise \(number), since nothing says "
          + "when they handed in")
    }
  }

  /// Says at Ctrl-C what becomes of the work; the system then ends this process,
  /// and with it all boxes.
  func sayThatWorkIsKept() {
    signal(SIGINT) { _ in
      // Nothing but system calls is safe here.
      let words: StaticString = """

        course: stopped; the results are kept: run the same command to go on

        """
      _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      signal(SIGINT, SIG_DFL)
      raise(SIGINT)
    }
  }
}
