import Classes
import Foundation
import Grading
import Testing

/// Grades cases of the corpus by the built program, as an instructor would.
struct CorpusRun {
  let cases: [CorpusCase]

  /// The outcomes of all cases; those of one exercise with one choice of hidden
  /// checks are graded together.
  func outcomes() throws -> [CorpusOutcome] {
    struct Setting: Hashable {
      var exercise: Int
      var hidden: [String]
    }
    let groups = Dictionary(grouping: cases) {
      Setting(exercise: $0.exercise, hidden: $0.hidden)
    }
    var found: [String: SubmissionResult] = [:]
    for (setting, cases) in groups {
      let folder = try TemporaryFolder()
      for one in cases { try one.make(one.name, in: folder) }
      try grade(folder, exercise: setting.exercise, hidden: setting.hidden)
      found.merge(try results(in: folder.path + "/out")) { $1 }
    }
    return cases.map { CorpusOutcome(corpusCase: $0, result: found[$0.name]) }
  }

  private func grade(
    _ folder: TemporaryFolder, exercise: Int, hidden: [String]
  ) throws {
    var words = [
      "grade", folder.path + "/in", "--exercise", "\(exercise)", "--out",
      folder.path + "/out", "--plain",
    ]
    if !hidden.isEmpty {
      let list = hidden.joined(separator: ", ")
      let rules = try folder.write(
        "exercises:\n  \(exercise):\n    hidden: [\(list)]\n",
        to: "class.yml")
      words += ["--class", rules]
    }
    let run = try course(words, seconds: 3_600)
    #expect(run.exitStatus == 0, "\(run.errors)")
  }

  /// What the submissions left behind: processes, and files outside.
  func leftovers() -> [String] {
    let processes =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let names = processes.compactMap { process -> String? in
      guard Int(process) != nil,
        let name = try? String(
          contentsOfFile: "/proc/\(process)/comm", encoding: .utf8),
        name.hasPrefix("corpus-daemon")
      else { return nil }
      return "process \(process)"
    }
    let files = [
      "/tmp/corpus-escaped.swift", "/tmp/corpus-make", "/tmp/corpus-leak",
      "/dev/shm/corpus-leak",
    ].filter { FileManager.default.fileExists(atPath: $0) }
    return names + files
  }
}

extension CorpusCase {
  /// Makes the submission under a name; `note` follows the code, except in
  /// recipes.
  func make(
    _ name: String, in folder: TemporaryFolder, note: String = ""
  ) throws {
    let text = try Data(contentsOf: URL(filePath: path))
    guard isRecipe else {
      try folder.write(
        Array(text) + Array(note.utf8), to: "in/\(name).swift")
      return
    }
    try FileManager.default.createDirectory(
      atPath: folder.path + "/in", withIntermediateDirectories: true)
    try Recipe(String(decoding: text, as: UTF8.self)).make(
      name, in: folder.path + "/in")
  }
}
