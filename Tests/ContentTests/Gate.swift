import Checks
import Content
import Datasets
import Foundation
import Grading
import Lessons
import Testing

/// What the gate works with: the course as it lies in the repository.
struct Gate: Sendable {
  let root: String
  let library: Library
  let compiler: Compiler

  init() throws {
    root =
      URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    library = try readLessons(in: root + "/Lessons")
    let toolchain = try Toolchain(
      environment: ProcessInfo.processInfo.environment)
    let executable = try FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/self/exe")
    let buildFolder = URL(filePath: executable).deletingLastPathComponent()
      .path
    let cache = try Cache(in: [buildFolder + "/content-cache"])
    compiler = Compiler(
      toolchain: toolchain,
      libraries: try Libraries(
        buildFolder: buildFolder, package: root, toolchain: toolchain,
        cache: cache), cache: cache)
  }

  func checks(of lesson: Lesson) -> [Check] {
    registry.first { $0.lesson == lesson.id }?.checks ?? []
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  func files(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(root)/\(folder)")
    return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  /// Grades a file as `check --file` does: on the solutions of earlier
  /// lessons, and on the sample of the data set.
  func grade(
    _ path: String, as lesson: Lesson, seed: UInt64, only: String? = nil
  ) throws -> Report {
    let exercise = try require(lesson.exercise)
    let earlier = try exercise.buildsOn.map { number in
      let other = try require(library["\(number)"]?.lesson)
      let solution = "Solutions/\(other.directory)/Exercise.swift"
      return Plan(
        number: number, exercise: try require(other.exercise),
        source: Source(path: solution, text: try text(solution)))
    }
    let driver = try? text("Lessons/\(lesson.directory)/Driver.swift")
    let sample = root + "/Data/fashion-mnist-sample"
    var request = GradingRequest(
      plan: Plan(
        number: lesson.number, exercise: exercise,
        source: Source(path: path, text: try text(path)), earlier: earlier,
        driver: driver),
      checks: checks(of: lesson), seed: seed, id: lesson.id,
      data: {
        ClassificationData(
          train: try FashionMNIST(.train, in: sample),
          test: try FashionMNIST(.test, in: sample))
      })
    request.only = only
    return Grader(compiler: compiler).grade(request)
  }
}

struct Missing: Error {}

func require<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Missing() }
  return value
}

/// A Swift file that goes through the grader's pipeline.
struct GradedFile: Sendable, CustomTestStringConvertible {
  let lesson: Lesson
  let path: String

  var testDescription: String { path }

  private static func all(_ files: (Gate, Lesson) -> [String]) -> [GradedFile] {
    guard let gate = try? Gate() else { return [] }
    return gate.library.lessons.flatMap { lesson in
      files(gate, lesson).map { GradedFile(lesson: lesson, path: $0) }
    }
  }

  static let starters = all { _, lesson in
    ["Lessons/\(lesson.directory)/Starter.swift"]
  }

  static let solutions = all { gate, lesson in
    ["Solutions/\(lesson.directory)/Exercise.swift"]
      + gate.files(in: "Solutions/\(lesson.directory)/Alternatives")
  }

  static let mistakes = all { gate, lesson in
    gate.files(in: "Lessons/\(lesson.directory)/Mistakes")
  }

  /// What the first lines of a mistake say of it.
  func heading(_ gate: Gate) throws -> [String: String] {
    var heading: [String: String] = [:]
    for line in try gate.text(path).split(separator: "\n").prefix(3) {
      let parts = line.dropFirst(3).split(separator: ": ", maxSplits: 1)
      if line.hasPrefix("// "), parts.count == 2 {
        heading[String(parts[0])] = String(parts[1])
      }
    }
    return heading
  }
}
