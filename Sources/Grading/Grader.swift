package import Checks
package import Lessons
internal import System

/// A request to check an exercise.
package struct GradingRequest: Sendable {
  package var plan: Plan
  package var checks: [Check]

  /// The lesson's titles and messages.
  package var feedback: Feedback
  package var seed: UInt64

  /// The one check to run; nil for all.
  package var only: String?

  /// Whether to stop at the first failure and leave it unexplained: for callers
  /// that only need to know whether an answer is right.
  package var stopsAtFirstFailure = false

  /// The checks whose inputs a program must not remember while it is asked by
  /// others: they get a process of their own.
  package var hidden: Set<String> = []

  /// The program's command-line arguments.
  package var arguments: [String] = []

  /// Whether to compile everything again.
  package var fresh = false

  /// Where to compile instead of in the cache.
  package var workshop: Workshop?

  /// Loads the data set for the checks that need it.
  package var data: @Sendable () throws -> ClassificationData

  package init(
    plan: Plan, checks: [Check], feedback: Feedback, seed: UInt64, id: String,
    data: @escaping @Sendable () throws -> ClassificationData
  ) {
    self.plan = plan
    self.checks = checks
    self.feedback = feedback
    self.seed = seed
    self.id = id
    self.data = data
  }

  /// The lesson's id.
  package var id: String
}

/// Compiles a learner's file, runs it, and judges its answers.
package struct Grader: Sendable {
  var compiler: Compiler

  package init(compiler: Compiler, confinement: Confinement = .none) {
    self.compiler = compiler
    self.compiler.confinement = confinement
  }

  /// Grades an exercise.
  ///
  /// `hear` receives the progress of a training, and returns whether to go on.
  package func grade(
    _ request: GradingRequest, hear: (TrainingEvent) -> Bool = { _ in true }
  ) -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    var report = Report(
      exercise: request.plan.number, id: request.id, status: .graderError,
      message: "", seed: request.seed)
    report.maxPoints = request.checks.reduce(0) { $0 + $1.points }
    do {
      if let first = firstUnwritten(before: request.plan) {
        throw EarlierUnwritten(number: first)
      }
      let program = try program(for: request)
      report.milliseconds.compile = milliseconds(clock.now - start)
      report.cached = program.cached
      report.isCompiled = true
      report.diagnostics = program.diagnostics
      run(program, for: request, into: &report, hear: hear)
    } catch {
      record(error, in: &report, plan: request.plan)
    }
    if report.checks.isEmpty {
      report.checks = request.checks.map {
        judged($0, .skipped(.notRun), in: request.feedback)
      }
    }
    report.points = report.checks.reduce(0) { $0 + $1.points }
    report.milliseconds.total = milliseconds(clock.now - start)
    return report
  }

  /// The compiled program.
  ///
  /// If the compiler fails on code that is known to be correct, its cache is
  /// the first suspect and is rebuilt.
  private func program(for request: GradingRequest) throws -> Program {
    do {
      let compiler = request.fresh ? try compiler.refreshed() : compiler
      return try compiler.program(of: request.plan, in: request.workshop)
    } catch is UnsoundCompiler
      where !request.fresh && request.workshop == nil
    {
      return try compiler.refreshed().program(of: request.plan)
    }
  }

  /// The resource limits of a learner's program for all of its checks.
  private func resourceLimits(for request: GradingRequest) -> ResourceLimits {
    let limits = request.plan.exercise.limits
    // Each call has its own time limit; this one ends a process that nobody
    // waits for anymore. CPU time counts double because the library works on
    // two threads.
    let seconds = request.checks.reduce(10) {
      $0 + 2 * ($1.seconds ?? limits.seconds)
    }
    return ResourceLimits(
      megabytes: limits.megabytes, processorSeconds: Int(seconds))
  }

  private func run(
    _ program: Program, for request: GradingRequest, into report: inout Report,
    hear: (TrainingEvent) -> Bool
  ) {
    let clock = ContinuousClock()
    let start = clock.now
    let limits = request.plan.exercise.limits
    let confinement = compiler.confinement
    var command = confinement.command(
      running: program.path, library: compiler.libraries.linked,
      limits: resourceLimits(for: request),
      protection: compiler.protection, toolchain: compiler.toolchain)
    command.arguments += request.arguments
    let session = Session(
      command, files: request.plan.sources,
      limits: SessionLimits(megabytes: limits.megabytes),
      // A stranger's program is read only within the sandbox.
      symbolizer: confinement.isSandbox
        ? nil : Symbolizer(of: compiler.toolchain, for: program.path))
    var known = Knowledge()
    var relations: [String: Relation?] = [:]
    var silences: [String: Silence] = [:]
    func examine(_ check: Check) -> Outcome {
      withoutActuallyEscaping(hear) { hear in
        let examination = Examination(
          callee: session,
          random: generator(seed: request.seed, check: check.id),
          seconds: check.seconds ?? limits.seconds, data: request.data,
          hear: hear)
        examination.explainsFailures = !request.stopsAtFirstFailure
        // A program that has seen the inputs of a hidden check could tell them
        // in a visible one.
        let isHidden = request.hidden.contains(check.id)
        examination.otherInputs = request.checks.filter {
          $0.id != check.id && $0.subject.name == check.subject.name
            && request.hidden.contains($0.id) == isHidden
        }.compactMap(\.inputs)
        examination.knownRelation =
          isHidden ? nil : relations[check.subject.name]
        examination.silence = silences[check.subject.name] ?? .unsought
        defer {
          silences[check.subject.name] = examination.silence
          report.metrics += examination.metrics
          report.model = examination.model ?? report.model
          report.data = report.data ?? examination.usedData
        }
        return Checks.outcome(of: check, in: examination)
      }
    }
    var wasHidden = false
    for check in request.checks {
      let began = clock.now
      let isHidden = request.hidden.contains(check.id)
      if isHidden != wasHidden { session.end() }
      wasHidden = isHidden
      let outcome: Outcome
      if let only = request.only, only != check.id {
        outcome = .skipped(.notSelected)
      } else if request.stopsAtFirstFailure, known.hasFailure {
        outcome = .skipped(.failedBefore)
      } else if let known = known.outcome(for: check) {
        outcome = known
      } else {
        session.explainsCrashes =
          silences[check.subject.name]?.isExplained != true
        var found = examine(check)
        // It crashed for another reason than the known one.
        if case .interrupted(.crashed, _) = found, !session.explainsCrashes {
          session.explainsCrashes = true
          found = examine(check)
        }
        outcome = found
        known.learn(from: outcome, of: check)
        if case .interrupted(.crashed, _) = outcome {
          silences[check.subject.name] = .unexplained
        }
        if case .failed(let failure) = outcome, failure.remark.mistake == nil {
          relations.updateValue(failure.relation, forKey: check.subject.name)
        }
      }
      if case .interrupted(.environment(let reason), _) = outcome {
        report.status = .graderError
        report.message = reason
        report.checks = []
        session.end()
        return
      }
      report.checks.append(
        judged(
          check, outcome, milliseconds: milliseconds(clock.now - began),
          in: request.feedback))
    }
    session.end()
    report.output = session.output.text
    report.milliseconds.run = milliseconds(clock.now - start)
    (report.status, report.message) = verdict(
      of: request.only == nil
        ? report.checks : report.checks.filter { $0.id == request.only })
    explainEarlier(in: &report, plan: request.plan)
    blameCallees(in: &report, source: request.plan.source.text)
    report.first = firstToRepair(in: report.checks)
  }

  private func record(
    _ error: any Error, in report: inout Report, plan: Plan
  ) {
    switch error {
    case let failure as CompileFailure:
      report.status = failure.tookTooLong ? .compileLimit : .compileError
      report.diagnostics = failure.diagnostics
      report.message = firstError(in: failure.diagnostics)
    case let rejection as Rejection:
      report.status = .rejected
      report.diagnostics = [rejection.diagnostic]
      report.message = firstError(in: [rejection.diagnostic])
    case let failure as EarlierFailure:
      report.status = .compileError
      report.diagnostics = failure.diagnostics
      report.message =
        "exercise \(plan.number) builds on exercise \(failure.number), which "
        + "does not compile; run `swift run course check \(failure.number)`"
    case let unwritten as EarlierUnwritten:
      report.status = .notWritten
      report.message = comesFirst(unwritten.number, before: plan)
    default:
      report.message = reason(error)
    }
  }

  private func firstError(in diagnostics: [Diagnostic]) -> String {
    diagnostics.first { $0.severity == "error" }.map {
      "\($0.file):\($0.line):\($0.column): \($0.message)"
    } ?? "it does not compile"
  }
}

