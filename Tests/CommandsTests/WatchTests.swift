import Foundation
import System
import Testing

private let file = "Lessons/01-double/Exercise.swift"

private func attack(_ name: String) throws -> String {
  try String(
    contentsOfFile: "\(testFolder)/Attacks/\(name).swift", encoding: .utf8)
}

@Suite("watch", .serialized)
struct WatchTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func aSaveIsCheckedAndNextGoesOn(columns: Int, rows: Int) throws {
    let course = try ToyCourse()
    let terminal = try course.terminal("watch", columns: columns, rows: rows)
    #expect(terminal.shows("not written yet"))
    #expect(terminal.shows("0 of 2 exercises passed"))
    terminal.type("n")
    #expect(terminal.shows("not passed yet; l chooses another"))
    try course.write(try attack("SquaresInstead"), to: file)
    #expect(terminal.shows("You squared the numbers; double them."))
    try course.solve("01-double")
    #expect(terminal.shows("Passed! n goes on to the next."))
    terminal.type("n")
    #expect(terminal.shows("Lesson 2 · Scaling"))
    try course.solve("02-scale")
    #expect(terminal.shows("Passed! All exercises are passed now."))
    #expect(terminal.shows("2 of 2 exercises passed") || columns < 120)
    #expect(terminal.shows(" Lessons/02-scale/Exercise.swift "))
    terminal.type("n")
    #expect(terminal.shows("all exercises are passed"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
    #expect(!terminal.screen.isOther && terminal.screen.showsCursor)
  }

  @Test func everyKey() throws {
    let course = try ToyCourse()
    let starter = try #require(course.read(file))
    let wrong = try attack("SquaresInstead")
    try course.write(wrong, to: file)
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("You squared the numbers; double them."))
    terminal.type("t")
    #expect(terminal.shows("Lesson 1 · Twice"))
    terminal.type("g")
    #expect(terminal.shows("Lesson 1 · Doubling"))
    terminal.type("q")
    #expect(terminal.shows("1 of 3 checks passed"))
    terminal.type("h")
    #expect(terminal.shows { !$0.text.contains("squared the numbers") })
    terminal.type("\u{1B}")
    #expect(terminal.shows("You squared the numbers"))
    #expect(terminal.shows("t, section “Twice”"))
    terminal.type("s")
    #expect(terminal.shows("Give up, and see the model answer? y or n"))
    terminal.type("n")
    #expect(terminal.shows("nothing was changed"))
    terminal.type("s")
    #expect(terminal.shows("y or n"))
    terminal.type("y")
    #expect(terminal.shows("The model answer of exercise 1"))
    #expect(terminal.shows("labels.reduce(0, +)"))
    terminal.type("\u{1B}")
    terminal.type("d")
    #expect(terminal.shows("What you changed in exercise 1"))
    #expect(terminal.shows("notWritten()"))
    terminal.type("\u{1B}")
    terminal.type("c")
    #expect(terminal.shows("Press Enter to go back to watch."))
    #expect(!terminal.screen.isOther && terminal.screen.showsCursor)
    terminal.type("\r")
    #expect(terminal.shows("1 of 3 checks passed"))
    terminal.type("z")
    #expect(terminal.shows("asks no questions."))
    terminal.type("\r")
    #expect(terminal.shows { $0.isOther })
    terminal.type("l")
    #expect(terminal.shows("▸ 1  Doubling"))
    #expect(terminal.shows("Type a lesson's number to open it."))
    terminal.type("7")
    #expect(terminal.shows("there is no lesson 7"))
    terminal.type("q")
    #expect(terminal.shows("You squared the numbers"))
    terminal.type("x")
    #expect(terminal.shows("y or n"))
    terminal.type("n")
    #expect(terminal.shows("nothing was changed"))
    #expect(course.read(file) == wrong)
    terminal.type("x")
    #expect(terminal.shows("y or n"))
    terminal.type("y")
    #expect(terminal.shows("Write next: double(_:)"))
    #expect(course.read(file) == starter)
    terminal.type("u")
    #expect(terminal.shows("version of your file? U undoes that. y or n"))
    terminal.type("y")
    #expect(terminal.shows("You squared the numbers; double them."))
    #expect(course.read(file) == wrong)
    terminal.type("U")
    #expect(terminal.shows("Write next: double(_:)"))
    #expect(course.read(file) == starter)
    terminal.type("u")
    #expect(terminal.shows("version of your file? U undoes that. y or n"))
    terminal.type("y")
    #expect(terminal.shows("You squared the numbers; double them."))
    #expect(course.read(file) == wrong)
    // A check of a compiled program is over before a screen at rest shows
    // it; that it was made is seen in the journal.
    let before = attempts(in: course)
    terminal.type("r")
    #expect(terminal.shows { _ in attempts(in: course) == before + 1 })
    #expect(terminal.shows("1 of 3 checks passed"))
    terminal.type("%")
    #expect(terminal.shows("no such key; ? shows them all"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
  }

  @Test func theKeysAreExplained() throws {
    let course = try ToyCourse()
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("not written yet"))
    // On one line, every one of them whole.
    #expect(
      terminal.screen.lines[23].hasPrefix(
        "n next  h hint  t text  l list  q quit  ? keys  z quiz  c cells"))
    #expect(terminal.screen.lines[23].hasSuffix("d diff  u undo "))
    #expect(terminal.screen.lines[21].hasPrefix("───"))
    terminal.type("?")
    #expect(terminal.shows("The keys"))
    #expect(terminal.shows("  h       Gives one more hint on what failed."))
    #expect(terminal.shows("  Ctrl-L  Draws the screen again."))
    terminal.resize(columns: 50, rows: 24)
    #expect(terminal.shows("  c       Runs the lesson's code cells; you"))
    terminal.type("q")
    #expect(terminal.shows("Write next: double(_:)"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
  }

  @Test func theTextOpensWhereTheFailureIsSpokenOf() throws {
    let course = try ToyCourse()
    let path = "Lessons/01-double/lesson.md"
    let lesson = try #require(course.read(path))
    let long = String(repeating: "Much to read.\n\n", count: 60)
    try course.write(
      lesson.replacingOccurrences(of: "## Twice", with: long + "## Twice")
        + long, to: path)
    try course.write(try attack("SquaresInstead"), to: file)
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("Read again: t, section “Twice”"))
    terminal.type("t")
    #expect(terminal.shows("let three: Float = 3"))
    #expect(!terminal.screen.text.contains("Lesson 1 · Doubling"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test func aFileThatGoesIsSaid() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("Passed!"))
    try FileManager.default.removeItem(atPath: course.path(file))
    #expect(terminal.shows("there is no file"))
    terminal.type("u")
    #expect(terminal.shows("version of your file? U undoes that. y or n"))
    terminal.type("y")
    #expect(terminal.shows("there again"))
    #expect(terminal.shows("✓ total(of:)"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
  }

  @Test func whatCouldNotBeKeptIsSaid() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    try course.write("{\"version\":99}", to: ".course/progress.json")
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("newer version"))
    terminal.type("l")
    #expect(terminal.shows { $0.lines.contains { $0.hasPrefix("Lessons ") } })
    #expect(terminal.shows("newer version"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
  }

  @Test func aNumberTurnsToALesson() throws {
    let course = try ToyCourse()
    try FileManager.default.moveItem(
      atPath: course.path("Lessons/02-scale"),
      toPath: course.path("Lessons/12-scale"))
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("not written yet"))
    // No other number begins with it than this.
    terminal.type("l12")
    #expect(terminal.shows("Lesson 12 · Scaling"))
    // It might become 12, but Enter ends it.
    terminal.type("l1")
    #expect(terminal.shows("1… Press Enter to open it."))
    terminal.type("\r")
    #expect(terminal.shows("Lesson 1 · Doubling"))
    // Another key means what it always does.
    terminal.type("l1q")
    #expect(terminal.shows("not written yet"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
  }

  @Test func anEndlessLoopHoldsNoKeyUp() throws {
    let course = try ToyCourse(ownCache: true)
    try course.write(try attack("EndlessLoop"), to: file)
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("checking…"))
    #expect(course.isRunningAProgram())
    terminal.type("t")
    #expect(terminal.shows("Lesson 1 · Doubling"))
    terminal.type("qq")
    #expect(terminal.ended() == 0)
    #expect(course.eventually(\.isEmpty), "\(course.processes())")
  }

  @Test func aSaveDuringACheckIsNotDropped() throws {
    let course = try ToyCourse(ownCache: true)
    try course.write(try attack("EndlessLoop"), to: file)
    let terminal = try course.terminal("watch", "1")
    #expect(course.isRunningAProgram())
    try course.solve("01-double")
    #expect(terminal.shows("Passed!"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
    #expect(course.eventually(\.isEmpty), "\(course.processes())")
  }

  @Test func editorsRenameAndLinksHaveNoEvents() throws {
    let course = try ToyCourse()
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("not written yet"))
    let solution = try #require(
      course.read("Solutions/01-double/Exercise.swift"))
    try course.write(solution, to: "Lessons/01-double/Exercise.swift.new")
    #expect(rename(course.path(file + ".new"), course.path(file)) == 0)
    #expect(terminal.shows("Passed!"))
    terminal.type("q")
    #expect(terminal.ended() == 0)

    // What changes elsewhere is seen by looking alone.
    try course.write(try attack("SquaresInstead"), to: "elsewhere.swift")
    try FileManager.default.removeItem(atPath: course.path(file))
    try FileManager.default.createSymbolicLink(
      atPath: course.path(file),
      withDestinationPath: course.path("elsewhere.swift"))
    let other = try course.terminal("watch", "1")
    #expect(other.shows("You squared the numbers"))
    try course.write(solution, to: "elsewhere.swift")
    #expect(other.shows("Passed!"))
  }

  @Test func aResizeDrawsAnew() throws {
    let course = try ToyCourse()
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("not written yet"))
    terminal.resize(columns: 120, rows: 40)
    #expect(terminal.shows { $0.lines[39].hasPrefix("n next") })
    #expect(terminal.screen.lines[0].contains("Exercise 1, Doubling"))
    terminal.resize(columns: 40, rows: 12)
    #expect(terminal.shows { $0.lines[10].hasPrefix("n next") })
    terminal.type("G")
    #expect(terminal.shows("not written yet"))
  }

  @Test func withoutATerminalVerdictsArePrinted() throws {
    let course = try ToyCourse()
    let answer = try course.run("watch", "1")
    #expect(answer.status == 1)
    #expect(answer.output.contains("double(_:) is not written yet"))
    #expect(!answer.output.contains("\u{1B}"))
    // The pipe stays open for a while, and a save comes meanwhile.
    let saved = try course.shell(
      "(sleep 1; cp Solutions/01-double/Exercise.swift Lessons/01-double/; "
        + "sleep 3) | \"$COURSE\" watch 1")
    #expect(saved.status == 0)
    #expect(saved.output.contains("all 3 checks passed"), "\(saved.output)")
  }

  @Test func plainDoesNotTakeTheScreen() throws {
    let course = try ToyCourse()
    let terminal = try course.terminal("watch", "1", "--plain")
    #expect(terminal.shows("not written yet"))
    #expect(!terminal.bytes.contains(0x1B))
    terminal.type("\u{3}")
    #expect(terminal.ended() != nil)
  }
}

/// How many checks of the first exercise the journal has counted.
private func attempts(in course: ToyCourse) -> Int {
  let text = course.read(".course/progress.json") ?? ""
  let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
  let exercises = (object as? [String: Any])?["exercises"] as? [String: Any]
  let exercise = exercises?["double"] as? [String: Any]
  return exercise?["attempts"] as? Int ?? 0
}
