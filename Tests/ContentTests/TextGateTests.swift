import Checks
import Content
import Foundation
import Grading
import Lessons
import Pages
import Testing

@Suite("The text of the lessons")
struct TextGateTests {
  let gate: Gate

  init() throws { gate = try Gate() }

  @Test func everyLessonCanBeRead() {
    #expect(gate.library.problems == [])
    #expect(gate.library.lessons.count >= 4)
  }

  @Test(arguments: ReadLesson.all)
  func cellsPrintWhatTheLessonSays(_ read: ReadLesson) throws {
    let lesson = read.lesson
    let file = "Lessons/\(lesson.directory)/lesson.md"
    let result = try gate.compiler.runCells(of: lesson, lessonFile: file)
    #expect(result.problem == nil, "\(result.problem ?? "")")
    #expect(lesson.cells.filter { $0.output != nil }.count >= 3)
    for (cell, printed) in zip(lesson.cells, result.cells) {
      #expect(cell.name == printed.name)
      guard let output = cell.output else { continue }
      #expect(
        matches(printed.output, output.text, tolerance: output.tolerance),
        """
        \(file):\(output.line): the cell \(cell.name) now prints
        \(printed.output)
        """)
    }
  }

  @Test(arguments: ReadLesson.all)
  func everyFormulaParses(_ read: ReadLesson) {
    let lesson = read.lesson
    #expect(formulaProblems(in: lesson) == [])
  }

  @Test(arguments: ReadLesson.all)
  func whatChecksNameIsThere(_ read: ReadLesson) {
    let lesson = read.lesson
    for check in gate.checks(of: lesson) {
      let sections =
        [check.section] + check.subject.mistakes.map(\.section)
      for anchor in sections.compactMap({ $0 }) {
        #expect(
          lesson.section(anchor: anchor) != nil,
          "\(lesson.directory), \(check.id): no section #\(anchor)")
      }
    }
  }

  @Test func theManifestListsTheFolders() throws {
    let manifest = try gate.text("Package.swift")
    for lesson in gate.library.lessons {
      let name = lesson.directory.dropFirst(3)
      #expect(manifest.contains("name: \"\(name)\""), "\(lesson.directory)")
    }
    let checked = Set(registry.map(\.lesson))
    #expect(Set(gate.library.lessons.map(\.id)) == checked)
  }

  // The starter is what `reset` restores; its declarations are the promise.
  @Test(arguments: ReadLesson.all)
  func theStarterDeclaresWhatIsPromised(_ read: ReadLesson) throws {
    let lesson = read.lesson
    let starter = try gate.text("Lessons/\(lesson.directory)/Starter.swift")
    let words = starter.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    for function in lesson.exercise?.functions ?? [] {
      let declaration = function.declaration
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let compact = { (text: String) in
        text.replacingOccurrences(of: "( ", with: "(")
          .replacingOccurrences(of: " )", with: ")")
      }
      #expect(
        compact(words).contains(compact(declaration) + " {"),
        "\(lesson.directory): \(declaration)")
    }
  }
}

/// A lesson, known to the tests by the name of its folder.
struct ReadLesson: Sendable, CustomTestStringConvertible {
  let lesson: Lesson

  var testDescription: String { lesson.directory }

  static let all = ((try? Gate())?.library.lessons ?? []).map(ReadLesson.init)
}
