import Foundation
import Journals
import Testing

@Suite("undo and redo reach everything")
struct UndoTests {
  private func undo(_ place: TemporaryJournal) throws -> UndoResult {
    try place.journal.undo(place.exercise, of: "softmax")
  }

  private func redo(_ place: TemporaryJournal) throws -> UndoResult {
    try place.journal.redo(place.exercise, of: "softmax")
  }

  private func check(_ text: String, in place: TemporaryJournal) throws {
    try place.write(text)
    try place.journal.snapshot(text, of: "softmax")
  }

  @Test func redoBringsBackWhatUndoReplaced() throws {
    let place = try TemporaryJournal()
    try check("V1", in: place)
    try check("V2", in: place)
    // Never checked.
    try place.write("V3")
    #expect(try undo(place) == .restored)
    #expect(place.text == "V2")
    #expect(try redo(place) == .restored)
    #expect(place.text == "V3")
    #expect(try redo(place) == .nothingLater)
    #expect(place.text == "V3")
  }

  @Test func whatIsTypedAfterUndoHidesNothing() throws {
    let place = try TemporaryJournal()
    for text in ["V1", "V2", "V3"] { try check(text, in: place) }
    _ = try undo(place)
    try place.write("V4")
    var seen: Set<String> = []
    while try undo(place) == .restored { seen.insert(place.text ?? "") }
    #expect(seen == ["V1", "V2", "V3"])
    while try redo(place) == .restored { seen.insert(place.text ?? "") }
    #expect(seen == ["V1", "V2", "V3", "V4"])
  }

  @Test func aVersionIsReachedByItsNumber() throws {
    let place = try TemporaryJournal()
    for text in ["V1", "V2", "V3"] { try check(text, in: place) }
    try place.write("typed")
    let id = "softmax"
    let exercise = place.exercise
    #expect(try place.journal.undo(exercise, of: id, to: 1) == .restored)
    #expect(place.text == "V1")
    let kept = try place.journal.snapshots(of: id)
    #expect(kept.map(\.number) == [1, 2, 3, 4])
    #expect(kept.map(\.isPresent) == [true, false, false, false])
    #expect(kept.last?.text == Data("typed".utf8))
    for number in [0, -1, 5] {
      #expect(
        try place.journal.undo(exercise, of: id, to: number)
          == .noSuchSnapshot)
    }
    #expect(place.text == "V1")
  }

  /// A kill after the file was replaced leaves progress that knows less.
  @Test func whatAnOlderProgressDoesNotNameIsFound() throws {
    let place = try TemporaryJournal()
    try check("V1", in: place)
    let before = try Data(contentsOf: URL(filePath: place.file))
    try check("V2", in: place)
    try place.write("V3")
    try place.journal.overwrite(
      place.exercise, of: "softmax", with: Data("starter".utf8))
    try before.write(to: URL(filePath: place.file))
    var seen: [String] = []
    while try undo(place) == .restored { seen.append(place.text ?? "") }
    #expect(Set(seen).isSuperset(of: ["V1", "V2", "V3"]), "\(seen)")
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func nothingIsEverBeyondReach(seed: UInt64) throws {
    let place = try TemporaryJournal()
    var state = seed
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    // What any command has found in the file.
    var found: Set<String> = []
    for step in 0..<60 {
      if random(3) == 0 {
        // Sometimes the same text again.
        try place.write("text \(random(2) == 0 ? step : random(8))")
      }
      if let text = place.text { found.insert(text) }
      switch random(6) {
      case 0:
        if let text = place.text {
          try place.journal.snapshot(text, of: "softmax")
        }
      case 1, 2: _ = try undo(place)
      case 3: _ = try redo(place)
      case 4:
        _ = try place.journal.undo(
          place.exercise, of: "softmax", to: random(9))
      default:
        try place.journal.overwrite(
          place.exercise, of: "softmax", with: Data("starter".utf8))
      }
      let kept = try place.journal.snapshots(of: "softmax").map {
        String(decoding: $0.text, as: UTF8.self)
      }
      #expect(found.isSubset(of: kept))
    }
    #expect(found.count > 10)
  }
}

@Suite("What cannot be kept is not replaced")
struct KeepingTests {
  @Test func aFolderOrPipeInTheFilesPlaceStays() throws {
    let place = try TemporaryJournal()
    try place.journal.snapshot("V1", of: "softmax")
    try place.journal.snapshot("V2", of: "softmax")
    for make in [
      { mkfifo(place.exercise, 0o600) }, { mkdir(place.exercise, 0o700) },
    ] {
      #expect(make() == 0)
      #expect(throws: JournalError.self) {
        try place.journal.overwrite(
          place.exercise, of: "softmax", with: Data())
      }
      #expect(throws: JournalError.self) {
        try place.journal.undo(place.exercise, of: "softmax")
      }
      #expect(throws: JournalError.self) {
        try place.journal.redo(place.exercise, of: "softmax")
      }
      #expect(access(place.exercise, F_OK) == 0)
      #expect(remove(place.exercise) == 0)
    }
  }

  @Test func aSnapshotThatCannotBeWrittenStopsTheReset() throws {
    let place = try TemporaryJournal()
    try place.write("mine")
    try FileManager.default.createDirectory(
      atPath: place.root + "/.course", withIntermediateDirectories: true)
    // A file in the folder's place stops even an administrator.
    try Data().write(to: URL(filePath: place.root + "/.course/snapshots"))
    let error = #expect(throws: JournalError.self) {
      try place.journal.overwrite(
        place.exercise, of: "softmax", with: Data("starter".utf8))
    }
    #expect(place.text == "mine")
    #expect(error?.description.contains("Domain=") == false)
  }

  @Test func aKillsLeftoversAreSwept() throws {
    let place = try TemporaryJournal()
    try place.write("V1")
    let ended = Process()
    let pipe = Pipe()
    ended.executableURL = URL(filePath: "/bin/sh")
    ended.arguments = ["-c", "echo $(uname -n | tr -d .).$$"]
    ended.standardOutput = pipe
    try ended.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    ended.waitUntilExit()
    let dead = String(decoding: output.dropLast(), as: UTF8.self)
    try FileManager.default.createDirectory(
      atPath: place.root + "/.course/tmp", withIntermediateDirectories: true)
    let left = [
      "\(place.exercise).\(dead).tmp",
      "\(place.root)/.course/progress.json.\(dead).tmp",
      "\(place.root)/.course/tmp/Exercise.swift.\(dead).tmp",
    ]
    for path in left { try Data().write(to: URL(filePath: path)) }
    try place.journal.overwrite(
      place.exercise, of: "softmax", with: Data("starter".utf8))
    for path in left { #expect(access(path, F_OK) != 0, "\(path)") }
  }
}
