internal import ArgumentParser
internal import Journals
internal import Lessons
internal import Terminals

struct WatchCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Check exercise N on every save; keys do everything else.",
    discussion: """
      On a terminal the whole screen shows the last verdict, and keys do what \
      the commands do. In a pipe each verdict is printed as `check` prints \
      it, until the input ends.
      """)

  @OptionGroup var look: OutputOptions
  @OptionGroup var data: DataOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String?

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let lesson = try chosenLesson(in: home)
    guard home.world.desk?.takesScreen == true else {
      let watch = try PlainWatch(lesson, data: data, home: home)
      return try watch.run()
    }
    let terminal = try Terminal()
    defer { terminal.giveBack() }
    let desk = WatchScreen(lesson, data: data, home: home, terminal: terminal)
    try desk.run()
    return .done
  }

  private func chosenLesson(in home: Home) throws -> Lesson {
    if let lesson { return try home.lessonWithExercise(lesson) }
    let withExercise = home.library.lessons.filter { $0.exercise != nil }
    guard
      let lesson = home.current(in: try home.journal.progress())
        ?? withExercise.last
    else {
      throw CommandFailure(.usage, "no lesson here has an exercise to watch")
    }
    return lesson
  }
}
