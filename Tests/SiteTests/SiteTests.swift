import Foundation
import Lessons
import Maths
import Testing

@testable import Site

/// The root of the repository.
let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path

@Suite("The site")
struct SiteTests {
  private func site() throws -> Site {
    Site(
      lessons: try readLessons(in: root + "/Lessons").lessons,
      reference: try LibraryReference(root: root)
    ) { lesson, path in
      try? String(contentsOfFile: "\(lesson.folder)/\(path)", encoding: .utf8)
    }
  }

  @Test func thereIsAPageForEachLesson() throws {
    let site = try site()
    let paths = site.files.map(\.path)
    #expect(Set(paths).count == paths.count)
    for lesson in site.lessons {
      #expect(paths.contains("\(lesson.directory).html"))
    }
    #expect(paths.contains("index.html") && paths.contains("reference.html"))
  }

  @Test func theSameCourseGivesTheSameBytes() throws {
    #expect(try site().files == (try site().files))
  }

  /// Every page is read by a parser that this package did not write.
  @Test func everyPageIsWellFormed() throws {
    for file in try site().files where file.path.hasSuffix(".html") {
      #expect(file.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      let parser = try Reading(page: file.text)
      #expect(!parser.ids.contains { $0.isEmpty || $0.contains(" ") })
      #expect(parser.problem == nil, "\(file.path): \(parser.problem ?? "")")
      #expect(parser.repeatedIDs == [], "\(file.path)")
      #expect(parser.headings.count { $0 == 1 } == 1, "\(file.path)")
      for (one, next) in zip(parser.headings, parser.headings.dropFirst()) {
        #expect(next <= one + 1, "\(file.path): h\(next) follows h\(one)")
      }
    }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let files = try site().files
    var ids: [String: Set<String>] = [:]
    var links: [(from: String, to: String)] = []
    for file in files where file.path.hasSuffix(".html") {
      let page = try Reading(page: file.text)
      ids[file.path] = page.ids
      links += page.links.map { (file.path, $0) }
    }
    let others = Set(files.map(\.path))
    for link in links where !link.to.contains("://") && link.to != "data:," {
      let parts = link.to.split(
        separator: "#", omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? link.from : String(parts[0])
      #expect(others.contains(target), "\(link)")
      if parts.count > 1 {
        #expect(ids[target]?.contains(String(parts[1])) == true, "\(link)")
      }
    }
    #expect(links.count > 100)
  }

  @Test func whatALessonSaysCannotBreakThePage() throws {
    let lesson = try Lesson(
      text: """
        ---
        id: x
        title: A <script>alert(1)</script> & more
        summary: X.
        minutes: 5
        ---

        # A

        Text with `<b>` and "quotes" <i onclick="x">and</i> tags, and
        [a link](https://example.com/"><script>) and [another](javascript:1).

        ```swift cell=a
        print("<script>")
        ```

        ```output
        </samp><script>
        ```
        """, folder: "/x/03-x")
    let site = Site(
      lessons: [lesson], reference: try LibraryReference(root: root)
    ) { _, _ in nil }
    let page = try #require(site.files.first { $0.path == "03-x.html" })
    #expect(try Reading(page: page.text).problem == nil)
    let scripts = page.text.components(separatedBy: "<script").count - 1
    #expect(scripts == 1, "only the page's own")
    #expect(!page.text.contains("onclick=\"x\""))
    #expect(!page.text.contains("javascript:"))
  }
}
