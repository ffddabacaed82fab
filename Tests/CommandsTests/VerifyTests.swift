import Foundation
import Testing

@Suite("verify and new, as programs")
struct VerifyTests {
  @Test func findingsAreLinesWithAPlaceAndARemedy() throws {
    let course = try ToyCourse()
    let answer = try course.run("verify", "double", "--quick", "--seed", "4")
    #expect(answer.status == 1, "\(answer.errors)")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.last?.hasSuffix("findings, seed 4.") == true)
    for line in lines.dropLast() {
      #expect(line.contains(#/^[\w\/.-]+:\d+: .+; .+$/#), "\(line)")
    }
  }

  @Test(arguments: [["verify", "1", "--quick"], ["verify", "--quick"]])
  func aLessonThatCannotBeReadIsOneFinding(_ words: [String]) throws {
    let course = try ToyCourse()
    let file = "Lessons/01-double/lesson.md"
    let text = try #require(course.read(file))
    try course.write(
      text.replacing("= twice[0] -->", with: "= thrice[0] -->"), to: file)
    let answer = try course.run(words)
    #expect(answer.status == 1, "\(answer.errors)")
    let all = (answer.output + answer.errors).split(separator: "\n")
    let lines = all.filter { $0.contains("no cell of this lesson") }
    #expect(lines.count == 1 && lines[0].hasPrefix("\(file):17: "), "\(all)")
    #expect(!all.contains { $0.contains("there is no lesson") })
    // Lesson 2 builds on it.
    #expect(!answer.output.contains("02-scale"), "\(answer.output)")
  }

  @Test func aNewLessonIsMadeAndSaysWhatIsUnfilled() throws {
    let course = try ToyCourse()
    let template = "Lessons/.template"
    try FileManager.default.copyItem(
      atPath: "\(testFolder)/../../\(template)", toPath: course.path(template))
    let made = try course.run("new", "k-means", "--number", "7")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("(\"07-k-means\", [])"))
    let verified = try course.run("verify", "7", "--quick")
    #expect(verified.status == 1, "\(verified.errors)")
    #expect(verified.output.contains("Lessons/07-k-means/lesson.md:3: this is"))
    let again = try course.run("new", "k-means")
    #expect(again.status == 2)
    #expect(try course.run("new", "K Means").status == 2)
    let word = try course.run("new", "class")
    #expect(word.status == 2 && word.errors.contains("as in class-model"))
    #expect(verified.output.contains("Mistakes/Unchanged.swift:6: this is"))
    #expect(
      verified.output.contains("Another.swift:1: its code duplicates Solu"))
  }
}
