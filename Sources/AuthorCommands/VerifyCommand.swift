internal import ArgumentParser
internal import Audits
internal import Commands
internal import Dispatch
internal import Grading
internal import Lessons
internal import System

struct VerifyCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify a lesson, or all of them: for authors.",
    discussion: """
      Each finding is a line `path:line: problem; fix`. The exit status is 1 \
      if there are findings. Lessons/README.md says what is verified.
      """)

  @OptionGroup var look: OutputOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String?

  @Flag(help: "Verify only the text; do not grade any files.")
  var quick = false

  @Flag(help: "Rewrite stale outputs, bound numbers and figures first.")
  var bless = false

  @Flag(help: "Verify the text again on every save, until interrupted.")
  var watch = false

  @Option(
    help: ArgumentHelp("Draw random inputs from this seed.", valueName: "s"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Grade only files with this path suffix, such as Mistakes/Ascent.swift.",
      valueName: "file"))
  var only: String?

  @OptionGroup var mutation: MutantOptions

  func run(in world: World) throws -> ExitStatus {
    if mutation.mutants { return try tryMutants(in: world) }
    guard watch else { return try verify(in: world, quick: quick) }
    var seen = ""
    while true {
      let now = stamps(in: try world.courseFolder())
      if now != seen {
        seen = now
        _ = try verify(in: world, quick: true)
      }
      _ = DispatchSemaphore(value: 0).wait(timeout: .now() + 0.4)
    }
  }

  private func verify(in world: World, quick: Bool) throws -> ExitStatus {
    var home = try Home(in: quiet(world))
    let seed = seed ?? world.seed()
    if bless {
      let course = try home.auditedCourse()
      for one in try chosen(in: home) {
        for change in try mending({ try course.bless(one) }) {
          world.write("\(change)\n")
        }
      }
      home = try Home(in: quiet(world))
    }
    let course = try home.auditedCourse()
    var count = 0
    func say(_ findings: [Finding]) {
      count += findings.count
      for finding in findings { world.write("\(finding)\n") }
    }
    say(course.unreadable(for: try number(in: home)))
    for one in try chosen(in: home) {
      world.writeError("course: verifying \(one.directory)\n")
      if only != nil {
        for seed in seeds(from: seed) {
          say(course.gradeFindings(in: one, seed: seed, only: only))
        }
        continue
      }
      say(
        try mending {
          try course.findings(in: one, quick: quick, seed: seed)
        })
      for seed in seeds(from: seed).dropFirst() where !quick {
        say(course.gradeFindings(in: one, seed: seed))
      }
    }
    if only != nil {
      // One file says nothing about the rest.
    } else if lesson == nil {
      say(course.coverageFindings() + course.poolFindings())
    } else if let one = try chosen(in: home).first {
      say(course.coverageFindings(of: one) + course.poolFindings(of: one))
    }
    let words = count == 1 ? "1 finding" : "\(count) findings"
    world.write(
      count == 0 ? "No findings.\n" : "\(words), seed \(seed).\n")
    return count == 0 ? .done : .notPassed
  }

  /// The seeds to grade with, as many as `--seeds` asks for.
  private func seeds(from first: UInt64) -> [UInt64] {
    (0..<UInt64(mutation.seeds ?? 1)).map { first &+ $0 }
  }

  /// The lessons to verify, without those that cannot be read.
  func chosen(in home: Home) throws -> [Lesson] {
    guard let number = try number(in: home) else { return home.library.lessons }
    return home.library.lessons.filter { $0.number == number }
  }

  /// The number of the lesson to verify; nil for all.
  private func number(in home: Home) throws -> Int? {
    guard let lesson else { return nil }
    if let entry = home.library[lesson] { return entry.number }
    return try home.lesson(lesson).number
  }

  /// The world without messages about lessons that cannot be read, since those
  /// are findings here.
  func quiet(_ world: World) -> World {
    var quiet = world
    quiet.writeError = { _ in }
    return quiet
  }

  /// Reports errors of the gate itself as failures of the environment.
  func mending<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as GradingError {
      throw CommandFailure(.environment, error.description)
    } catch let error as UnreadableLesson {
      throw CommandFailure(.environment, error.description)
    }
  }

  /// The files of the lessons and their modification times, as one text.
  private func stamps(in root: String) -> String {
    let folder = root + "/Lessons"
    let files = try? FileManager.default.subpathsOfDirectory(atPath: folder)
    let stamps = (files ?? []).sorted().map { name in
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: "\(folder)/\(name)")
      let date = attributes?[.modificationDate] as? Date
      return "\(name) \(date?.timeIntervalSinceReferenceDate ?? 0)"
    }
    return stamps.joined(separator: "\n")
  }
}

extension Home {
  /// The course, with its registered checks and figures, for the gate.
  func auditedCourse() throws -> AuditedCourse {
    do throws(GradingError) {
      return AuditedCourse(
        root: root, library: library, registry: world.registry(),
        figures: world.figures, compiler: try compiler(),
        data: sampleLoader())
    } catch {
      throw CommandFailure(.environment, error.description)
    }
  }
}
