import Checks
import Grading
import Lessons
import Tensors
import Testing

private let subject = Subject(
  "f(_:)", axes: ["n"], reference: { (x: Tensor) in x })

private func check(_ id: String, points: Int = 1) -> Check {
  Check(id, of: subject, section: "here", points: points) { _ in nil }
}

private let feedback = Feedback(
  titles: ["a": "it holds"],
  mistakes: [
    "m": .init(section: "there", says: "You swapped {what}."),
    "m.else": .init(says: "Or did you?"),
  ],
  sentences: ["sum": "{what}: row {row} sums to {sum}"])

private func report(of outcome: Outcome) -> CheckReport {
  judged(check("a", points: 3), outcome, in: feedback)
}

@Suite("The judge")
struct JudgeTests {
  @Test func givesPointsForPassesAlone() {
    #expect(report(of: .passed).points == 3)
    let others: [Outcome] = [
      .failed(Failure(.words("no"))), .skipped(.tooSlow), .notWritten("f(_:)"),
      .interrupted(.crashed(Crash(signal: "SIGILL")), call: nil),
      .interrupted(.protocolError("none"), call: nil),
    ]
    for outcome in others {
      let report = report(of: outcome)
      #expect(report.points == 0)
      #expect(report.maxPoints == 3)
      #expect(report.status != .passed)
      #expect(!report.message.isEmpty)
    }
  }

  static let interruptions: [(Interruption, CheckReport.Status)] = [
    (.notWritten("f(_:)"), .notWritten),
    (.crashed(Crash(signal: "SIGILL")), .runtimeError),
    (.threw("no"), .runtimeError), (.timeLimit(2), .timeLimit),
    (.memoryLimit(256), .memoryLimit), (.outputLimit(1 << 20), .outputLimit),
    (.protocolError("none"), .protocolError),
  ]

  @Test(arguments: interruptions)
  func namesEachInterruption(
    _ interruption: Interruption, _ status: CheckReport.Status
  ) {
    #expect(report(of: .interrupted(interruption, call: nil)).status == status)
  }

  @Test func saysWhereACrashWas() {
    let place = SourceLine(file: "Lessons/f.swift", line: 7, code: "x / y")
    let crash = Crash(signal: "SIGILL", reason: .divisionByZero, place: place)
    let report = report(of: .interrupted(.crashed(crash), call: "f([1.0])"))
    #expect(report.message.hasPrefix("division by zero: "))
    #expect(!report.message.contains("SIGILL"))
    #expect(report.place == place)
    #expect(report.counterexample?.arguments == "f([1.0])")
  }

  @Test func aSliceThatEndsAtASumMayBeTheLastBatch() {
    let crash = Crash(
      signal: "SIGILL", reason: .indexOutOfRange,
      clue: .slice(array: "order", upper: "$0 + size"))
    let message = report(of: .interrupted(.crashed(crash), call: nil)).message
    #expect(message.hasPrefix("index out of range: "))
    #expect(message.contains("the last batch is short"))
    #expect(message.contains("`min($0 + size, order.count)`"))
  }

  @Test func aMistakesSectionGoesBeforeTheChecks() {
    let failure = Failure(.mistake("m"))
    #expect(report(of: .failed(failure)).lesson == "there")
    #expect(report(of: .failed(Failure(.words("no")))).lesson == "here")
    #expect(report(of: .failed(Failure(.mistake("m.else")))).lesson == "here")
  }

  @Test func wordsAreThoseOfTheLesson() {
    #expect(report(of: .passed).title == "it holds")
    let inner = Remark.mistake("m", ["what": "rows"])
    let remark = Remark.sentence(
      "sum", ["what": inner, "row": 2, "sum": -Float.nan])
    #expect(
      report(of: .failed(Failure(remark))).message
        == "You swapped rows.: row 2 sums to nan")
    let variant = report(of: .failed(Failure(.mistake("m.else"))))
    #expect(variant.message == "Or did you?")
    #expect(variant.mistake == "m")
  }

  private func verdict(_ statuses: CheckReport.Status...) -> Report.Status {
    Grading.verdict(
      of: statuses.map {
        CheckReport(id: "a", title: "", function: "f", status: $0)
      }
    ).status
  }

  @Test func passesOnlyWhereEveryCheckPassed() {
    #expect(verdict(.passed, .passed) == .passed)
    #expect(verdict(.passed, .skipped) == .failed)
    #expect(verdict(.passed, .notWritten) == .failed)
    #expect(verdict(.notWritten, .notWritten) == .notWritten)
    #expect(verdict(.failed, .timeLimit) == .failed)
    // Nothing verified is no pass.
    #expect(verdict() == .failed)
    #expect(verdict(.skipped) == .failed)
  }
}

