internal import ArgumentParser
internal import Journals
internal import Lessons
internal import Pages
internal import System

struct UndoCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Restore the previous snapshot of exercise N's file.",
    discussion: """
      What is in the file is kept first: `redo` brings it back.
      """)

  @OptionGroup var look: OutputOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  @Flag(help: "List the snapshots: time, size and first changed line.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "Bring back the snapshot of this number.", valueName: "k"))
  var to: Int?

  func run(in world: World) throws -> ExitStatus {
    guard !list || to == nil else {
      throw CommandFailure(
        .usage, "--list and --to cannot be combined; give one of them")
    }
    let home = try Home(in: world)
    let lesson = try home.lessonWithExercise(lesson)
    if list { return try home.listSnapshots(of: lesson) }
    let path = home.exercisePath(of: lesson)
    let undone =
      if let to {
        try home.journal.undo(path, of: lesson.id, to: to)
      } else {
        try home.journal.undo(path, of: lesson.id)
      }
    let words = to.map { "is back to snapshot \($0)" }
    return home.tell(
      undone, of: lesson, restored: words ?? "is back to the previous snapshot")
  }
}

struct RedoCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Restore the next snapshot; reverses `undo`.")

  @OptionGroup var look: OutputOptions

  @Argument(help: ArgumentHelp("A lesson's number or id.", valueName: "n"))
  var lesson: String

  func run(in world: World) throws -> ExitStatus {
    let home = try Home(in: world)
    let lesson = try home.lessonWithExercise(lesson)
    let undone = try home.journal.redo(
      home.exercisePath(of: lesson), of: lesson.id)
    return home.tell(
      undone, of: lesson, restored: "is now at the next snapshot")
  }
}

extension Home {
  /// Reports the result of an undo or a redo.
  fileprivate func tell(
    _ undone: UndoResult, of lesson: Lesson, restored: String
  ) -> ExitStatus {
    let path = relative(exercisePath(of: lesson))
    let list = "`swift run course undo \(lesson.number) --list` shows them all"
    switch undone {
    case .nothingEarlier where contents(of: exercisePath(of: lesson)) == nil:
      world.write(
        "\(path) is gone, and no snapshot of it was kept; `swift run course "
          + "reset \(lesson.number)` brings back the starter.\n")
    case .restored:
      world.write("\(path) \(restored).\n")
      return .done
    case .restoredMissingFile:
      world.write(
        "\(path) was gone; it is there again as in its last snapshot.\n")
      return .done
    case .nothingEarlier:
      world.write("There is no snapshot before the present one of \(path).\n")
    case .nothingLater:
      world.write("There is no snapshot after the present one of \(path).\n")
    case .noSuchSnapshot:
      world.write("\(path) has no snapshot of that number; \(list).\n")
    }
    return .notPassed
  }

  fileprivate func listSnapshots(of lesson: Lesson) throws -> ExitStatus {
    let snapshots = try journal.snapshots(of: lesson.id)
    guard !snapshots.isEmpty else {
      let path = relative(exercisePath(of: lesson))
      world.write(
        "There is no snapshot of \(path) yet; each check keeps one.\n")
      return .notPassed
    }
    let present = contents(of: exercisePath(of: lesson))
    var before = contents(of: lesson.folder + "/Starter.swift") ?? Data()
    var listed: [ListedSnapshot] = []
    for snapshot in snapshots {
      listed.append(
        ListedSnapshot(
          number: snapshot.number,
          time: localTime(snapshot.kept.timeIntervalSince1970),
          bytes: snapshot.text.count,
          change: firstChange(
            from: String(decoding: before, as: UTF8.self),
            to: String(decoding: snapshot.text, as: UTF8.self)),
          isPresent: snapshot.isPresent && snapshot.text == present))
      before = snapshot.text
    }
    world.show(
      snapshotPage(listed, exercise: lesson.number, on: world.screen))
    return .done
  }
}
