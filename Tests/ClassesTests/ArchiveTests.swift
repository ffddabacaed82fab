import Foundation
import Grading
import Testing

@testable import Classes

@Suite("Archives of strangers")
struct ArchiveTests {
  /// The answer in one archive, or why it is refused.
  private func taken(_ bytes: [UInt8], as name: String) throws -> ManifestRow {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    let intake = Intake(
      exercises: [AskedExercise(number: 3, folder: "03-softmax")], roster: nil,
      rules: ClassRules(), seed: 1)
    let rows = try intake.rows(from: folder.path) { _, _ in }
    // Nothing was written anywhere.
    #expect(folder.names(in: "") == [name])
    #expect(rows.count == 1)
    return try #require(rows.first)
  }

  private func zip(_ entries: Zip.Entry...) -> [UInt8] {
    Zip(entries: entries).bytes
  }

  private let answer = Zip.Entry(
    path: "Exercise.swift", data: Array("answer".utf8))

  @Test func storedAndPackedFilesAreRead() throws {
    let stored = try taken(zip(answer), as: "ada.zip")
    #expect(stored.submission.hash == sha256("answer"))
    #expect(stored.student.id == "ada")
    let text = String(repeating: "answer ", count: 9_000)
    let packed = try shell("printf '%s' \"$1\" | gzip -n", text).output
    let check = packed.dropLast(4).suffix(4).reversed()
      .reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let deflated = Zip.Entry(
      path: "a/03-softmax/Exercise.swift",
      data: Array(packed.dropFirst(10).dropLast(8)), method: 8,
      size: text.utf8.count, check: check)
    #expect(
      try taken(zip(deflated), as: "ada.zip").submission.hash == sha256(text))
    var wrong = deflated
    wrong.check = check ^ 1
    #expect(
      try taken(zip(wrong), as: "ada.zip").refusal
        == "it is damaged, or not a zip file")
  }

  @Test func pathsThatLeadOutLinksAndDevicesAreRefused() throws {
    for path in [
      "../Exercise.swift", "a/../../b.swift", "/etc/passwd",
      "..\\Exercise.swift",
    ] {
      let row = try taken(
        zip(answer, Zip.Entry(path: path, data: [])), as: "ada.zip")
      #expect(
        row.refusal == "the archive has a path that leads out of it", "\(path)")
    }
    for (mode, reason) in [
      (0o120777, "Exercise.swift is a link"),
      (0o010644, "Exercise.swift is not a regular file"),
      (0o020644, "Exercise.swift is not a regular file"),
    ] as [(UInt32, String)] {
      var entry = answer
      entry.mode = mode
      #expect(try taken(zip(entry), as: "ada.zip").refusal == reason)
    }
  }

  @Test func bombsAndLiesAreRefused() throws {
    let (gzip, raw) = try packedZeros(300)
    let bomb = Zip.Entry(
      path: "Exercise.swift", data: raw, method: 8, size: 1_000)
    #expect(
      try taken(zip(bomb), as: "ada.zip").refusal
        == "it unpacks to more than 1 MiB")
    #expect(
      try taken(gzip, as: "ada.tar.gz").refusal
        == "it unpacks to more than 64 MiB")
    var large = answer
    large.size = 1 << 30
    #expect(
      try taken(zip(large), as: "ada.zip").refusal
        == "the file has more than 1 MiB")
    var encrypted = answer
    encrypted.flags = 1
    #expect(
      try taken(zip(encrypted), as: "ada.zip").refusal
        == "Exercise.swift is encrypted")
    for count in [20_001, 0xffff] {
      #expect(
        try taken(Zip(entries: [answer], count: count).bytes, as: "ada.zip")
          .refusal == "it has more than 20000 files")
    }
    #expect(
      try taken(Zip(entries: [answer], count: 9).bytes, as: "ada.zip").refusal
        != nil)
  }

  /// Wherever an archive is cut, and whatever byte of it changes: refused, or
  /// read; never a trap.
  @Test func damagedArchivesAreHarmless() throws {
    let whole = zip(answer)
    let limits = IntakeLimits()
    func read(_ bytes: [UInt8]) {
      do throws(Refusal) {
        guard let found = try archive(in: bytes, limits: limits) else { return }
        for entry in try found.entries() {
          _ = try found.content(of: entry, atMost: 1 << 20)
        }
      } catch {
        #expect(!error.reason.isEmpty)
      }
    }
    for end in whole.indices { read(Array(whole[..<end])) }
    for index in whole.indices {
      for value in [0, 0x7f, 0xff] as [UInt8] {
        var bytes = whole
        bytes[index] = value
        read(bytes)
      }
    }
  }

  @Test func tarArchivesAreRead() throws {
    let folder = try TemporaryFolder()
    let long = String(repeating: "long/", count: 40) + "Exercise.swift"
    try folder.write("answer", to: "a/" + long)
    for format in ["gnu", "pax", "ustar"] {
      let run = try shell(
        "cd \"$1\" && tar -c -z --format=\(format) -f - a 2>/dev/null",
        folder.path)
      guard run.succeeded else { continue }
      // The nesting of an archive costs nothing.
      #expect(
        try taken(run.output, as: "ada.tgz").submission.hash
          == sha256("answer"),
        "\(format)")
    }
  }

  @Test func hostileTarArchivesAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("answer", to: "a/Exercise.swift")
    try shell(
      """
      cd "$1"; ln -s /etc/passwd a/link; mkdir l h p
      ln -s /etc/passwd l/Exercise.swift; mkfifo p/Exercise.swift
      ln a/Exercise.swift h/aa.swift; ln a/Exercise.swift h/Exercise.swift
      """, folder.path)
    func packed(_ words: String) throws -> [UInt8] {
      try shell("cd \"$1\" && tar -czf - \(words)", folder.path).output
    }
    #expect(
      try taken(
        packed("--transform 's|^a|../a|' -P a/Exercise.swift"), as: "ada.tgz"
      ).refusal == "the archive has a path that leads out of it")
    #expect(
      try taken(packed("l"), as: "ada.tgz").refusal
        == "l/Exercise.swift is a link")
    #expect(
      try taken(packed("p"), as: "ada.tgz").refusal
        == "p/Exercise.swift is not a regular file")
    #expect(
      try taken(packed("h/aa.swift h/Exercise.swift"), as: "ada.tgz").refusal
        == "h/Exercise.swift is a link")
    // Links elsewhere do no harm.
    #expect(
      try taken(packed("a"), as: "ada.tgz").submission.hash
        == sha256("answer"))
  }

  @Test func aWholeClassInOneArchiveIsTaken() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      zip(
        Zip.Entry(path: "export/ada/Exercise.swift", data: Array("1".utf8)),
        Zip.Entry(path: "export/bob/a/Exercise.swift", data: Array("2".utf8)),
        Zip.Entry(path: "__MACOSX/export/x", data: [])),
      to: "class.zip")
    let intake = Intake(
      exercises: [AskedExercise(number: 3, folder: "03-softmax")], roster: nil,
      rules: ClassRules(), seed: 1)
    let rows = try intake.rows(from: path) { _, _ in }
    #expect(rows.map(\.student.id) == ["ada", "bob"])
    #expect(rows.map(\.submission.hash) == [sha256("1"), sha256("2")])
  }
}
