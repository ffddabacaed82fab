internal import ArgumentParser
internal import Audits
internal import Commands
internal import Lessons

/// The options of `verify` for mutants and seeds.
struct MutantOptions: ParsableArguments {
  @Flag(
    help: """
      Instead, change the model answer in many small ways; the checks must \
      catch every change.
      """)
  var mutants = false

  @Option(
    help: ArgumentHelp(
      "With --mutants: change this function only.", valueName: "name"))
  var function: String?

  @Option(
    help: ArgumentHelp(
      "With --mutants: draw at most k mutants of each function.",
      valueName: "k"))
  var sample: Int?

  @Flag(
    help: """
      With --mutants: print what a learner is told of each change that is \
      caught.
      """)
  var told = false

  @Option(
    help: ArgumentHelp(
      "Grade with k seeds, starting at --seed (default: 1; --mutants: 3).",
      valueName: "k"))
  var seeds: Int?

  func validate() throws {
    guard seeds ?? 1 > 0, sample.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--seeds and --sample must be at least 1.")
    }
  }
}

extension VerifyCommand {
  /// Prints the mutants that pass, and the score of each function.
  func tryMutants(in world: World) throws -> ExitStatus {
    let home = try Home(in: quiet(world))
    let course = try home.auditedCourse()
    let first = seed ?? 1
    var run = MutantRun(
      seeds: (0..<UInt64(mutation.seeds ?? 3)).map { first &+ $0 },
      function: mutation.function, sample: mutation.sample)
    run.explains = mutation.told
    var count = 0
    var scores: [MutantScore] = []
    for one in try chosen(in: home) where one.exercise != nil {
      world.writeError("course: changing the answer of \(one.directory)\n")
      let report = try mending {
        try course.mutantReport(of: one, run) { done, all in
          world.writeError("course: \(done) of \(all) changes tried\n")
        }
      }
      count += report.findings.count
      for finding in report.findings { world.write("\(finding)\n") }
      world.write(report.verdicts)
      scores += report.scores
    }
    guard !scores.isEmpty else {
      throw CommandFailure(
        .usage,
        "there are no mutants to grade; `--function` takes the name of a "
          + "function in the model answer")
    }
    world.write(scores.table)
    return count == 0 ? .done : .notPassed
  }
}
