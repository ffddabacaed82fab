internal import ArgumentParser
internal import Checks
internal import Grading
internal import Journals
internal import Lessons
package import Pages
internal import System

struct TrainCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train with your own functions, ungraded: you set the knobs.",
    discussion: """
      With exercise 8, --rate, --momentum and --decay replace settings of the \
      optimizer, and --hidden replaces your model; of these four, exercise 7 \
      takes only --rate. The trained model is kept: look at it with `course \
      show`.
      """)

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions

  @Argument(help: ArgumentHelp("7 or 8.", valueName: "n"))
  var lesson = "7"

  @Option(help: ArgumentHelp("The learning rate.", valueName: "x"))
  var rate: Float?
  @Option(
    help: ArgumentHelp(
      "Images in a batch (default: \(TrainingSettings(seed: 0).batch)).",
      valueName: "k"))
  var batch: Int?
  @Option(
    help: ArgumentHelp(
      "Passes over the images (default: \(TrainingSettings(seed: 0).epochs)).",
      valueName: "k"))
  var epochs: Int?
  @Option(help: ArgumentHelp("The momentum.", valueName: "x"))
  var momentum: Float?
  @Option(help: ArgumentHelp("The weight decay.", valueName: "x"))
  var decay: Float?
  @Option(help: ArgumentHelp("Units of a hidden layer.", valueName: "k"))
  var hidden: Int?
  @Option(help: ArgumentHelp("Training images to use.", valueName: "k"))
  var examples: Int?
  @Option(
    help: ArgumentHelp("The seed of the weights and the order.", valueName: "s")
  )
  var seed: UInt64?
  @Option(
    help: ArgumentHelp("The name to keep the model under.", valueName: "name"))
  var name: String?
  @Flag(help: "Print one JSON object.")
  var json = false

  // `serve` passes this, to follow training while it runs.
  @Flag(
    help: ArgumentHelp(
      "Beside --json: tell of training on standard error.",
      visibility: .hidden))
  var progress = false

  func validate() throws {
    let counts = [
      ("batch", batch), ("epochs", epochs), ("hidden", hidden),
      ("examples", examples),
    ]
    for (knob, value) in counts {
      if let value, !(1...100_000).contains(value) {
        throw ValidationError(
          "--\(knob) must be a whole number from 1 to 100000")
      }
    }
    for (knob, value) in [
      ("rate", rate), ("momentum", momentum), ("decay", decay),
    ] {
      if let value, !(value >= 0 && value.isFinite) {
        throw ValidationError("--\(knob) must be a number, at least 0")
      }
    }
    if let name, !Journal.isModelName(name) {
      throw ValidationError(
        "a name must have at most 40 letters, digits, hyphens and dots")
    }
  }

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world, for: lesson)
    let lesson = try home.lesson(lesson)
    let laboratory = world.registry().first { $0.lesson == lesson.id }?
      .laboratory
    guard let laboratory else {
      throw CommandFailure(
        .usage, "exercise \(lesson.number) trains no classifier; 7 and 8 do")
    }
    try refuse(knobsMissingIn: laboratory, of: lesson)
    let settings = settings(seed: world.seed() >> 1)
    let report = try report(
      on: lesson, laboratory.check(settings), seed: settings.seed, home: home)
    guard report.status != .graderError else {
      throw CommandFailure(.environment, report.message)
    }
    let check = report.checks.first
    if check?.status == .skipped {
      world.writeError("course: stopped in the first epoch; nothing was kept\n")
      return .done
    }
    let diverged = check?.status == .failed
    guard check?.status == .passed || diverged else {
      if json {
        world.write(try encoded(report) + "\n")
        return .notPassed
      }
      world.show(
        verdictPage(
          report, title: lesson.title,
          path: home.relative(home.exercisePath(of: lesson)), isOwn: true,
          source: home.text(of: home.exercisePath(of: lesson)),
          on: world.screen))
      return .notPassed
    }
    let run = LearnersRun(
      name: name ?? freeName(for: lesson, among: home.runs),
      exercise: lesson.number, time: world.now().timeIntervalSince1970,
      settings: settings,
      epochs: report.metrics, diverged: diverged)
    // One that diverged in its first epoch has no weights.
    let isKept = report.model.map { home.keep(run, $0) } ?? false
    if json {
      world.write(try encoded(run) + "\n")
    } else {
      let message = diverged ? check?.message : nil
      show(run, message: message, isKept: isKept, home: home)
    }
    return .done
  }

  private func settings(seed: UInt64) -> TrainingSettings {
    var settings = TrainingSettings(seed: self.seed ?? seed)
    settings.rate = rate
    settings.batch = batch ?? settings.batch
    settings.epochs = epochs ?? settings.epochs
    settings.momentum = momentum
    settings.decay = decay
    settings.hidden = hidden
    settings.examples = examples
    return settings
  }

  private func refuse(
    knobsMissingIn laboratory: Laboratory, of lesson: Lesson
  ) throws {
    let set: [(Knob, Bool)] = [
      (.rate, rate != nil), (.momentum, momentum != nil),
      (.decay, decay != nil), (.hidden, hidden != nil),
    ]
    for (knob, isSet) in set where isSet && !laboratory.knobs.contains(knob) {
      throw CommandFailure(
        .usage,
        "--\(knob.rawValue) does not apply to exercise \(lesson.number), whose "
          + "step you wrote yourself; try `swift run course train 8`")
    }
  }

  private func report(
    on lesson: Lesson, _ check: Check, seed: UInt64, home: Home
  ) throws -> Report {
    var plan = try home.plan(for: lesson)
    // The machine and the time are the learner's own.
    plan.exercise.limits.megabytes = max(plan.exercise.limits.megabytes, 4_096)
    let request = GradingRequest(
      plan: plan, checks: [check], feedback: try home.feedback(of: lesson),
      seed: seed, id: lesson.id, data: home.dataLoader(data))
    let live = LiveTraining(
      home.world, form: json ? progress ? .objects : .nothing : .lines,
      beside: beside(home),
      canStop: !json)
    defer { live.finish() }
    live.begin()
    do throws(GradingError) {
      var report = Grader(compiler: try home.compiler()).grade(request) {
        live.show($0)
      }
      report.diagnostics = home.explained(
        report.diagnostics, in: plan.source.text)
      return report
    } catch {
      throw CommandFailure(.environment, error.description)
    }
  }

  /// The two latest training runs that have a curve to draw.
  private func beside(
    _ home: Home, but name: String? = nil
  ) -> [EarlierTraining] {
    home.runs.filter { $0.name != name && $0.epochs.count > 1 }.suffix(2).map {
      EarlierTraining($0.name, $0.epochs)
    }
  }

  /// The first of the names `7`, `7-2`, `7-3` and so on that is free.
  private func freeName(for lesson: Lesson, among runs: [LearnersRun]) -> String
  {
    let taken = Set(runs.map(\.name))
    let first = "\(lesson.number)"
    if !taken.contains(first) { return first }
    var number = 2
    while taken.contains("\(first)-\(number)") { number += 1 }
    return "\(first)-\(number)"
  }

  private func show(
    _ run: LearnersRun, message: String?, isKept: Bool, home: Home
  ) {
    let world = home.world
    let screen = world.screen
    var page = trainingCurves(
      run.epochs, beside: beside(home, but: run.name), rows: 16, on: screen)
    if !page.isEmpty { page.append(Line()) }
    if let message { page += paragraph(message, .warning, on: screen) + [""] }
    page += runsPage(home.runs.suffix(12).map(\.shown), on: screen)
    page += paragraph(
      isKept
        ? "Look at it: swift run course show weights --model \(run.name)"
        : "Nothing is kept of it.", .dim, on: screen)
    world.show(page)
  }
}

extension LearnersRun {
  package var shown: ShownRun {
    var words: [String] = []
    if let rate = settings.rate { words.append("rate \(rate)") }
    if settings.batch != 256 { words.append("batch \(settings.batch)") }
    if let momentum = settings.momentum { words.append("momentum \(momentum)") }
    if let decay = settings.decay { words.append("decay \(decay)") }
    if let hidden = settings.hidden { words.append("hidden \(hidden)") }
    if let examples = settings.examples { words.append("\(examples) images") }
    // A seed that was drawn is too long to be worth a reader's time.
    if settings.seed < 1_000_000 { words.append("seed \(settings.seed)") }
    return ShownRun(
      name: name, exercise: exercise, settings: words.joined(separator: ", "),
      last: epochs.last, diverged: diverged)
  }
}
