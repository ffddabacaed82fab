import Foundation
import Journals
import Synchronization
import Testing

/// A journal in a folder of its own.
final class TemporaryJournal: Sendable {
  let root: String
  let notices = Mutex<[String]>([])

  init() throws {
    root = FileManager.default.temporaryDirectory.path + "/journal-\(UUID())"
    try FileManager.default.createDirectory(
      atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var journal: Journal {
    Journal(root: root) { [self] notice in
      notices.withLock { $0.append(notice) }
    }
  }

  var file: String { root + "/.course/progress.json" }
  var exercise: String { root + "/Exercise.swift" }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: exercise))
  }

  var text: String? {
    FileManager.default.contents(atPath: exercise).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

@Suite("Progress is never lost")
struct ProgressTests {
  @Test func isKept() throws {
    let place = try TemporaryJournal()
    #expect(try place.journal.progress() == LearnerProgress())
    let when = Date(timeIntervalSince1970: 1_000_000)
    try place.journal.update { $0["softmax"].passed = when }
    #expect(try place.journal.progress()["softmax"].passed == when)
    let object = try #require(
      JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: place.file))) as? [String: Any])
    #expect(object["version"] as? Int == 1)
  }

  @Test func aDamagedFileIsKeptAsideAndReported() throws {
    let place = try TemporaryJournal()
    try place.journal.update { $0["softmax"].attempts = 3 }
    let damaged = Data(#"{"version": 1, "exercises": {"soft"#.utf8)
    try damaged.write(to: URL(filePath: place.file))
    #expect(try place.journal.progress() == LearnerProgress())
    #expect(place.notices.withLock { $0.count } == 1)
    let aside = place.root + "/.course/progress.damaged-1.json"
    #expect(FileManager.default.contents(atPath: aside) == damaged)
    try place.journal.update { $0["softmax"].attempts = 1 }
    try damaged.write(to: URL(filePath: place.file))
    try place.journal.update { $0["softmax"].attempts = 2 }
    #expect(
      FileManager.default.contents(
        atPath: place.root + "/.course/progress.damaged-2.json") == damaged)
  }

  @Test(arguments: [
    #"{"attempts": 9223372036854775807, "snapshots": [], "position": -1}"#,
    #"{"attempts": 1, "snapshots": [], "position": 5}"#,
    #"{"attempts": 1, "snapshots": ["../../x.swift"], "position": 0}"#,
  ])
  func whatTheCourseCannotHaveWrittenIsDamaged(_ entry: String) throws {
    let place = try TemporaryJournal()
    try place.journal.update { $0["softmax"].attempts = 3 }
    let text = #"{"version": 1, "exercises": {"softmax": \#(entry)}}"#
    try Data(text.utf8).write(to: URL(filePath: place.file))
    #expect(try place.journal.progress() == LearnerProgress())
    #expect(place.notices.withLock { $0.count } == 1)
  }

  @Test func aNewerVersionIsLeftAlone() throws {
    let place = try TemporaryJournal()
    try place.journal.update { $0["softmax"].attempts = 3 }
    let newer = Data(#"{"version": 2, "lessons": []}"#.utf8)
    try newer.write(to: URL(filePath: place.file))
    #expect(throws: JournalError.self) { try place.journal.progress() }
    #expect(throws: JournalError.self) {
      try place.journal.update { $0["softmax"].attempts = 1 }
    }
    #expect(FileManager.default.contents(atPath: place.file) == newer)
  }

  @Test func manyAtOnceAllCount() async throws {
    let place = try TemporaryJournal()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try? place.journal.update { $0["softmax"].attempts += 1 }
        }
      }
    }
    #expect(try place.journal.progress()["softmax"].attempts == 20)
  }

  @Test func aFolderThatCannotBeMadeIsSaid() throws {
    let place = try TemporaryJournal()
    // A file in the folder's place stops even an administrator.
    try Data().write(to: URL(filePath: place.root + "/.course"))
    #expect(throws: JournalError.self) {
      try place.journal.update { $0["softmax"].attempts = 1 }
    }
  }
}

