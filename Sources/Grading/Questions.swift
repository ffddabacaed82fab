internal import Lessons
internal import Wire

extension Grader {
  /// Compiles a file, and asks its function `answer(_: String) -> String` one
  /// question, all in the way in which an exercise is graded.
  ///
  /// Returns the answer, and the path of the program.
  package func answer(
    to question: String, by plan: Plan, in workshop: Workshop
  ) throws -> (words: String, program: String) {
    let program = try compiler.program(of: plan, in: workshop)
    let limits = plan.exercise.limits
    let command = compiler.confinement.command(
      running: program.path, library: compiler.libraries.linked,
      limits: ResourceLimits(
        megabytes: limits.megabytes, processorSeconds: Int(limits.seconds)),
      protection: compiler.protection, toolchain: compiler.toolchain)
    let session = Session(
      command, files: plan.sources,
      limits: SessionLimits(megabytes: limits.megabytes))
    defer { session.end() }
    let value = try session.call(
      "answer(_:)", [.text(question)], seconds: limits.seconds,
      event: { _, _ in })
    guard case .text(let words) = value else {
      throw GradingError("the answer is no text")
    }
    return (words, program.path)
  }
}
