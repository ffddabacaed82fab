import Foundation
import Testing

@Suite("list on a terminal", .serialized)
struct ListScreenTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func everyKey(columns: Int, rows: Int) throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    _ = try course.run("check", "1")
    let terminal = try course.terminal("list", columns: columns, rows: rows)
    #expect(terminal.shows("❯ ▸ next     2  Scaling"))
    #expect(terminal.shows("✓ done     1  Doubling"))
    #expect(terminal.shows("all: 2 of 2"))
    terminal.type("d")
    #expect(terminal.shows { !$0.text.contains("Scaling") })
    terminal.type("p")
    #expect(terminal.shows { !$0.text.contains("Doubling") })
    terminal.type("a1")
    #expect(terminal.shows("❯ ✓ done     1  Doubling"))
    for (keys, number) in [
      ("j", 2), ("k", 1), ("\u{1B}[B", 2), ("\u{1B}[A", 1), ("G", 2), ("g", 1),
    ] {
      terminal.type(keys)
      #expect(
        terminal.shows { screen in
          screen.lines.contains {
            $0.hasPrefix("❯") && $0.contains("  \(number)  ")
          }
        }, "\(keys)")
    }
    terminal.type("/scal")
    #expect(terminal.shows("search: scal"))
    #expect(terminal.shows { !$0.text.contains("Doubling") })
    terminal.type("\n\n")
    #expect(terminal.shows("Lesson 2 · Scaling"))
    terminal.type("q")
    #expect(terminal.shows("search: scal"))
    terminal.type("\u{1B}")
    #expect(terminal.shows("Doubling"))
    terminal.type("q")
    #expect(terminal.ended() == 0)
    #expect(!terminal.screen.isOther && terminal.screen.showsCursor)
  }

  @Test func plainIsATable() throws {
    let course = try ToyCourse()
    let terminal = try course.terminal("list", "--plain")
    #expect(terminal.ended() == 0)
    #expect(!terminal.bytes.contains(0x1B))
    #expect(terminal.screen.text.contains("next 1 Doubling"))
  }

  /// Texts are not read, so a thousand lessons are listed at once.
  @Test func aThousandLessons() throws {
    let course = try ToyCourse()
    for number in 3...1_000 {
      let digits = number < 10 ? "0\(number)" : "\(number)"
      let folder = "Lessons/\(digits)-generated"
      try FileManager.default.createDirectory(
        atPath: course.path(folder), withIntermediateDirectories: true)
      try course.write(
        """
        ---
        id: generated-\(number)
        title: Generated \(number)
        summary: A lesson of many.
        minutes: 5
        ---

        # Generated

        Text.

        """, to: folder + "/lesson.md")
    }
    let answer = try course.run("list", "--json")
    #expect(answer.status == 0)
    let lessons = try answer.json()["lessons"] as? [[String: Any]]
    #expect(lessons?.count == 1_000)
    #expect(lessons?.last?["title"] as? String == "Generated 1000")
  }
}