@Suite("Nothing that the learner wrote is lost")
struct SnapshotTests {
  @Test func undoWalksBackThroughAllSnapshots() throws {
    let place = try TemporaryJournal()
    for text in ["one", "two", "two", "three"] {
      try place.write(text)
      try place.journal.snapshot(text, of: "softmax")
    }
    #expect(try place.journal.progress()["softmax"].snapshots.count == 3)
    var seen: [String?] = []
    for _ in 0..<3 {
      _ = try place.journal.undo(place.exercise, of: "softmax")
      seen.append(place.text)
    }
    #expect(seen == ["two", "one", "one"])
    #expect(
      try place.journal.undo(place.exercise, of: "softmax")
        == .nothingEarlier)
  }

  @Test func resetIsUndone() throws {
    let place = try TemporaryJournal()
    try place.write("mine, never checked")
    try place.journal.overwrite(
      place.exercise, of: "softmax", with: Data("starter".utf8))
    #expect(place.text == "starter")
    #expect(
      try place.journal.undo(place.exercise, of: "softmax") == .restored)
    #expect(place.text == "mine, never checked")
  }

  @Test func resetAfterUndoIsUndoneToWhatWasThere() throws {
    let place = try TemporaryJournal()
    for text in ["one", "two"] {
      try place.write(text)
      try place.journal.snapshot(text, of: "softmax")
    }
    _ = try place.journal.undo(place.exercise, of: "softmax")
    try place.journal.overwrite(
      place.exercise, of: "softmax", with: Data("starter".utf8))
    _ = try place.journal.undo(place.exercise, of: "softmax")
    #expect(place.text == "one")
  }

  @Test func whatWasWrittenAfterUndoIsKeptToo() throws {
    let place = try TemporaryJournal()
    for text in ["one", "two"] {
      try place.write(text)
      try place.journal.snapshot(text, of: "softmax")
    }
    _ = try place.journal.undo(place.exercise, of: "softmax")
    try place.write("three")
    _ = try place.journal.undo(place.exercise, of: "softmax")
    #expect(place.text == "two")
    let kept = try place.journal.progress()["softmax"].snapshots
    let texts = kept.map { name in
      FileManager.default.contents(
        atPath: "\(place.root)/.course/snapshots/softmax/\(name)"
      ).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(texts == ["one", "two", "three"])
  }

  @Test func snapshotsOfADamagedJournalAreNotOverwritten() throws {
    let place = try TemporaryJournal()
    try place.journal.snapshot("precious", of: "softmax")
    try Data("{".utf8).write(to: URL(filePath: place.file))
    try place.journal.snapshot("later", of: "softmax")
    let folder = place.root + "/.course/snapshots/softmax"
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder)
      .sorted().map {
        try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
      }
    #expect(texts == ["precious", "later"])
  }

  @Test func aDamagedJournalStillFindsTheSnapshots() throws {
    let place = try TemporaryJournal()
    for text in ["one", "two"] {
      try place.write(text)
      try place.journal.snapshot(text, of: "softmax")
    }
    try Data("{".utf8).write(to: URL(filePath: place.file))
    #expect(try place.journal.undo(place.exercise, of: "softmax") == .restored)
    #expect(place.text == "one")
  }

  @Test func aFileThatIsGoneComesBackAsItWasLast() throws {
    let place = try TemporaryJournal()
    for text in ["one", "two", "three"] {
      try place.write(text)
      try place.journal.snapshot(text, of: "softmax")
    }
    try FileManager.default.removeItem(atPath: place.exercise)
    #expect(
      try place.journal.undo(place.exercise, of: "softmax")
        == .restoredMissingFile)
    #expect(place.text == "three")
    #expect(try place.journal.undo(place.exercise, of: "softmax") == .restored)
    #expect(place.text == "two")
  }
}
