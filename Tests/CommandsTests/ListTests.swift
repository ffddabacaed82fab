import Foundation
import Testing

@Suite("list", .serialized)
struct ListTests {
  @Test func aTerminalShowsLines() throws {
    let course = try ToyCourse()
    try course.solve("01-double")
    _ = try course.run("check", "1")
    let terminal = try course.terminal("list")
    #expect(terminal.ended() == 0)
    #expect(terminal.screen.text.contains("✓ 1  Doubling"))
    #expect(terminal.screen.text.contains("▸ 2  Scaling"))
    #expect(!terminal.screen.isOther)
  }

  @Test func plainIsATable() throws {
    let course = try ToyCourse()
    let terminal = try course.terminal("list", "--plain")
    #expect(terminal.ended() == 0)
    #expect(!terminal.bytes.contains(0x1B))
    #expect(terminal.screen.text.contains("next    1  Doubling"))
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
