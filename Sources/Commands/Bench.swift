internal import Checks
internal import Datasets
internal import Grading
internal import Lessons

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension Home {
  /// The compiler with the library that was built beside this program.
  func compiler() throws(GradingError) -> Compiler {
    let cache = try Cache(in: cacheFolders)
    let toolchain = try Toolchain(environment: world.environment)
    let executable = URL(filePath: world.executable).resolvingSymlinksInPath()
    let buildFolder = executable.deletingLastPathComponent()
    let systemModules = "Sources/COpenBLAS"
    let package = folder(above: buildFolder.path, holding: systemModules)
    let libraries = try Libraries(
      buildFolder: buildFolder.path, package: package ?? root,
      toolchain: toolchain, cache: cache)
    return Compiler(
      toolchain: toolchain, libraries: libraries, cache: cache,
      protecting: root)
  }

  /// Where compiled programs may be kept: in the folder that the user names,
  /// or in the course's own, or, where that cannot be written, in the user's.
  ///
  /// Never in a place that somebody else could have made first.
  private var cacheFolders: [String] {
    let environment = world.environment
    if let named = environment["COURSE_CACHE"], !named.isEmpty {
      return [named]
    }
    let home = environment["HOME"].map { $0 + "/.cache" }
    let own = environment["XDG_CACHE_HOME"] ?? home
    return [root + "/.course/cache"]
      + (own.map { ["\($0)/course/programs"] } ?? [])
  }

  /// What is to be compiled for a lesson's exercise.
  ///
  /// `file` stands in for the learner's own; earlier exercises are then the
  /// solutions.
  func plan(for lesson: Lesson, file: String? = nil) throws -> Plan {
    guard let exercise = lesson.exercise else {
      throw CommandFailure(
        .usage, "lesson \(lesson.number) has no exercise to check")
    }
    let path = file ?? exercisePath(of: lesson)
    let source = try source(at: path, isAsked: file != nil, lesson: lesson)
    var earlier: [Plan] = []
    for number in exercise.buildsOn {
      let other = try self.lesson("\(number)")
      let path = file == nil ? exercisePath(of: other) : solutionPath(of: other)
      earlier.append(try plan(for: other, at: path))
    }
    let driver = contents(of: lesson.folder + "/Driver.swift")
    return Plan(
      number: lesson.number, exercise: exercise, source: source,
      earlier: earlier,
      driver: driver.map { String(decoding: $0, as: UTF8.self) })
  }

  private func plan(for lesson: Lesson, at path: String) throws -> Plan {
    guard let exercise = lesson.exercise else {
      throw CommandFailure(
        .environment, "lesson \(lesson.number) has no exercise to build on")
    }
    let source = try source(at: path, isAsked: false, lesson: lesson)
    var plan = Plan(number: lesson.number, exercise: exercise, source: source)
    plan.starter = contents(of: lesson.folder + "/Starter.swift").map {
      String(decoding: $0, as: UTF8.self)
    }
    return plan
  }

  /// Reads a learner's file once; what is not a Swift file is refused.
  private func source(
    at path: String, isAsked: Bool, lesson: Lesson
  ) throws -> Source {
    let shown = relative(path)
    let status: ExitStatus = isAsked ? .usage : .environment
    let most = 1 << 20
    guard FileManager.default.fileExists(atPath: path), !isFolder(path) else {
      let remedy =
        isAsked
        ? "name a Swift file"
        : "bring the starter back with `swift run course reset "
          + "\(lesson.number)`"
      throw CommandFailure(status, "there is no file \(shown); \(remedy)")
    }
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = (attributes?[.size] as? UInt64) ?? 0
    guard size <= most else {
      throw CommandFailure(
        status, "\(shown) has \(size >> 20) MiB; an exercise has at most 1")
    }
    guard let data = contents(of: path) else {
      throw CommandFailure(
        status, "\(shown) cannot be read; is it yours to read?")
    }
    guard let text = String(bytes: data, encoding: .utf8), !data.contains(0)
    else {
      throw CommandFailure(
        status, "\(shown) is not text in UTF-8; name a Swift file")
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw CommandFailure(
        status,
        "\(shown) is empty; bring the starter back with `swift run course "
          + "reset \(lesson.number)`")
    }
    return Source(path: shown, text: text)
  }

  func contents(of path: String) -> Data? {
    FileManager.default.contents(atPath: path)
  }
}
