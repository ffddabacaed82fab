internal import ArgumentParser
internal import Grading
internal import Lessons
internal import Pages

struct RunCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the code cells of lesson N.")

  @OptionGroup var look: LookOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let lesson = try home.lesson(lesson)
    guard !lesson.cells.isEmpty else {
      world.write("Lesson \(lesson.number) has no code cells.\n")
      return .done
    }
    do throws(GradingError) {
      let result = try home.compiler().runCells(
        of: lesson, lessonFile: home.relative(lesson.folder) + "/lesson.md")
      world.show(cellsPage(lesson, result: result, on: world.screen))
      if let problem = result.problem {
        world.complain("course: \(problem)\n")
        return .notPassed
      }
      return .done
    } catch {
      throw CommandFailure(.environment, error.description)
    }
  }
}

/// Each cell's name and what it printed just now.
private func cellsPage(
  _ lesson: Lesson, result: CellsResult, on screen: Screen
) -> [Line] {
  result.cells.flatMap { cell in
    let printed = cell.output.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { Line([Span(String($0), .output)]) }
    return [Line([Span("cell \(cell.name)", .heading)])]
      + printed.indented(by: 2)
  }
}
