import Checks
import Foundation
import Lessons
import Testing

@Suite("Starters, solutions, alternatives and mistakes")
struct ExerciseGateTests {
  let gate: Gate

  init() throws { gate = try Gate() }

  @Test(arguments: GradedFile.starters)
  func aStarterIsNotWritten(_ file: GradedFile) throws {
    let report = try gate.grade(file.path, as: file.lesson, seed: 1)
    #expect(report.status == .notWritten, "\(report.message)")
    #expect(report.checks.allSatisfy { $0.status == .notWritten })
    #expect(report.points == 0)
  }

  @Test(arguments: GradedFile.solutions)
  func aRightAnswerPasses(_ file: GradedFile) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let report = try gate.grade(file.path, as: file.lesson, seed: seed)
    let failed = report.checks.filter { $0.status != .passed }.map {
      "\($0.id): \($0.message) \($0.counterexample?.arguments ?? "")"
    }
    #expect(
      report.status == .passed,
      "\(file.path), seed \(seed): \(report.message) \(failed)")
    #expect(report.points == report.maxPoints)
  }

  @Test(arguments: GradedFile.mistakes)
  func aMistakeIsCaughtAndNamed(_ file: GradedFile) throws {
    let heading = try file.heading(gate)
    let id = try #require(heading["fails"], "\(file.path):2: say `// fails: …`")
    let mistake = try #require(
      heading["mistake"], "\(file.path):3: say `// mistake: …`")
    let seed = UInt64.random(in: 0...UInt64.max)
    let report = try gate.grade(file.path, as: file.lesson, seed: seed)
    #expect(report.status == .failed, "\(file.path): \(report.message)")
    let check = try #require(report.checks.first { $0.id == id })
    #expect(check.status != .passed, "\(file.path), seed \(seed)")
    #expect(
      check.mistake == (mistake == "none" ? nil : mistake),
      "\(file.path), seed \(seed): \(check.message)")
  }

  @Test func thereAreEnoughOfEach() {
    for lesson in gate.library.lessons where lesson.exercise != nil {
      let solutions = GradedFile.solutions.filter { $0.lesson == lesson }
      let mistakes = GradedFile.mistakes.filter { $0.lesson == lesson }
      #expect(solutions.count >= 3, "\(lesson.directory): alternatives")
      #expect(mistakes.count >= 3, "\(lesson.directory): mistakes")
    }
  }

  @Test func everyPromisedFunctionIsChecked() {
    for lesson in gate.library.lessons {
      let checked = Set(gate.checks(of: lesson).map(\.subject.name))
      for function in lesson.exercise?.functions ?? [] {
        #expect(checked.contains(function.fullName), "\(lesson.directory)")
      }
      let ids = gate.checks(of: lesson).map(\.id)
      #expect(Set(ids).count == ids.count, "\(lesson.directory): \(ids)")
    }
  }
}
