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
      The results go to DIR; results that are already there are kept.
      """)

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var options: GradeOptions

  func run(in world: World) throws -> ExitStatus {
    do {
      let job = try GradeJob(
        options, data: data, isPlain: look.plain, in: world)
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

  @Option(
    help: ArgumentHelp(
      """
      Grade the rows of this manifest, which an earlier run wrote, instead of \
      taking in submissions.
      """, valueName: "manifest.jsonl"))
  var manifest: String?

  @Option(
    help: ArgumentHelp(
      "Grade only every n-th row of the manifest, from row i on (from 0).",
      valueName: "i/n"))
  var shard: Shard?

  @Flag(help: "Grade nothing; check that every row has its result.")
  var collect = false

  @Option(help: "Where to grade: local, slurm or kubernetes.")
  var engine = Engine.local

  @Option(
    help: ArgumentHelp(
      """
      On a cluster: how many submissions a task grades (default: one share for \
      each core, but from 10 to 250; 50 on Kubernetes).
      """, valueName: "c"))
  var chunk: Int?

  @Option(
    help: ArgumentHelp(
      "On a cluster: how many seconds a task may go without a result.",
      valueName: "s"))
  var patience = 600.0

  @Flag(help: "Print the script or Job for the cluster; grade nothing.")
  var print = false

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
      Compile and run strangers' code without a sandbox: as another user if \
      you are root, otherwise as you. Every result says that there was none.
      """)
  var unsafeNoSandbox = false

  func validate() throws {
    if shard != nil, manifest == nil {
      throw ValidationError("--shard needs --manifest.")
    }
    guard submissions != nil || manifest != nil || collect else {
      throw ValidationError("Name the folder of submissions.")
    }
    if let jobs, !(1...1_024).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 1024.")
    }
    guard chunk ?? 1 > 0, patience > 0 else {
      throw ValidationError("--chunk and --patience are positive.")
    }
    if print, engine == .local {
      throw ValidationError("--print needs --engine slurm or kubernetes.")
    }
    if engine == .kubernetes, !print {
      throw ValidationError(
        "Add --print, and apply the Job yourself with kubectl.")
    }
  }
}

enum Engine: String, ExpressibleByArgument {
  case local
  case slurm
  case kubernetes
}

extension Shard: ExpressibleByArgument {
  /// Reads `i/n`.
  public init?(argument: String) { self.init(argument) }
}
