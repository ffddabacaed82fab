import Foundation
import Testing

@testable import Lessons

@Suite("Headings")
struct HeadingTests {
  private let lessons =
    URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Lessons").standardized.path

  @Test func headingsAreTheHeadsOfTheLessons() throws {
    let library = try readLessons(in: lessons)
    let (headings, _) = try readLessonHeadings(in: lessons)
    for lesson in library.lessons {
      let heading = try #require(
        headings.first { $0.number == lesson.number })
      #expect(
        heading
          == LessonHeading(
            number: lesson.number, id: lesson.id, title: lesson.title,
            summary: lesson.summary, minutes: lesson.minutes,
            hasExercise: lesson.exercise != nil))
    }
  }

  private func quick(_ title: String) -> String? {
    QuickFrontMatter(
      """
      id: one
      title: \(title)
      summary: Words, and more: words
      minutes: 5

      """.replacing("more: words", with: "more words"))?.title
  }

  @Test func plainWordsAreReadAtOnce() {
    #expect(quick("Softmax") == "Softmax")
    #expect(quick("数据 and more, here") == "数据 and more, here")
  }

  @Test(arguments: [
    "'quoted'", "\"quoted\"", "> folded", "| kept", "a: b", "words # remark",
    "[a, b]", "{ a: b }", "&anchor x", "", "words ",
  ])
  func whatYAMLReadsOtherwiseIsLeftToIt(title: String) {
    #expect(quick(title) == nil)
  }

  @Test func anotherLinesKeyTwiceOrNoKeyIsLeftToIt() {
    #expect(QuickFrontMatter("id: a\nid: b\n") == nil)
    #expect(QuickFrontMatter("id: a\ntitle\n") == nil)
  }
}
