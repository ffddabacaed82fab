import Foundation
import Journals
import Synchronization
import Testing

@Suite("What failed is remembered")
struct FailureTests {
  private func failure(
    _ checks: [String], _ mistakes: [String] = []
  ) -> LastFailure {
    LastFailure(function: "f(_:)", checks: checks, mistakes: mistakes)
  }

  @Test func theSameFailureKeepsItsHints() {
    var exercise = ExerciseProgress()
    exercise.remember(failure(["b", "a"], ["m", "m"]))
    exercise.lastFailure?.hints = 2
    exercise.remember(failure(["a", "b"], ["m"]))
    #expect(exercise.lastFailure?.hints == 2)
    #expect(exercise.lastFailure?.checks == ["a", "b"])
    exercise.remember(failure(["a"], ["m"]))
    #expect(exercise.lastFailure?.hints == 0)
    exercise.remember(nil as LastFailure?)
    #expect(exercise.lastFailure == nil)
  }

  @Test func aFileFromBeforeHintsIsRead() throws {
    let place = try TemporaryJournal()
    try place.journal.update { _ in }
    let old = """
      {"version": 1, "exercises": {"softmax":
        {"attempts": 3, "snapshots": ["0001.swift"], "position": 0}}}
      """
    try FileManager.default.createDirectory(
      atPath: place.root + "/.course", withIntermediateDirectories: true)
    try Data(old.utf8).write(to: URL(filePath: place.file))
    let exercise = try place.journal.progress()["softmax"]
    #expect(exercise.attempts == 3)
    #expect(exercise.lastFailure == nil)
    #expect(exercise.quizzes == nil)
    #expect(exercise.firstError == nil)
    #expect(place.notices.withLock { $0.isEmpty })
  }

  @Test func whatUndoWouldBringBackIsKnown() throws {
    let place = try TemporaryJournal()
    let now = Data("two".utf8)
    #expect(try place.journal.snapshot(before: now, of: "softmax") == nil)
    for text in ["one", "two"] {
      try place.journal.snapshot(text, of: "softmax")
    }
    let one = Data("one".utf8)
    #expect(try place.journal.snapshot(before: now, of: "softmax") == one)
    let edited = Data("three".utf8)
    #expect(try place.journal.snapshot(before: edited, of: "softmax") == now)
  }
}
