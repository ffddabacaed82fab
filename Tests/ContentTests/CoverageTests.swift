import Audits
import Foundation
import Lessons
import Testing

/// The ledger, broken on a copy: `verify` has to say which line.
@Suite("What the course promises to teach")
struct CoverageTests {
  let copy: LessonCopy

  init() throws { copy = try LessonCopy("03-softmax") }

  private let file = "Lessons/coverage.json"

  /// Replaces the ledger, and gives what is found in all lessons and what
  /// concerns each of two.
  private func findings(
    items: String
  ) throws -> (all: [Finding], third: [Finding], fourth: [Finding]) {
    try copy.write(
      "{ \"provenance\": \"a test\",\n  \"items\": [\n\(items)\n] }", to: file)
    let course = try Gate().course(at: copy.root)
    return (
      course.coverageFindings(),
      course.coverageFindings(of: course.library["3"]?.lesson),
      course.coverageFindings(of: course.library["4"]?.lesson)
    )
  }

  @Test(arguments: [
    "softmax#when-exponentials-overfly", "softmax#", "softmax#Your-turn",
    "softmax cell=sum", "softmax cell=square", "softmax quiz=sums",
    "softmax quiz=squares", "softmax figure=net", "softmax figure=",
    "softmax figure=moving-score.svg", "softmax derivation=shiftInvariance",
    "softmax cell sums", "softmax", "03-softmax#your-turn",
    "3 cell=sums", "softmax#your-turn ",
  ])
  func aPlaceThatIsNotThere(_ place: String) throws {
    // The first item's title is the same words.
    let found = try findings(
      items: """
        { "id": "A1", "must": true, "title": "\(place)",
          "places": ["softmax#softmax"] },
        { "id": "A2", "must": true, "title": "sums",
          "places": [
            "softmax cell=sums", "softmax quiz=odds", "softmax#your-turn",
            "softmax figure=moving-score", "\(place)"] },
        { "id": "A3", "must": false, "title": "more" }
        """)
    #expect(
      found.all == [
        Finding(
          file, 8, "A2, sums: the place `\(place)` does not exist",
          "name a section, as in softmax#your-turn, or a cell, quiz or figure, "
            + "as in softmax cell=sums")
      ])
    #expect(found.third == found.all)
    #expect(found.fourth == [])
  }

  @Test(arguments: ["softmx#your-turn", "13 cell=sums", "", "#your-turn"])
  func aPlaceInALessonThatIsNotThere(_ place: String) throws {
    let found = try findings(
      items: """
        { "id": "A1", "must": false, "title": "sums", "places": ["\(place)"] }
        """)
    #expect(found.all.map(\.path) == [file] && found.all.map(\.line) == [3])
    #expect(
      found.all.map(\.problem) == [
        "A1, sums: the place `\(place)` does not exist"
      ])
    #expect(found.third == [] && found.fourth == [])
  }

  @Test(arguments: [
    "", #", "places": []"#, #", "place": ["softmax#softmax"]"#,
  ])
  func aMustWithoutAPlace(_ places: String) throws {
    let found = try findings(
      items: """
        { "id": "A1", "must": false, "title": "more"\(places) },
        { "id": "A2", "must": true, "title": "sums"\(places) }
        """)
    #expect(
      found.all == [
        Finding(
          file, 4, "no place teaches A2, sums",
          "teach it, and name the section, cell, quiz or figure under places")
      ])
    #expect(found.third == [] && found.fourth == [])
  }

  /// What the course's own list names, renamed in the lesson.
  @Test(arguments: [
    ("## What softmax keeps", "## What it keeps", ["C19", "C20"]),
    ("cell=sums", "cell=totals", ["A11"]),
    ("id: temperature", "id: warmth", ["C21"]),
  ])
  func whatTheLessonNoLongerHas(
    _ words: String, _ others: String, _ items: [String]
  ) throws {
    try copy.change(words, to: others)
    let course = try Gate().course(at: copy.root)
    let found = course.coverageFindings()
    #expect(course.coverageFindings(of: course.library["3"]?.lesson) == found)
    let ledger = try copy.text(file).split(
      separator: "\n", omittingEmptySubsequences: false)
    // The line above that of the places is the item's.
    let named = found.map { ledger[$0.line - 2] }
    #expect(named.count == items.count)
    for (line, item) in zip(named, items) {
      #expect(line.contains("\"id\": \"\(item)\""))
    }
  }

  @Test func aLedgerThatCannotBeRead() throws {
    let found = try findings(items: "{")
    #expect(found.all.map(\.line) == [1] && found.third == found.all)
    #expect(found.all.first?.problem.hasPrefix("cannot read this file") == true)
  }
}
