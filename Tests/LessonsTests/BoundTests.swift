import Foundation
import Testing

@testable import Lessons

@Suite("YAML is bounded")
struct BoundTests {
  private func problem(_ yaml: String) -> LessonError? {
    do throws(LessonError) {
      _ = try YAML(parsing: yaml, file: "lesson.md", firstLine: 2)
      return nil
    } catch {
      return error
    }
  }

  /// Nine levels of nine: 9^9 texts from a few hundred bytes.
  private func bomb(_ last: String) -> String {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let names = Array(repeating: "*a\(level - 1)", count: 9)
      lines.append("a\(level): &a\(level) [\(names.joined(separator: ", "))]")
    }
    return (lines + [last]).joined(separator: "\n")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["", "? *a9\n: key", "{ *a9 : 1 }", "[*a9]: 1"])
  func aliasesAreRefusedAtOnce(last: String) throws {
    let start = ContinuousClock.now
    let error = try #require(problem(bomb(last)))
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(error.line == 3)
    #expect(error.problem.contains("alias"))
  }

  @Test(
    arguments: [
      "id: &x one\ntitle: *x", "- &a [1]\n- *a", "{a: &b 1, c: *b}",
      "a: &b 1\nc:\n- *b", "? &k key\n: *k", "a: &b-c_1 x\nd: *b-c_1",
    ])
  func everyFormOfAnAliasIsSeen(_ yaml: String) {
    #expect(problem(yaml)?.problem.contains("alias") == true)
  }

  @Test(
    arguments: [
      "ask: What does *this* mean?", "ask: \"2 * x & y\"",
      "ask: |\n  * item\n  *strong* & co", "ask: R&D and 2*D",
      "ask: a && b", "ask: $`w_{ij} \\\\& x*y`$",
    ])
  func runningTextIsNot(_ yaml: String) {
    #expect(problem(yaml) == nil)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "[", count: 990) + String(repeating: "]", count: 990),
      String(repeating: "- ", count: 30_000) + "x",
      String(repeating: "[", count: 60_000),
      String(repeating: "{a: ", count: 900) + "1"
        + String(repeating: "}", count: 900),
      "a: " + String(repeating: "x", count: 70_000),
    ])
  func depthAndSizeAreBounded(_ yaml: String) throws {
    let start = ContinuousClock.now
    _ = try #require(problem(yaml))
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test(arguments: ["\r\n", "\r"])
  func otherLineEndsReadAlike(_ ending: String) throws {
    let text = """
      ---
      id: double
      title: Doubling
      summary: Twice a number.
      minutes: 5
      ---

      # Doubling

      ```swift cell=twice
      print(1)
      print(2)
      ```

      ```output
      1
      2
      ```

      ```quiz
      id: q
      ask: How many?
      kind: number
      answer: 2
      because: It is so.
      ```

      """
    let other = text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: ending)
    let folder = "/nowhere/01-double"
    let expected = try Lesson(text: text, folder: folder)
    #expect(expected.cells.count == 1)
    #expect(try Lesson(text: other, folder: folder) == expected)
    #expect(try Lesson(text: "\u{FEFF}" + other, folder: folder) == expected)
  }
}
