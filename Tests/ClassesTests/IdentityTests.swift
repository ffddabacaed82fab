import Foundation
import Testing

@testable import Classes

@Suite("Whose a submission is, and when it came")
struct IdentityTests {
  @Test func attemptsAreCountedAndLatenessTakesPointsAway() throws {
    let folder = try TemporaryFolder()
    for name in [
      "lovelaceada_12_345_Exercise.swift",
      "hoppergrace_LATE_7_9_Exercise.swift",
      "lovelaceada_12_346_Exercise-1.swift",
      "lovelaceada_12_347_Exercise-10.swift",
      "lovelaceada_12_348_Exercise-2.swift",
      "Noether Emmy_99_assignsubmission_file_/Exercise.swift",
    ] { try folder.write(name, to: name) }
    let rules = try quarterADay()
    let rows = try taken(folder, rules: rules)
    #expect(
      rows.map {
        "\($0.student.id) \($0.student.name) \($0.submission.attempt)"
      }
        == [
          "12 lovelaceada 1", "12 lovelaceada 2", "12 lovelaceada 3",
          "12 lovelaceada 4", "7 hoppergrace 1", "99 Noether Emmy 1",
        ])
    #expect(rows[3].submission.source == "lovelaceada_12_347_Exercise-10.swift")
    #expect(rows.map(\.penalty) == [0, 0, 0, 0, 0.25, 0])
    #expect(Set(rows.map(\.seed)).count == rows.count)
  }

  /// The first of a student's files has no number at Canvas, and the folder
  /// may hold it behind many others.
  @Test func aResubmissionIsLaterWhereverItIs() throws {
    let folder = try TemporaryFolder()
    for number in 10..<40 {
      try folder.write("x", to: "a\(number)_\(number)_1_Exercise.swift")
    }
    try folder.write("first", to: "zoe_99_400_Exercise.swift")
    try folder.write("second", to: "zoe_99_401_Exercise-1.swift")
    let rows = try taken(folder).filter { $0.student.id == "99" }
    #expect(
      rows.map(\.submission.source) == [
        "zoe_99_400_Exercise.swift", "zoe_99_401_Exercise-1.swift",
      ])
  }

  /// Moodle exports a text that was typed in a folder of its own.
  @Test func whatIsNoAnswerDisplacesNone() throws {
    let folder = try TemporaryFolder()
    let start = "Jane Doe_42_assignsubmission_"
    try folder.write("x", to: start + "file_/Exercise.swift")
    try folder.write("Hello", to: start + "onlinetext_/onlinetext.html")
    let rows = try taken(folder)
    #expect(rows.map(\.refusal) == [nil])
    #expect(rows.map(\.submission.attempt) == [1])
  }

  /// A wrong file is told, not lost.
  @Test func whatASystemNamesIsSomebodys() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "kim_14_505_essay.pdf")
    try folder.write("x", to: "leeann_15_506_Exercise.swift")
    try folder.write("x", to: "notes.pdf")
    let rows = try taken(folder)
    #expect(rows.map(\.student.id) == ["14", "15"])
    #expect(
      rows[0].refusal?.hasPrefix("no file in it is named like the answer")
        == true)
  }

  @Test func namesAreFoundAsSystemsWriteThem() throws {
    let folder = try TemporaryFolder()
    let roster = try Roster(
      CSV(reading: "id,name\nu1,Wei Chen\nu2,\"López, Ana-María\"\n"))
    try folder.write("a", to: "chenwei_11_501_Exercise.swift")
    try folder.write(
      "b", to: "Ana-María López_12_assignsubmission_file_/Exercise.swift")
    try folder.write("c", to: "Chen, Wei/Exercise.swift")
    let rows = try taken(folder, roster: roster)
    #expect(rows.map(\.student.id) == ["u1", "u1", "u2"])
  }

  @Test func theSameFileGetsTheSameInputs() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [("ada", "x"), ("bob", "x"), ("eve", "y")] {
      try folder.write(text, to: "\(name).swift")
    }
    let seeds = try taken(folder).map(\.seed)
    #expect(seeds[0] == seeds[1] && seeds[1] != seeds[2])
  }

  /// GitHub Classroom names a repository `assignment-account`.
  @Test func nobodyHandsInForSomebodyWithAShorterAccount() throws {
    let folder = try TemporaryFolder()
    let roster = try Roster(
      CSV(reading: "id,name,github\n1,Bob,bob\n2,Ada,ada-l\n3,Ed,Ed\n"))
    for name in ["hw-3-evil-bob", "hw-3-bob", "hw-3-ada-l", "hw-3-ed"] {
      try folder.write("// \(name)", to: "\(name)/Exercise.swift")
    }
    let rows = try taken(folder, roster: roster)
    #expect(rows.map(\.student.id) == ["1", "2", "3", "hw-3-evil-bob"])
    #expect(rows[0].submission.source == "hw-3-bob/Exercise.swift")
    #expect(rows.allSatisfy { $0.submission.attempt == 1 })
  }

  /// As Gradescope documents what an autograder finds.
  @Test func anAutograderIsToldWhoAndWhen() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "submission/Exercise.swift")
    try folder.write(
      """
      {"id": 123456, "created_at": "2026-10-06T15:00:00.365935-07:00",
       "assignment": {"due_date": "2030-01-01T00:00:00.000000-07:00"},
       "users": [{"email": "ada@example.org", "id": 1, "name": "Ada L"},
                 {"email": "bob@example.org", "id": 2, "name": "Bob"}],
       "previous_submissions": []}
      """, to: "submission_metadata.json")
    let rules = try quarterADay()
    let row = try #require(try taken(folder, rules: rules).first)
    #expect(row.submission.secondsLate == 86_460)
    #expect(row.penalty == 0.5)
    // A group gets one result.
    #expect(try taken(folder, rules: rules).count == 1)
  }

  @Test func gradescopesHistoryIsNotTheSubmission() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "submission_1/Exercise.swift")
    try folder.write(
      """
      ---
      submission_1:
        :submitters:
        - :name: Ada Lovelace
          :sid: '0042'
        :created_at: 2026-10-12 22:00:00 Z
        :history:
          - :id: 7
            :created_at: 2026-10-01 08:00:00 Z
            :submitters:
            - :name: Mallory
      """, to: "submission_metadata.yml")
    let rules = try ClassRules(
      parsing: """
        exercises:
          3: { deadline: "2026-10-05T23:59:00+02:00", penalty: 0.05 }
        """, file: "class.yml")
    let row = try #require(try taken(folder, rules: rules).first)
    #expect(row.student.name == "Ada Lovelace")
    // Seven days and a minute late.
    #expect(row.submission.secondsLate == 604_860)
  }

  /// Gradescope's export is a zip archive, with its metadata in it.
  @Test func theExportCanStayInItsArchive() throws {
    let folder = try TemporaryFolder()
    func entry(_ path: String, _ text: String) -> Zip.Entry {
      .init(path: "assignment_1_export/" + path, data: Array(text.utf8))
    }
    let metadata = """
      ---
      submission_1:
        :submitters:
        - :name: Ada Lovelace
          :sid: '0042'
        :created_at: 2026-10-06 22:00:00 Z
      """
    let zip = Zip(entries: [
      entry("submission_1/Exercise.swift", "a"),
      entry("submission_2/Exercise.swift", "b"),
      entry("submission_metadata.yml", metadata), entry("notes.txt", "x"),
    ])
    let path = try folder.write(zip.bytes, to: "export.zip")
    let rules = try quarterADay()
    let rows = try Intake(
      exercises: [softmax], roster: nil, rules: rules, seed: 7
    ).rows(from: path) { _, _ in }
    #expect(rows.map(\.student.id) == ["0042", "submission_2"])
    #expect(rows.map(\.penalty) == [0.5, 0])
  }

  /// A class has more files than a student may have.
  @Test func limitsOfAnArchiveAreThoseOfEachStudent() throws {
    let folder = try TemporaryFolder()
    var zip = Zip()
    for student in ["ada", "bob", "eve"] {
      for number in 0..<(student == "eve" ? 5 : 3) {
        zip.entries.append(
          .init(path: "\(student)/\(number).txt", data: Array("x".utf8)))
      }
      zip.entries.append(
        .init(path: "\(student)/Exercise.swift", data: Array("x".utf8)))
    }
    let path = try folder.write(zip.bytes, to: "class.zip")
    var intake = Intake(
      exercises: [softmax], roster: nil, rules: ClassRules(), seed: 7)
    intake.limits.entries = 4
    let rows = try intake.rows(from: path) { _, _ in }
    #expect(
      rows.map(\.refusal) == [nil, nil, "it has more than 4 files"])
  }

  @Test func gradescopeTellsWhoAndWhen() throws {
    let folder = try TemporaryFolder()
    try folder.write("a", to: "submission_1/Exercise.swift")
    try folder.write("b", to: "submission_2/Exercise.swift")
    try folder.write(
      """
      ---
      submission_1:
        :submitters:
        - :name: Ada Lovelace
          :sid: '0042'
          :email: ada@example.org
        - :name: "Grace Hopper"
          :sid: '7'
          :email: grace@example.org
        :created_at: 2026-10-06 22:00:00.123456789 Z
        :results:
          :tests:
          - :name: Mallory
            :sid: '1'
      submission_2:
        :submitters:
        - :name: Emmy
          :sid:
          :email: emmy@example.org
        :created_at: 2026-10-05 23:58:59.5 +02:00
      """, to: "submission_metadata.yml")
    let rules = try quarterADay()
    let rows = try taken(folder, rules: rules)
    #expect(rows.map(\.student.id) == ["0042", "7", "Emmy"])
    #expect(
      rows.map(\.student.name) == ["Ada Lovelace", "Grace Hopper", "Emmy"])
    // A day and a minute late: the second day has begun.
    #expect(rows.map(\.submission.secondsLate) == [86_460, 86_460, 0])
    #expect(rows.map(\.penalty) == [0.5, 0.5, 0])
  }
}

/// A quarter of the points is lost for each day after the evening of 5 October.
private func quarterADay() throws -> ClassRules {
  try ClassRules(
    parsing: """
      exercises:
        3: { deadline: "2026-10-05T23:59:00+02:00", penalty: 0.25 }
      """, file: "class.yml")
}
