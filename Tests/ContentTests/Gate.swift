import Audits
import Checks
import Content
import Datasets
import Foundation
import Grading
import Lessons
import Plots
import Testing

/// The course as it lies in the repository, with its compiler.
struct Gate: Sendable {
  let course: AuditedCourse

  init() throws { course = try gate.get() }

  /// The same course with other files under `root`, or other registrations.
  func course(
    at root: String, registry: [ExerciseChecks] = registry
  ) throws -> AuditedCourse {
    try AuditedCourse(
      root: root, library: readLessons(in: root + "/Lessons"),
      registry: registry, figures: figures, compiler: course.compiler,
      data: sample)
  }

  static let lessons = (try? gate.get())?.library.lessons.map(Named.init) ?? []

  static let files: [GradedFile] = lessons.flatMap { named in
    (try? gate.get())?.files(of: named.lesson) ?? []
  }
}

private let repository = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

private let gate = Result { () throws -> AuditedCourse in
  let toolchain = try Toolchain(
    environment: ProcessInfo.processInfo.environment)
  let executable = try FileManager.default.destinationOfSymbolicLink(
    atPath: "/proc/self/exe")
  let buildFolder = URL(filePath: executable).deletingLastPathComponent().path
  let cache = try Cache(in: [buildFolder + "/content-cache"])
  let compiler = Compiler(
    toolchain: toolchain,
    libraries: try Libraries(
      buildFolder: buildFolder, package: repository, toolchain: toolchain,
      cache: cache), cache: cache, protecting: repository)
  return AuditedCourse(
    root: repository, library: try readLessons(in: repository + "/Lessons"),
    registry: registry, figures: figures, compiler: compiler, data: sample)
}

/// What the course is verified with is the same everywhere.
@Sendable private func sample() throws -> ClassificationData {
  let folder = repository + "/Data/fashion-mnist-sample"
  return ClassificationData(
    train: try FashionMNIST(.train, in: folder),
    test: try FashionMNIST(.test, in: folder), folder: folder)
}

/// A lesson, known to the tests by the name of its folder.
struct Named: Sendable, CustomTestStringConvertible {
  let lesson: Lesson

  var testDescription: String { lesson.directory }
}
