import Foundation
import Testing

@testable import Lessons

/// Lessons in folders of their own, read from the disk.
struct LibraryTests {
  @Test func oneBrokenLessonDoesNotStopTheOthers() throws {
    let folder = try Folder()
    defer { folder.remove() }
    try folder.write("02-b", "---\n\(soundFront)\n---\n# B\n")
    try folder.write("10-d", "---\nid: d\n---\n")
    try folder.write("01-a", "no front matter")
    try folder.write("03-c", "---\n\(soundFront)\n---\n# C\n")
    try folder.write("notes", "anything")
    let library = try readLessons(in: folder.path)
    #expect(library.entries.map(\.number) == [1, 2, 3, 10])
    #expect(library.lessons.map(\.directory) == ["02-b"])
    #expect(
      library.problems.map { "\($0.file):\($0.line)" } == [
        "\(folder.path)/01-a/lesson.md:1", "\(folder.path)/03-c/lesson.md:1",
        "\(folder.path)/10-d/lesson.md:2",
      ])
    #expect(library["2"]?.lesson?.id == "softmax")
    #expect(library["softmax"]?.number == 2)
    #expect(library["10-d"]?.number == 10)
    #expect(library["d"]?.number == 10)
    #expect(library["99"] == nil)
    #expect(library["nothing"] == nil)
  }

  @Test func aMissingFolderIsAMistake() {
    #expect(throws: LessonError.self) { try readLessons(in: "/no/such") }
    #expect(throws: LessonError.self) {
      try readLesson(folder: "/no/such/01-a")
    }
  }

  @Test func aTranslationIsReadBesideTheLesson() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let text = "---\n\(soundFront)\n---\n# 软最大值\n"
    try folder.write("03-c", text, name: "lesson.zh.md")
    let lesson = try readLesson(
      folder: "\(folder.path)/03-c", language: "zh")
    #expect(lesson.sections.first?.title == "软最大值")
  }

  @Test func bytesThatAreNotTextAreToldWithTheirLine() throws {
    let folder = try Folder()
    defer { folder.remove() }
    let bytes = Data("---\nid: a\n".utf8) + [0xFF, 0xFE, 0x0A]
    try folder.write("03-c", bytes)
    #expect {
      try readLesson(folder: "\(folder.path)/03-c")
    } throws: {
      ($0 as? LessonError)?.line == 3
    }
  }
}

/// A folder of its own for one test.
private struct Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "lessons-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  func write(
    _ lesson: String, _ text: String, name: String = "lesson.md"
  ) throws {
    try write(lesson, Data(text.utf8), name: name)
  }

  func write(
    _ lesson: String, _ bytes: Data, name: String = "lesson.md"
  ) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(lesson)", withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: "\(path)/\(lesson)/\(name)"))
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
