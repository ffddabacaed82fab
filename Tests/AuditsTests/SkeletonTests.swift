import Foundation
import Lessons
import Testing

@testable import Audits

@Suite("The skeleton of a lesson")
struct SkeletonTests {
  @Test func itsTextIsALesson() throws {
    let skeleton = Skeleton(name: "k-means", number: 11)
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let files = try skeleton.files(in: root.path)
    let file = try #require(
      files.first { $0.path == "Lessons/11-k-means/lesson.md" })
    let lesson = try Lesson(
      text: file.text, folder: "Lessons/\(skeleton.directory)")
    #expect(lesson.id == "k-means")
    #expect(lesson.exercise?.functions.map(\.fullName) == ["kMeans(_:)"])
    #expect(files.contains { $0.path.hasSuffix("Checks/KMeansChecks.swift") })
    #expect(files.contains { $0.path == "Solutions/11-k-means/Exercise.swift" })
    for name in ["YourLesson", "yourLesson", "your-lesson"] {
      #expect(!files.contains { ($0.path + $0.text).contains(name) })
    }
  }

  @Test(arguments: [
    ("class", true), ("init", true), ("self", true), ("not-written", true),
    ("k-means", false), ("classes", false), ("file-private", false),
  ])
  func wordsOfSwiftAreRefused(_ name: String, _ isRefused: Bool) {
    let refusal = Skeleton(name: name, number: 11).refusal
    #expect((refusal != nil) == isRefused)
    #expect(refusal?.contains("use two words, as in \(name)-model") != false)
  }
}
