import Foundation
import Grading
import Testing

/// A copy of the toy course in a folder of its own, driven as a program.
final class ToyCourse: Sendable {
  let root: String

  /// Where its compiled programs are.
  let cache: String

  /// A copy; its compiled programs are shared with all other copies, unless
  /// they are to be told from theirs.
  init(ownCache: Bool = false) throws {
    root = FileManager.default.temporaryDirectory.path + "/toy-\(UUID())"
    let files = FileManager.default
    try files.createDirectory(
      atPath: root + "/.course", withIntermediateDirectories: true)
    for folder in ["Lessons", "Solutions"] {
      try files.copyItem(
        atPath: "\(testFolder)/../ToyCourse/Course/\(folder)",
        toPath: "\(root)/\(folder)")
    }
    cache =
      ownCache ? root + "/.course/cache" : buildFolder + "/toy-course-cache"
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func path(_ name: String) -> String { "\(root)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Solves the exercises in place.
  func solve(_ folders: String...) throws {
    for folder in folders {
      let solution = try #require(read("Solutions/\(folder)/Exercise.swift"))
      try write(solution, to: "Lessons/\(folder)/Exercise.swift")
    }
  }

  /// Runs the program in the course's folder.
  func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Answer {
    try run(arguments, environment: environment)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Answer {
    try answer(
      of: buildFolder + "/toy-course", arguments, in: root,
      environment: ["COURSE_CACHE": cache].merging(environment) { $1 })
  }

  /// Runs a line of shell in the course's folder; `$COURSE` is the program.
  func shell(
    _ line: String, environment: [String: String] = [:]
  ) throws -> Answer {
    try answer(
      of: "/bin/sh", ["-c", line], in: root,
      environment: [
        "COURSE": buildFolder + "/toy-course", "COURSE_CACHE": cache,
      ].merging(environment) { $1 })
  }
}

/// What a program answered.
struct Answer {
  var status: Int32
  var output: String
  var errors: String

  /// The object that the program printed.
  func json() throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any],
      "\(output)\(errors)")
  }
}

/// The folder of these tests' sources.
let testFolder = URL(filePath: #filePath).deletingLastPathComponent().path

/// Where the products are, this test among them.
///
/// `swift test` has just built the author's program with them; its time says
/// so, or a test would build it again, and wait for `swift test` to end.
let buildFolder: String = {
  let test = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
  let path =
    (try? FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/self/exe")) ?? test?.bundlePath ?? CommandLine.arguments[0]
  let folder = URL(filePath: path).deletingLastPathComponent().path
  try? FileManager.default.setAttributes(
    [.modificationDate: Date()],
    ofItemAtPath: folder + "/toy-course-author")
  return folder
}()

func answer(
  of program: String, _ arguments: [String], in folder: String,
  environment: [String: String]
) throws -> Answer {
  var variables = ProcessInfo.processInfo.environment
  for name in ["COURSE_DATA", "NO_COLOR", "COLUMNS"] { variables[name] = nil }
  variables.merge(environment) { $1 }
  // The shell goes to the folder and becomes the program.
  let command = Command(
    "/bin/sh",
    ["-c", "cd \"$0\" && exec \"$@\" < /dev/null", folder, program]
      + arguments,
    environment: variables)
  let runs = try Grading.run([command], seconds: 120)
  let run = try #require(runs.first)
  try #require(!run.timedOut, "\(program) \(arguments) does not end")
  return Answer(
    status: run.exitStatus ?? -1, output: run.text, errors: run.errors)
}
