import Classes
import Foundation
import Grading
import Testing

/// The folder of the course.
let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// Where the products are, this test among them.
let buildFolder: String = {
  let test = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
  let path =
    (try? FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/self/exe")) ?? test?.bundlePath ?? CommandLine.arguments[0]
  return URL(filePath: path).deletingLastPathComponent().path
}()

/// The program to test; `.ci/run` builds one with a gradebook and sets
/// `COURSE_CLASS`.
let courseClass =
  ProcessInfo.processInfo.environment["COURSE_CLASS"]
  ?? buildFolder + "/course-class"
let hasGradebook = ProcessInfo.processInfo.environment["COURSE_CLASS"] != nil

/// A folder that is removed with what is in it.
final class TemporaryFolder: Sendable {
  let path =
    FileManager.default.temporaryDirectory
    .resolvingSymlinksInPath().path + "/classes-\(UUID())"

  init() throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders above it.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let place = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
    return place.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func names(in name: String) -> [String] {
    let found = try? FileManager.default.contentsOfDirectory(
      atPath: "\(path)/\(name)")
    return (found ?? []).sorted()
  }
}

/// Runs a line of shell.
@discardableResult
func shell(
  _ line: String, _ words: String..., seconds: Double = 300,
  environment: [String: String] = [:]
) throws -> Run {
  var variables = ProcessInfo.processInfo.environment
  variables["COURSE_CACHE"] = buildFolder + "/class-test-cache"
  variables.merge(environment) { $1 }
  return try #require(
    try Grading.run(
      [Command("/bin/sh", ["-c", line, "sh"] + words, environment: variables)],
      seconds: seconds
    ).first)
}

/// Runs `course-class` in the course's folder.
func course(
  _ words: String..., environment: [String: String] = [:]
) throws -> Run {
  try course(words, environment: environment)
}

func course(
  _ words: [String], environment: [String: String] = [:],
  seconds: Double = 600
) throws -> Run {
  var variables = ProcessInfo.processInfo.environment
  variables["COURSE_CACHE"] = buildFolder + "/class-test-cache"
  variables.merge(environment) { $1 }
  let line = "cd \"$1\" && shift && exec \"$@\" </dev/null"
  let command = Command(
    "/bin/sh",
    ["-c", line, "sh", packageFolder, courseClass] + words,
    environment: variables)
  return try #require(try Grading.run([command], seconds: seconds).first)
}

/// The model answer of an exercise.
func solution(_ folder: String = "03-softmax") throws -> String {
  try String(
    contentsOfFile: "\(packageFolder)/Solutions/\(folder)/Exercise.swift",
    encoding: .utf8)
}

/// The results in a folder, by student.
func results(in folder: String) throws -> [String: SubmissionResult] {
  let names = try FileManager.default.contentsOfDirectory(
    atPath: folder + "/results")
  var found: [String: SubmissionResult] = [:]
  for name in names where name.hasSuffix(".json") {
    let data = try Data(contentsOf: URL(filePath: "\(folder)/results/\(name)"))
    let result = try JSONDecoder().decode(SubmissionResult.self, from: data)
    found[result.student.id] = result
  }
  return found
}

extension Trait where Self == ConditionTrait {
  /// Skips what needs bubblewrap, and minutes, and says so; `.ci/run` installs it
  /// first.
  static var needsBubblewrap: Self {
    .enabled(
      if: finds("bwrap") && hasGradebook,
      """
      needs bubblewrap (./bootstrap --class), and a course-class built with \
      --traits Class whose path is in COURSE_CLASS, as .ci/run has it
      """)
  }
}

/// Whether a program is on the PATH.
func finds(_ program: String) -> Bool {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  return path.split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
  }
}
