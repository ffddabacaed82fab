internal import ArgumentParser

/// The program `course`; without a command it says what to do next.
struct Course: RootCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Softmax regression in Swift: read, write, check.",
    discussion: """
      N is a lesson's number or id. The exit status is 0 for passed or done, \
      1 for checked and not passed, 2 for wrong usage, 3 where something \
      outside the exercise kept it from being checked.

      In a browser: course serve, course export DIR.
      For authors of lessons: course verify [N], course new NAME.
      For instructors: course grade SUBMISSIONS, course gradebook.
      """,
    subcommands: [
      NextCommand.self, ListCommand.self, ReadCommand.self, RunCommand.self,
      CheckCommand.self, WatchCommand.self, HintCommand.self, DiffCommand.self,
      QuizCommand.self, ResetCommand.self, UndoCommand.self, RedoCommand.self,
      SolutionCommand.self, TrainCommand.self, ShowCommand.self,
      ReferenceCommand.self, DataCommand.self,
      DoctorCommand.self,
    ])

  @OptionGroup var look: OutputOptions

  func runWithoutCommand(in world: World) throws -> ExitStatus {
    try world.sayWhatIsNext()
  }
}
