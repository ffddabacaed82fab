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

  private func setAge(_ file: String, hours: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3_600 * hours)],
      ofItemAtPath: file)
  }

  private func isThere(_ entry: String) -> Bool {
    FileManager.default.fileExists(atPath: entry + "/key")
  }

  @Test func whatIsUsedStaysAndWhatIsNotGoes() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = try cache()
    var entries: [String] = []
    for key in 0..<64 {
      let entry = try cache.entry("program", key: "\(key)") { _ in }.get()
      try age(entry.folder, hours: 2)
      entries.append(entry.folder)
    }
    // The very oldest is found again: it is about to be run.
    let used = try cache.entry("program", key: "0") { _ in }.get()
    #expect(used.wasThere)
    _ = try cache.entry("program", key: "new") { _ in }
    #expect(isThere(entries[0]))
    #expect(entries.filter(isThere).count < 64)
  }

  @Test func nothingUsedWithinTheHourGoes() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = try cache()
    let entries = try (0..<100).map {
      try cache.entry("program", key: "\($0)") { _ in }.get().folder
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
      }.get()
      #expect(!fast.wasThere)
    }.get()
    #expect(slow.wasThere)
    #expect(Files.readText(slow.folder + "/program") == "fast")
  }

  @Test func whatMakingThrowsIsHandedOn() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    struct NotMade: Error {}
    let cache = try cache()
    #expect(throws: NotMade.self) {
      try cache.entry("program", key: "k") { _ throws(NotMade) in
        throw NotMade()
      }.get()
    }
    #expect(Files.list(folder).filter { !$0.hasPrefix(".") } == [])
  }

  private func program(
    _ text: String, in cache: Cache
  ) throws -> Cache.Entry {
    try cache.entry("program", key: "k") { folder throws(GradingError) in
      try Files.write(text, to: folder + "/program")
    }.get()
  }

  @Test func aFreshEntryTakesThePlaceOfTheOldOne() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try program("first", in: cache())
    try setAge(first.folder + Seal.file, hours: 1)
    let fresh = try Cache(in: [folder], fresh: true)
    let second = try program("second", in: fresh)
    #expect(Files.readText(second.folder + "/program") == "second")
    // What was made after the request counts as fresh.
    try setAge(second.folder + Seal.file, hours: -1)
    #expect(try program("third", in: fresh).wasThere)
  }

  /// What a power cut, a full disk or a program may leave of an entry.
  enum Damage: CaseIterable {
    case truncated, zeroed, missing, replacedByLink, oneBit, noSeal, emptySeal
  }

  @Test(arguments: Damage.allCases)
  func aDamagedEntryIsMadeAgain(_ damage: Damage) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = String(repeating: "the program, longer than a lane. ", count: 9)
    let cache = try cache()
    let entry = try program(text, in: cache)
    #expect(try program(text, in: cache).wasThere)
    let file = URL(filePath: entry.folder + "/program")
    let seal = URL(filePath: entry.folder + Seal.file)
    switch damage {
    case .truncated: try Data(text.utf8.prefix(9)).write(to: file)
    case .zeroed: try Data(count: text.utf8.count).write(to: file)
    case .missing: try FileManager.default.removeItem(at: file)
    case .replacedByLink:
      let copy = URL(filePath: folder + "/copy")
      try FileManager.default.moveItem(at: file, to: copy)
      try FileManager.default.createSymbolicLink(
        at: file, withDestinationURL: copy)
    case .oneBit:
      var bytes = Array(text.utf8)
      bytes[bytes.count / 2] ^= 1
      try Data(bytes).write(to: file)
    case .noSeal: try FileManager.default.removeItem(at: seal)
    case .emptySeal: try Data().write(to: seal)
    }
    let again = try program(text, in: cache)
    #expect(!again.wasThere)
    #expect(Files.readText(again.folder + "/program") == text)
  }

  /// Programs are run from the cache: a folder that others may change, or
  /// that somebody else has made, is not used.
  @Test func onlyAPrivateFolderIsUsed() throws {
    let files = FileManager.default
    defer { try? files.removeItem(atPath: folder) }
    try files.createDirectory(
      atPath: folder + "/open", withIntermediateDirectories: true)
    chmod(folder + "/open", 0o777)
    try files.createDirectory(
      atPath: folder + "/theirs", withIntermediateDirectories: false)
    let isRoot = geteuid() == 0
    if isRoot { chown(folder + "/theirs", 12_345, 12_345) }
    try files.createDirectory(
      atPath: folder + "/own", withIntermediateDirectories: false)
    try files.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: folder + "/own")
    for name in ["open", "link"] + (isRoot ? ["theirs"] : []) {
      #expect(throws: GradingError.self, "\(name)") {
        try Cache(in: ["\(folder)/\(name)"])
      }
    }
    let found = try Cache(in: ["\(folder)/open", "\(folder)/own"])
    #expect(found.folder.hasSuffix("/own"))
    let mode = try files.attributesOfItem(atPath: found.folder)[
      .posixPermissions]
    #expect(mode as? Int == 0o700)
  }
}