@Suite("What the compiler says")
struct DiagnosticTests {
  @Test func isReadAndThePathPutBack() {
    let text = """
      /cache/x/Exercise03.swift:4:7: error: cannot find 'y' in scope: it is not
        x + y
            ^
      /cache/x/Exercise03.swift:2:5: warning: never used
      <unknown>:0: error: something else
      """
    let found = diagnostics(
      in: text, file: "/cache/x/Exercise03.swift", shownAs: "Lessons/E.swift")
    #expect(
      found == [
        Diagnostic(
          file: "Lessons/E.swift", line: 4, column: 7, severity: "error",
          message: "cannot find 'y' in scope: it is not"),
        Diagnostic(
          file: "Lessons/E.swift", line: 2, column: 5, severity: "warning",
          message: "never used"),
      ])
  }

  @Test func aFloodIsCut() {
    let text = (1...1_000).map { "f:\($0):1: error: e\n" }.joined()
    #expect(diagnostics(in: text, file: "f", shownAs: "g").count == 50)
  }
}

@Suite("The outputs of cells")
struct OutputTests {
  @Test func numbersAreComparedWithinTheTolerance() {
    #expect(matches("195.7 155.2\n", "195.70001 155.2\n", tolerance: 1e-4))
    #expect(!matches("195.7 155.2\n", "195.8 155.2\n", tolerance: 1e-4))
    #expect(matches("[-1.5, 2e-05]", "[-1.5, 2.1e-05]", tolerance: 1e-5))
    #expect(!matches("a 1\n", "b 1\n", tolerance: 1))
    #expect(!matches("1 2\n", "1\n", tolerance: 1))
  }

  @Test func withoutAToleranceTextIsText() {
    #expect(matches("40.0\n", "40.0\n", tolerance: nil))
    #expect(!matches("40.0\n", "40.00\n", tolerance: nil))
  }
}

@Suite("Programs")
struct RunningTests {
  @Test func outputsAreReadWhileTheProgramRuns() throws {
    // Far more than a pipe holds, on both.
    let script =
      "yes | head -c 300000; yes e | head -c 300000 >&2; echo end >&2"
    let runs = try run(
      [
        Command(
          "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
      ],
      seconds: 30)
    #expect(runs[0].succeeded)
    #expect(runs[0].output.count == 300_000)
    // Both ends are kept, and that something is missing between them is told.
    let ends = runs[0].errors.split(separator: "\n…\n")
    #expect(ends.map(\.utf8.count) == [65_536, 65_536])
    #expect(runs[0].errors.hasSuffix("e\nend\n"))
  }

  @Test func aProgramThatDoesNotEndIsEnded() throws {
    let script = "trap '' TERM INT HUP; (trap '' TERM; sleep 60) & sleep 60"
    let runs = try run(
      [
        Command(
          "/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
      ],
      seconds: 0.3)
    #expect(runs[0].timedOut)
    #expect(runs[0].exitStatus == nil)
  }

  @Test func theEnvironmentAndDescriptorsAreNotInherited() throws {
    let script = "env; ls /proc/self/fd | wc -l"
    let runs = try run(
      [
        Command(
          "/bin/sh", ["-c", script],
          environment: ["PATH": "/usr/bin:/bin", "ONLY": "this"])
      ], seconds: 30)
    #expect(!runs[0].text.contains("HOME="))
    #expect(runs[0].text.contains("ONLY=this"))
    // 0, 1, 2, and the folder that `ls` reads.
    #expect(runs[0].text.hasSuffix("4\n"), "\(runs[0].text)")
  }

  @Test func aMissingProgramIsSaid() {
    #expect(throws: LaunchError.self) {
      try run([Command("/no/such/program", [])], seconds: 1)
    }
  }
}
