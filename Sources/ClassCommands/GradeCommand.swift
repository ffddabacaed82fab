internal import ArgumentParser
internal import Classes
internal import Commands
internal import Grading
internal import System

struct GradeCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grade the submissions of a class, each in a sandbox.",
    discussion: """
      SUBMISSIONS holds a folder, a file or an archive (zip, tar.gz) for each \
      student, as GitHub Classroom, Gradescope, Moodle and Canvas export them. \
      The results are in DIR; what is graded there already is kept.
      """)

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var options: GradeOptions

  func run(in world: World) throws -> ExitStatus {
    let job = try GradeJob(options, data: data, in: world)
    do {
      return try job.run()
    } catch let refusal as Refusal {
      throw CommandFailure(.environment, refusal.reason)
    } catch let error as GradingError {
      throw CommandFailure(.environment, error.description)
    }
  }
}

struct GradeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The folder of submissions, or an archive of it.",
      valueName: "submissions"))
  var submissions: String?

  @Option(
    help: ArgumentHelp(
      "The exercises, by number or id (default: those of class.yml).",
      valueName: "n[,n…]"))
  var exercise: String?

  @Option(help: ArgumentHelp("Where the results go.", valueName: "dir"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "How many to grade at once (default: one for each core).",
      valueName: "k"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Draw the inputs of all checks from this seed, to repeat results.",
      valueName: "s"))
  var seed: UInt64?

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "Exercises, points, hidden checks and deadlines.",
      valueName: "class.yml"))
  var classFile: String?

  @Option(
    help: ArgumentHelp(
      "A CSV of the students, with the columns id and name.",
      valueName: "csv"))
  var roster: String?

  @Flag(
    help: """
      Compile and run strangers' code as you, without a sandbox; every result \
      says so.
      """)
  var unsafeNoSandbox = false
}
