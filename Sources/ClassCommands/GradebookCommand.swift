internal import ArgumentParser
internal import Classes
internal import Commands
internal import Gradebooks
internal import System

struct GradebookCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradebook",
    abstract: "List, compare and export the grading runs of a class.",
    discussion: """
      `course grade` records each run in DIR/gradebook.sqlite; grading again \
      adds a run. Without an option, this command lists the runs.
      """)

  @OptionGroup var look: OutputOptions

  @Argument(
    help: ArgumentHelp(
      "The folder of a graded class, or a gradebook.", valueName: "dir"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Compare what each attempt got in two runs, as in 1,2.",
      valueName: "run,run"))
  var compare: String?

  @Option(
    help: ArgumentHelp(
      "Print a run as CSV, as in --export 2.", valueName: "run"))
  var export: Int64?

  func run(in world: World) throws -> ExitStatus {
    let path = world.absolute(folder)
    let file = path.hasSuffix(".sqlite") ? path : path + "/gradebook.sqlite"
    guard access(file, R_OK) == 0 else {
      throw CommandFailure(
        .usage, "there is no gradebook \(file); `course grade` makes it")
    }
    do {
      return try show(try Gradebook(file), in: world)
    } catch let refusal as Refusal {
      throw CommandFailure(.environment, refusal.reason)
    }
  }

  private func show(
    _ book: Gradebook, in world: World
  ) throws -> ExitStatus {
    let runs = try book.runs()
    func known(_ id: Int64) throws -> Int64 {
      if runs.contains(where: { $0.id == id }) { return id }
      let all = runs.map { "\($0.id)" }.joined(separator: ", ")
      throw CommandFailure(.usage, "there is no run \(id); there are \(all)")
    }
    if let export {
      world.write(try book.table(of: known(export)).text)
      return .done
    }
    if let compare {
      let numbers = compare.split(separator: ",").compactMap { Int64($0) }
      guard numbers.count == 2 else {
        throw CommandFailure(.usage, "write two runs, as in --compare 1,2")
      }
      let changes = try book.changes(
        from: try known(numbers[0]), to: try known(numbers[1]))
      for change in changes { world.write(line(for: change)) }
      world.write("\(changes.count) changed\n")
      return .done
    }
    for run in runs {
      world.write(
        "\(run.id)  \(run.recorded)  \(run.passed) of \(run.results) passed"
          + "  course \(run.versions.course.isEmpty ? "?" : run.versions.course)"
          + "  grader \(run.versions.grader.prefix(12))\n")
    }
    return .done
  }

  private func line(for change: GradeChange) -> String {
    func words(_ grade: GradeChange.Grade?) -> String {
      grade.map { "\($0.verdict.rawValue) (\($0.points))" } ?? "nothing"
    }
    return "\(harmless(change.student.id)), exercise \(change.exercise), "
      + "attempt \(change.attempt): \(words(change.before)) -> "
      + "\(words(change.after))\n"
  }
}
