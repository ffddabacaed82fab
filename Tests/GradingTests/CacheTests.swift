import Foundation
import Testing

@testable import Grading

/// What checks that run at the same time may do to each other's programs.
@Suite("The cache of programs")
struct CacheTests {
  private let folder =
    FileManager.default.temporaryDirectory.path + "/cache-\(UUID())"

  private func cache() throws -> Cache { try Cache(in: [folder]) }

  /// Makes an entry look as if it had last been used so long ago.
  private func age(_ entry: String, hours: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3_600 * hours)],
      ofItemAtPath: entry + "/key")
  }

  private func isThere(_ entry: String) -> Bool {
    FileManager.default.fileExists(atPath: entry + "/key")
  }

  @Test func whatIsUsedStaysAndWhatIsNotGoes() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = try cache()
    var entries: [String] = []
    for key in 0..<64 {
      let entry = try cache.entry("program", key: "\(key)") { _ in }.folder
      try age(entry, hours: 2)
      entries.append(entry)
    }
    // The very oldest is found again: it is about to be run.
    let used = try cache.entry("program", key: "0") { _ in }
    #expect(used.wasThere)
    _ = try cache.entry("program", key: "new") { _ in }
    #expect(isThere(entries[0]))
    #expect(entries.filter(isThere).count < 64)
  }

  @Test func nothingUsedWithinTheHourGoes() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = try cache()
    let entries = try (0..<100).map {
      try cache.entry("program", key: "\($0)") { _ in }.folder
    }
    #expect(entries.allSatisfy(isThere))
  }

  @Test func whatAnotherCheckMadeMeanwhileStays() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = try cache()
    let slow = try cache.entry("program", key: "same") {
      folder throws(GradingError) in
      try Files.write("slow", to: folder + "/program")
      let fast = try cache.entry("program", key: "same") {
        folder throws(GradingError) in
        try Files.write("fast", to: folder + "/program")
      }
      #expect(!fast.wasThere)
    }
    #expect(slow.wasThere)
    #expect(Files.readText(slow.folder + "/program") == "fast")
  }

  @Test func aFreshEntryTakesThePlaceOfTheOldOne() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = try cache()
    for text in ["first", "second"] {
      let entry = try cache.entry("program", key: "k", fresh: true) {
        folder throws(GradingError) in
        try Files.write(text, to: folder + "/program")
      }
      #expect(Files.readText(entry.folder + "/program") == text)
    }
  }
}
