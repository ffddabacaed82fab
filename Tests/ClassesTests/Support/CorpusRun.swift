import Classes
import Foundation

/// Grades cases of the corpus by the built program, as an instructor would.
struct CorpusRun {
  let cases: [CorpusCase]
  private let folder: String

  init(_ cases: [CorpusCase]) throws {
    self.cases = cases
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "corpus-\(UInt64.random(in: 0...UInt64.max))").path
  }

  /// The outcomes of all cases; those of one exercise with one choice of hidden
  /// checks are graded together.
  func outcomes() throws -> [CorpusOutcome] {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    struct Setting: Hashable {
      var exercise: Int
      var hidden: [String]
    }
    let groups = Dictionary(grouping: cases) {
      Setting(exercise: $0.exercise, hidden: $0.hidden)
    }
    var results: [String: SubmissionResult] = [:]
    for (number, group) in groups.enumerated() {
      let part = "\(folder)/\(number)"
      for one in group.value { try make(one, in: part + "/in") }
      try grade(
        part + "/in", exercise: group.key.exercise, hidden: group.key.hidden,
        to: part + "/out")
      for result in try read(part + "/out") {
        results[result.student.id] = result
      }
    }
    return cases.map { CorpusOutcome(corpusCase: $0, result: results[$0.name]) }
  }

  private func make(_ one: CorpusCase, in folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    if one.isRecipe {
      let text = try String(contentsOfFile: one.path, encoding: .utf8)
      try Recipe(text).make(one.name, in: folder)
    } else {
      try FileManager.default.copyItem(
        atPath: one.path, toPath: "\(folder)/\(one.name).swift")
    }
  }

  private func grade(
    _ submissions: String, exercise: Int, hidden: [String], to out: String
  ) throws {
    var arguments = [
      "grade", submissions, "--exercise", "\(exercise)", "--out", out,
    ]
    if !hidden.isEmpty {
      let settings = submissions + ".yml"
      let list = hidden.joined(separator: ", ")
      try """
      exercises:
        \(exercise):
          hidden: [\(list)]

      """.write(toFile: settings, atomically: true, encoding: .utf8)
      arguments += ["--class", settings]
    }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = checkout
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  private func read(_ out: String) throws -> [SubmissionResult] {
    let files = FileManager.default.enumerator(atPath: out)
    let paths = (files?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".json") }
    return paths.compactMap { path in
      let data =
        FileManager.default.contents(atPath: "\(out)/\(path)") ?? Data()
      return try? JSONDecoder().decode(SubmissionResult.self, from: data)
    }
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

private let checkout = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// `course-class`, as it was built with the tests.
private let program: URL = {
  let environment = ProcessInfo.processInfo.environment
  return environment["COURSE_CLASS"].map { URL(filePath: $0) }
    ?? checkout.appending(path: ".build/debug/course-class")
}()

/// Whether there is a sandbox to grade in.
let canGrade = ["/usr/bin/bwrap", "/bin/bwrap"].contains {
  FileManager.default.isExecutableFile(atPath: $0)
}
