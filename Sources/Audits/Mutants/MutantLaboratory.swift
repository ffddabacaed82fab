internal import Checks
internal import Grading
internal import Lessons
internal import Synchronization

/// Compiles and grades the mutants of one lesson's model answer.
struct MutantLaboratory: Sendable {
  let compiler: Compiler
  /// The model answer.
  let plan: Plan
  let id: String
  let checks: [Check]
  let data: @Sendable () throws -> ClassificationData
  let seeds: [UInt64]
  let explains: Bool

  /// The results for the mutants that compile.
  ///
  /// All are compiled as one program. A mutant that passes there is graded
  /// again in a file of its own, as any answer is.
  func fates(
    of mutants: [Mutant]
  ) throws -> [(mutant: Mutant, fate: MutantFate)] {
    let mutants = try compiling(mutants)
    guard !mutants.isEmpty else { return [] }
    var whole = plan
    whole.source.text = MutantProgram(mutants, of: plan.source.text).text
    return try mutants.enumerated().map { number, mutant in
      let passed = try seedsPassed(
        by: mutant, in: whole, arguments: ["\(number)"])
      guard passed.isEmpty else { return (mutant, try fate(alone: mutant)) }
      let verdict =
        explains ? verdict(on: mutant, in: whole, argument: "\(number)") : nil
      return (mutant, .killed(verdict))
    }
  }

  /// The mutants that compile.
  private func compiling(_ mutants: [Mutant]) throws -> [Mutant] {
    var rest = mutants
    while !rest.isEmpty {
      let program = MutantProgram(rest, of: plan.source.text)
      var whole = plan
      whole.source.text = program.text
      let errors = try compiler.errors(in: whole)
      guard let first = errors.first else { break }
      let wrong = program.mutants(at: errors.map(\.line))
      guard !wrong.isEmpty else {
        throw UnreadableLesson(
          description: "\(plan.source.path):1: its mutants do not compile as "
            + "one program: line \(first.line): \(first.message)")
      }
      rest = rest.indices.filter { !wrong.contains($0) }.map { rest[$0] }
    }
    return rest
  }

  private func fate(alone mutant: Mutant) throws -> MutantFate {
    var alone = plan
    alone.source.text = mutant.file
    let code = try compiler.machineCode(of: alone)
    if code == (try compiler.machineCode(of: plan)) {
      return .equal("the same machine code")
    }
    let passed = try seedsPassed(by: mutant, in: alone, arguments: [])
    return passed.isEmpty ? .killed(nil) : .survived(passed)
  }

  /// What the verdict says of the changed function.
  private func verdict(
    on mutant: Mutant, in plan: Plan, argument: String
  ) -> MutantVerdict {
    let own = checks.filter { $0.subject.name == mutant.function }
    // A helper that no check calls is seen in the functions that call it.
    var request = GradingRequest(
      plan: plan, checks: own.isEmpty ? checks : own,
      feedback: Feedback(), seed: seeds.first ?? 1, id: id, data: data)
    request.arguments = [argument]
    let report = Grader(compiler: compiler).grade(request)
    let failed = report.checks.filter {
      $0.status != .passed && $0.status != .skipped
    }
    if let known = failed.compactMap(\.mistake).first { return .mistake(known) }
    if let found = failed.first(where: { $0.relation != nil }) {
      return .relation(found.message)
    }
    let ended = failed.first { $0.status != .failed }
    if let ended { return .reason(ended.message) }
    return .nothing(failed.first?.message ?? "nothing of this function failed")
  }

  private func seedsPassed(
    by mutant: Mutant, in plan: Plan, arguments: [String]
  ) throws -> [UInt64] {
    var passed: [UInt64] = []
    for seed in seeds {
      // The checks of the changed function come first.
      let (own, others) = (
        checks.filter { $0.subject.name == mutant.function },
        checks.filter { $0.subject.name != mutant.function }
      )
      var request = GradingRequest(
        plan: plan, checks: own + others, feedback: Feedback(), seed: seed,
        id: id, data: data)
      request.stopsAtFirstFailure = true
      request.arguments = arguments
      let report = Grader(compiler: compiler).grade(request)
      switch report.status {
      case .passed: passed.append(seed)
      case .failed, .notWritten: break
      case .compileError, .compileLimit, .rejected, .graderError:
        throw UnreadableLesson(
          description: "\(plan.source.path):\(mutant.line): the mutant "
            + "\(mutant.was) ⇒ \(mutant.now) cannot be graded: "
            + report.message)
      }
      // A mutant that times out at one seed is not tried at the others.
      if report.checks.contains(where: { $0.status == .timeLimit }) { break }
    }
    return passed
  }
}

/// Counts finished work across threads.
final class Progress: Sendable {
  private let done = Mutex(0)
  private let all: Int
  private let hear: @Sendable (Int, Int) -> Void

  init(all: Int, hear: @escaping @Sendable (Int, Int) -> Void) {
    self.all = all
    self.hear = hear
  }

  func add(_ count: Int) {
    let now = done.withLock {
      $0 += count
      return $0
    }
    hear(now, all)
  }
}
