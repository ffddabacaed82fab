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

  @Test func aNewLessonIsMadeAndSaysWhatIsUnfilled() throws {
    let course = try ToyCourse()
    let made = try course.run("new", "k-means", "--number", "7")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("name: \"k-means\""))
    let verified = try course.run("verify", "7", "--quick")
    #expect(verified.status == 1, "\(verified.errors)")
    #expect(verified.output.contains("Lessons/07-k-means/lesson.md:3: here is"))
    let again = try course.run("new", "k-means")
    #expect(again.status == 2)
    #expect(try course.run("new", "K Means").status == 2)
  }
}
