import Testing

@testable import Classes

@Suite("Tables and rosters")
struct TableTests {
  @Test(arguments: [
    ("Ada", "Ada"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
    ("a\nb", "\"a\nb\""), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1", "'+1"), ("-x", "'-x"), ("@sum", "'@sum"), ("-1.5", "-1.5"),
    (" =1", "' =1"), ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""),
    ("👩‍💻", "👩‍💻"), ("\u{202E}abc", "\u{202E}abc"), ("＝1", "'＝1"), ("", ""),
    ("a;b", "\"a;b\""),
    // A combining mark makes another character of a comma and a quote, but a
    // spreadsheet still reads the comma and the quote.
    ("a,\u{301}b", "\"a,\u{301}b\""), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ("a\u{2028}b", "\"a\u{2028}b\""),
  ])
  func valuesAreWrittenSafely(_ value: String, _ written: String) {
    #expect(CSV(rows: [[value, "x"]]).text == written + ",x\r\n")
  }

  @Test func whatIsWrittenIsReadBack() {
    let rows = [["id", "name"], ["1", "a,\"b\"\nc"], ["", "é👩‍💻"]]
    #expect(CSV(reading: CSV(rows: rows).text).rows == rows)
    #expect(CSV(reading: "\u{FEFF}id;name\r\n1;x\r\n").rows[1] == ["1", "x"])
  }

  @Test func aRosterFindsStudentsByAnyOfTheirNames() throws {
    let roster = try Roster(
      CSV(
        reading: """
          ID,Name,Email,GitHub
          42,Ada Lovelace,ada@example.org,ada-l
          7,Ben,ben@example.org,ben
          8,Ben,ben2@example.org,
          9,=cmd(),,
          """))
    func found(_ item: String) -> String? {
      roster.student(for: Identity(ofItem: item))?.id
    }
    #expect(found("42") == "42")
    #expect(found("ADA@example.org") == "42")
    #expect(found("Ada Lovelace_5_assignsubmission_file_") == "42")
    #expect(found("ada-l") == "42")
    // Two of one name: neither.
    #expect(found("Ben") == nil)
    #expect(found("nobody") == nil)
  }

  @Test(arguments: [
    ("name\nAda\n", "its first line names no column `id`"),
    ("id\n1\n1\n", "line 3: 1 is there twice"),
    ("id,name\n,Ada\n", "line 2 has no `id`"),
  ])
  func aRosterThatIsNoneIsRefused(_ text: String, _ reason: String) {
    #expect(throws: Refusal(reason)) { try Roster(CSV(reading: text)) }
  }

  @Test(arguments: [
    (0.0, "0"), (26, "26"), (1.5, "1.5"), (2.005, "2.01"), (0.1 + 0.2, "0.3"),
    (19.999, "20"),
  ])
  func numbersAreShort(_ value: Double, _ written: String) {
    #expect(GradeTable.number(value) == written)
  }

  private func result(
    _ id: String, attempt: Int, points: Double
  ) -> SubmissionResult {
    var submission = Submission(hash: "", source: id, bytes: 0)
    submission.attempt = attempt
    var result = SubmissionResult(
      student: Student(id: id, name: id), exercise: 3, lesson: "softmax",
      submission: submission, verdict: points > 0 ? .passed : .failed, seed: 1,
      sandbox: .bubblewrap,
      versions: Versions(course: "", grader: "", toolchain: ""))
    (result.points, result.maxPoints) = (points, 10)
    return result
  }

  @Test(arguments: [
    (ClassRules.Attempts.first, 4.0), (.last, 2.0), (.best, 9.0),
  ])
  func theAttemptThatCountsIsChosen(
    _ rule: ClassRules.Attempts, _ points: Double
  ) throws {
    let results = [
      result("ada", attempt: 2, points: 9),
      result("ada", attempt: 1, points: 4),
      result("ada", attempt: 3, points: 2),
    ]
    #expect(GradeTable.counting(results, rule).map(\.points) == [points])
    var rules = ClassRules()
    rules.attempts = rule
    let roster = try Roster(CSV(reading: "id,name\nada,Ada\nbob,=Bob\n"))
    let table = GradeTable(
      results, exercises: [3], rules: rules, roster: roster)
    #expect(
      table.csv.text.split(separator: "\r\n").dropFirst() == [
        "ada,Ada,,\(GradeTable.number(points)),10,passed,"
          + "\(GradeTable.number(points)),10",
        "bob,'=Bob,,,10,missing,0,10",
      ])
  }

  /// A table that looked complete would be taken for it.
  @Test func whatIsNotGradedYetIsSaid() {
    let gap = ManifestRow(
      student: Student(id: "eve", name: "Eve"), exercise: 3,
      submission: Submission(hash: "", source: "eve.swift", bytes: 0), seed: 1)
    let table = GradeTable(
      [result("ada", attempt: 1, points: 4)], gaps: [gap], exercises: [3],
      rules: ClassRules(), roster: nil)
    #expect(
      table.csv.text.split(separator: "\r\n").dropFirst() == [
        "ada,ada,,4,10,passed,4,10", "eve,Eve,,,10,not_graded,0,10",
      ])
  }
}
