internal import ArgumentParser
internal import Audits
internal import Commands
internal import Lessons

/// The options of `verify` that have to do with mutants.
struct MutantOptions: ParsableArguments {
  @Flag(
    help: """
      Change the model answer in many small ways instead; the checks must \
      fail each.
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

  @Option(
    help: ArgumentHelp(
      "With --mutants: grade each at k seeds, from --seed or 1 on.",
      valueName: "k"))
  var seeds = 3

  func validate() throws {
    guard seeds > 0, sample.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--seeds and --sample are at least 1.")
    }
  }
}

extension VerifyCommand {
  /// Prints the mutants that pass, and the score of each function.
  func tryMutants(in world: World) throws -> ExitStatus {
    let home = try Home(in: quiet(world))
    let course = try home.auditedCourse()
    let first = seed ?? 1
    let run = MutantRun(
      seeds: (0..<UInt64(mutation.seeds)).map { first &+ $0 },
      function: mutation.function, sample: mutation.sample)
    var count = 0
    var scores: [MutantScore] = []
    for one in try chosen(in: home) where one.exercise != nil {
      world.complain("course: changing the answer of \(one.directory)\n")
      let report = try mending {
        try course.mutantReport(of: one, run) { done, all in
          world.complain("course: \(done) of \(all) changes tried\n")
        }
      }
      count += report.findings.count
      for finding in report.findings { world.write("\(finding)\n") }
      scores += report.scores
    }
    guard !scores.isEmpty else {
      throw CommandFailure(
        .usage, "there is no such function; `--function` takes its name")
    }
    world.write(scores.table)
    return count == 0 ? .done : .notPassed
  }
}
