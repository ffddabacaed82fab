internal import Wire

extension ExerciseChecks {
  /// The cases that no input of these checks covers, by function.
  ///
  /// The inputs are those drawn at a seed for a learner whose answers are
  /// correct.
  package func untried(seed: UInt64) -> [(function: String, what: String)] {
    let subjects = Dictionary(
      checks.map { ($0.subject.name, $0.subject) }
    ) { first, _ in first }
    return subjects.values.filter { !$0.freedom.isEmpty }
      .sorted { $0.name < $1.name }
      .flatMap { subject in
        let callee = ReferenceCallee(subject)
        for check in checks where check.subject.name == subject.name {
          let examination = Examination(
            callee: callee, random: generator(seed: seed, check: check.id),
            seconds: 60, data: { throw Interruption.environment("no data") })
          _ = outcome(of: check, in: examination)
        }
        return subject.freedom.flatMap { $0.missing(in: callee.inputs) }
          .map { (subject.name, $0) }
      }
  }
}

/// Answers one function correctly, and records its inputs.
private final class ReferenceCallee: Callee {
  private let subject: Subject
  private(set) var inputs: [[WireValue]] = []

  init(_ subject: Subject) { self.subject = subject }

  func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue {
    guard function == subject.asking else { throw .notWritten(function) }
    inputs.append(arguments)
    do {
      return try subject.reference(arguments)
    } catch {
      throw .threw("\(error)")
    }
  }
}
