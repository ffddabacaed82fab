internal import ArgumentParser
internal import Grading
internal import Lessons
internal import Pages
internal import System
internal import Terminals

struct RunCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the code cells of lesson N.",
    discussion: """
      Where the lesson asks for predictions, a terminal shows one cell at a \
      time, and you type what it will print. Otherwise, and with --all, what \
      they print is shown as it comes. It says where that differs from what \
      the lesson shows. Some run your own functions, as they are in your file.
      """)

  @OptionGroup var look: OutputOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  @Flag(help: "Show every output without asking for predictions.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Stop the cells after this many seconds.", valueName: "s"))
  var seconds = 120.0

  // `serve` passes this, to show each cell's output in its place.
  @Flag(
    help: ArgumentHelp(
      "Print one JSON object.", visibility: .hidden))
  var json = false

  func validate() throws {
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("--seconds is between 0 and 86400")
    }
  }

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world, for: lesson)
    let lesson = try home.lesson(lesson)
    guard !lesson.cells.isEmpty else {
      world.write("Lesson \(lesson.number) has no code cells.\n")
      return .done
    }
    do {
      let own = lesson.cells.contains(where: \.yours)
      return try run(
        lesson, with: own ? try home.plan(for: lesson) : nil, in: home)
    } catch let error as EarlierFailure {
      let skipped =
        "The cells that call your functions were skipped because exercise "
        + "\(error.number) does not compile: swift run course check "
        + "\(error.number)"
      let status = try run(lesson, with: nil, in: home, skipping: skipped)
      if !json { world.write("\n\(skipped)\n") }
      return status
    } catch let error as GradingError {
      throw CommandFailure(.environment, error.description)
    }
  }

  private func run(
    _ lesson: Lesson, with exercise: Plan?, in home: Home,
    skipping reason: String? = nil
  ) throws -> ExitStatus {
    let world = home.world
    let result: CellsResult
    if json {
      result = try cells(of: lesson, with: exercise, in: home) { _ in }
      world.write(
        try encoded(RanCells(result, of: lesson, skipping: reason)) + "\n")
      return result.problem == nil ? .done : .notPassed
    } else if let desk = world.desk, desk.canAnswer, !all,
      lesson.cells.contains(where: \.predict)
    {
      world.write("Running the cells of lesson \(lesson.number)…\n\n")
      result = try cells(of: lesson, with: exercise, in: home) { _ in }
      var sitting = CellSession(lesson, at: desk, in: world)
      guard sitting.show(result) else { return .done }
    } else {
      var teller = CellPrinter(lesson: lesson, world: world)
      result = try cells(of: lesson, with: exercise, in: home) {
        teller.tell($0)
      }
      teller.finish(whole: result.problem == nil && result.unwritten == nil)
    }
    if let problem = result.problem {
      world.show(problemLines("\(problem)", on: world.screen))
      return .notPassed
    }
    if let unwritten = result.unwritten {
      let path = home.relative(home.exercisePath(of: lesson))
      world.show(
        paragraph(
          "\(unwritten); this cell runs your own functions, in \(path).",
          .dim, on: world.screen))
    }
    return .done
  }

  private func cells(
    of lesson: Lesson, with exercise: Plan?, in home: Home,
    receive: (CellEvent) -> Void
  ) throws -> CellsResult {
    try home.compiler().runCells(
      of: lesson, lessonFile: home.relative(lesson.folder) + "/lesson.md",
      exercise: exercise, environment: ["COURSE_DATA": home.sampleFolder],
      seconds: seconds, megabytes: 4096,
      outputMegabytes: 4, receive: receive)
  }
}

/// The reason why the cells stopped early, made safe to print.
private func problemLines(_ problem: String, on screen: Screen) -> [Line] {
  problem.lines.filter { !$0.isEmpty }.flatMap {
    paragraph(String($0), .bad, on: screen)
  }
}

/// Shows what cells print while they run.
private struct CellPrinter {
  let lesson: Lesson
  let world: World
  private var current: Cell?
  private var printed = ""

  init(lesson: Lesson, world: World) {
    self.lesson = lesson
    self.world = world
  }

  mutating func tell(_ event: CellEvent) {
    switch event {
    case .began(let name):
      finish(whole: true)
      current = lesson.cells.first { $0.name == name }
      printed = ""
      world.show(cellTitle(name, on: world.screen))
    case .line(let line):
      printed += line + "\n"
      world.show(cellOutput(line, on: world.screen))
    }
  }

  /// Ends a cell, and shows the lesson's output if that differs.
  ///
  /// A cell that did not run to its end is not compared.
  mutating func finish(whole: Bool) {
    defer { current = nil }
    guard whole, let current, let output = current.output else { return }
    if !matches(printed, output.text, tolerance: output.tolerance) {
      world.show(differencePage(lesson: output.text, on: world.screen))
    }
    world.show(discussionPage(lesson, current, on: world.screen))
  }
}