/// An earlier exercise that is still as the course handed it out.
private struct EarlierUnwritten: Error {
  var number: Int
}

/// The first earlier exercise that is still as the course handed it out.
private func firstUnwritten(before plan: Plan) -> Int? {
  plan.earlier.first { earlier in
    earlier.source.text == earlier.starter
  }?.number
}

private func comesFirst(_ number: Int, before plan: Plan) -> String {
  "exercise \(plan.number) builds on exercise \(number), which is not written "
    + "yet; write it first, then run `swift run course check \(number)`"
}

/// If a function of an earlier exercise turned out to be unwritten, says which
/// exercise to write first.
private func explainEarlier(in report: inout Report, plan: Plan) {
  for earlier in plan.earlier {
    for function in earlier.exercise.functions
    where report.checks.contains(where: { $0.unwritten == function.fullName }) {
      report.message = comesFirst(earlier.number, before: plan)
      return
    }
  }
}

/// What earlier checks have shown about the functions.
private struct Knowledge {
  private var unwritten: [String: String] = [:]
  private var slow: Set<String> = []
  private(set) var hasFailure = false

  mutating func learn(from outcome: Outcome, of check: Check) {
    if outcome != .passed { hasFailure = true }
    switch outcome {
    case .interrupted(.notWritten(let name), _):
      unwritten[check.subject.name] = name
    case .interrupted(.timeLimit, _):
      slow.insert(check.subject.name)
    default: break
    }
  }

  func outcome(for check: Check) -> Outcome? {
    let name = check.subject.name
    if let function = unwritten[name] {
      return .notWritten(function.isEmpty ? name : function)
    }
    if slow.contains(name) {
      return .skipped(.tooSlow)
    }
    return nil
  }
}

func milliseconds(_ duration: Duration) -> Int {
  Int(duration / .milliseconds(1))
}
