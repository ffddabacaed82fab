import Foundation
import System
import Testing

@Suite("Lines, whichever way they end")
struct LineTests {
  @Test(
    arguments: [
      ("a\nb\n", "a\nb\n"), ("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\nb\n"),
      ("\u{FEFF}a\r\n", "a\n"), ("\r\n\r\n", "\n\n"), ("\r\r\n", "\n\n"),
      ("\n\r", "\n\n"), ("", ""), ("é\r\n", "é\n"),
    ])
  func becomeUnixLines(_ text: String, _ expected: String) {
    #expect(Array(text.withUnixLines.utf8) == Array(expected.utf8))
    #expect(
      text.lines.map(String.init).joined(separator: "\n").utf8.count
        == (text.hasPrefix("\u{FEFF}")
          ? expected.utf8.count + 3
          : expected.utf8.count))
  }

  @Test func emptyLinesAreLines() {
    #expect("a\r\n\r\nb".lines == ["a", "", "b"])
    #expect("".lines == [""])
    #expect("x\n".dropFirst().lines == ["", ""])
  }
}

@Suite("Errors in a few words")
struct ReasonTests {
  @Test func foundationsErrorsLoseTheirDomains() throws {
    let gone = "/nowhere/\(UUID())"
    var errors: [any Error] = []
    for work in [
      { _ = try Data(contentsOf: URL(filePath: gone)) },
      { try Data().write(to: URL(filePath: gone)) },
      { _ = try FileManager.default.contentsOfDirectory(atPath: gone) },
      {
        try FileManager.default.createDirectory(
          atPath: "/dev/null/folder", withIntermediateDirectories: true)
      },
      { _ = try JSONDecoder().decode([Int].self, from: Data("{".utf8)) },
      { _ = try JSONDecoder().decode([Int].self, from: Data("[\"a\"]".utf8)) },
      { throw CocoaError(.featureUnsupported) }, { throw POSIXError(.EXDEV) },
    ] as [() throws -> Void] {
      do { try work() } catch { errors.append(error) }
    }
    #expect(errors.count == 8)
    for error in errors {
      let words = reason(error)
      for raw in ["Domain", "UserInfo", "Context(", "Swift.", "\n"] {
        #expect(!words.contains(raw), "\(words)")
      }
      #expect(words.count < 80)
    }
    #expect(reason(errors[0]).contains("no such file"))
    #expect(reason(errors[5]).hasSuffix(", at 0"))
  }

  @Test func ourOwnAreSentences() {
    #expect(reason(FileError.folder) == "it is a folder, not a file")
  }
}

@Suite("A lock says who holds it")
struct LockTests {
  @Test func theHolderIsNamed() throws {
    let folder = try Scratch()
    let path = folder.path("lock")
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/env")
    holder.arguments = ["flock", path, "sh", "-c", "echo locked; sleep 20"]
    let pipe = Pipe()
    holder.standardOutput = pipe
    try holder.run()
    defer { holder.terminate() }
    let said = pipe.fileHandleForReading.availableData
    try #require(!said.isEmpty, "flock(1) is missing")
    #expect(throws: LockError.held(by: Int(holder.processIdentifier))) {
      try withFileLock(path, seconds: 0.1) {}
    }
  }

  @Test func aLockThatIsRemovedIsTakenAnew() throws {
    let folder = try Scratch()
    let path = folder.path("lock")
    try withFileLock(path, seconds: 0.1) {
      #expect(folder.text("lock") == "\(getpid())\n")
      #expect(throws: LockError.held(by: Int(getpid()))) {
        try withFileLock(path, seconds: 0.1) {}
      }
    }
    try withFileLock(path, seconds: 0.1) {}
  }

  @Test func aPipeOrFolderIsNoLock() throws {
    let folder = try Scratch()
    #expect(mkfifo(folder.path("lock"), 0o600) == 0)
    #expect(throws: LockError.file(.special)) {
      try withFileLock(folder.path("lock"), seconds: 0.1) {}
    }
    #expect(throws: LockError.self) {
      try withFileLock(folder.folder, seconds: 0.1) {}
    }
  }
}
