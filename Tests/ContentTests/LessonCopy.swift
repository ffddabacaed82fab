import Audits
import Checks
import Content
import Foundation
import Lessons
import Testing

/// The lessons in a folder of their own, where one of them can be broken.
final class LessonCopy: Sendable {
  let root: String
  let lessonFile: String
  private let directory: String

  init(_ directory: String, isWhole: Bool = false) throws {
    self.directory = directory
    lessonFile = "Lessons/\(directory)/lesson.md"
    root = FileManager.default.temporaryDirectory.path + "/gate-\(UUID())"
    let original = try Gate().course.root
    // The mistakes of other lessons are most of the files, and seldom looked at.
    let files = FileManager.default
    try files.createDirectory(
      atPath: root + "/Lessons", withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: original + "/Lessons") {
      let (from, to) = (
        "\(original)/Lessons/\(name)", root + "/Lessons/\(name)"
      )
      let isAnother =
        name != directory && files.fileExists(atPath: from + "/lesson.md")
      guard isAnother, !isWhole else {
        try files.copyItem(atPath: from, toPath: to)
        continue
      }
      try files.createDirectory(
        atPath: to, withIntermediateDirectories: false)
      for part in try files.contentsOfDirectory(atPath: from)
      where part != "Mistakes" {
        try files.copyItem(atPath: "\(from)/\(part)", toPath: "\(to)/\(part)")
      }
    }
    for name in ["Solutions", "Package.swift"] {
      try files.copyItem(
        atPath: "\(original)/\(name)", toPath: "\(root)/\(name)")
    }
    // Cells read the pictures there.
    try files.createSymbolicLink(
      atPath: root + "/Data", withDestinationPath: original + "/Data")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(root)/\(path)"))
  }

  /// Changes the first such words in the lesson's text.
  func change(_ words: String, to others: String) throws {
    let text = try text(lessonFile)
    let range = try #require(text.firstRange(of: words), "no \(words)")
    try write(
      text.replacingCharacters(in: range, with: others), to: lessonFile)
  }

  func findings(
    replacing words: String? = nil, by others: String = "",
    registry: [ExerciseChecks] = registry
  ) throws -> [Finding] {
    if let words { try change(words, to: others) }
    let course = try Gate().course(at: root, registry: registry)
    #expect(course.library.problems == [])
    let lesson = try #require(
      course.library.lessons.first { $0.directory == directory })
    return try course.textFindings(in: lesson, seed: 1)
  }

  /// Breaks the text, and wants a finding with these words at the place that
  /// was broken, or at that of other words.
  func expect(
    _ problem: String, replacing words: String, by others: String,
    in path: String? = nil, atLineOf place: String? = nil, offset: Int = 0,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let findings = try findings(replacing: words, by: others)
    let path = path ?? lessonFile
    let lines = try text(path).split(
      separator: "\n", omittingEmptySubsequences: false)
    let index = try #require(
      lines.firstIndex { $0.contains(place ?? others) },
      sourceLocation: location)
    let found = findings.filter { $0.problem.contains(problem) }
    #expect(
      found.contains { $0.path == path && $0.line == index + 1 + offset },
      "line \(index + 1 + offset): \(findings)", sourceLocation: location)
    #expect(
      findings.allSatisfy { !$0.remedy.isEmpty }, sourceLocation: location)
  }
}
