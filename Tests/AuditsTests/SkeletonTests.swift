import Lessons
import Testing

@testable import Audits

@Suite("The skeleton of a lesson")
struct SkeletonTests {
  @Test func itsTextIsALesson() throws {
    let skeleton = Skeleton(name: "k-means", number: 11)
    let file = try #require(
      skeleton.files.first { $0.path.hasSuffix("lesson.md") })
    let lesson = try Lesson(
      text: file.text, folder: "Lessons/\(skeleton.directory)")
    #expect(lesson.id == "k-means")
    #expect(lesson.exercise?.functions.map(\.fullName) == ["kMeans(_:)"])
    #expect(skeleton.files.contains { $0.path.hasSuffix("KMeansChecks.swift") })
  }
}
