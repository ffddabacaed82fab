import Foundation
import System
import Testing

/// A folder of its own, with a way to make what is no file.
final class Scratch: Sendable {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/system-\(UUID())"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  func mode(_ name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: path(name))
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }

  var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }
  }
}

@Suite("Only regular files are read")
struct ReadingTests {
  @Test(.timeLimit(.minutes(1)))
  func pipesDevicesFoldersAndWhatIsGoneAreRefused() throws {
    let scratch = try Scratch()
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("endless"), withDestinationPath: "/dev/zero")
    try scratch.write("", to: "file")
    let start = ContinuousClock.now
    for (path, expected) in [
      (scratch.path("pipe"), FileError.special),
      (scratch.path("endless"), .special), ("/dev/zero", .special),
      (scratch.folder, .folder), (scratch.path("gone"), .missing),
      (scratch.path("file/below"), .missing),
    ] {
      #expect(throws: expected) { try readFile(path, atMost: 1 << 20) }
      #expect(throws: expected) { try readHead(of: path, count: 10) }
    }
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test func theBoundIsExact() throws {
    let scratch = try Scratch()
    for size in [0, 1, 4_095, 4_096, 100_000] {
      let text = String(repeating: "x", count: size)
      try scratch.write(text, to: "file")
      let read = try readFile(scratch.path("file"), atMost: size)
      #expect(read == Array(text.utf8))
      if size > 0 {
        #expect(throws: FileError.tooLarge(bytes: size)) {
          try readFile(scratch.path("file"), atMost: size - 1)
        }
      }
    }
  }

  #if os(Linux)
  // Its size is 0, and its end comes when it has been read.
  @Test func filesWithoutASizeAreReadToTheirEnd() throws {
    let status = try readFile("/proc/self/status", atMost: 1 << 20)
    #expect(String(decoding: status, as: UTF8.self).contains("Name:"))
    #expect(throws: FileError.self) {
      try readFile("/proc/self/status", atMost: 10)
    }
  }
  #endif
}

@Suite("A file is replaced whole")
struct ReplacingTests {
  @Test func itsModeStaysAndNothingIsLeft() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "file")
    #expect(chmod(scratch.path("file"), 0o640) == 0)
    try replaceFile(
      scratch.path("file"), with: "new".utf8, temporaryIn: scratch.path("tmp"))
    #expect(scratch.text("file") == "new")
    #expect(scratch.mode("file") == 0o640)
    #expect(try scratch.names == ["file", "tmp"])
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: scratch.path("tmp")
      ).isEmpty)
  }

  @Test func whatALinkLeadsToIsReplaced() throws {
    let scratch = try Scratch()
    let files = FileManager.default
    try files.createDirectory(
      atPath: scratch.path("deep"), withIntermediateDirectories: true)
    try scratch.write("old", to: "deep/file")
    #expect(chmod(scratch.path("deep/file"), 0o600) == 0)
    // A relative link to a link, and one to nothing.
    for (name, target) in [
      ("deep/second", "file"), ("first", "deep/second"),
      ("dangling", "deep/not-yet"),
    ] {
      try files.createSymbolicLink(
        atPath: scratch.path(name), withDestinationPath: target)
    }
    for name in ["first", "dangling"] {
      try replaceFile(
        scratch.path(name), with: name.utf8, temporaryIn: scratch.path("tmp"))
      #expect(scratch.text(name) == name)
      #expect(
        (try? files.destinationOfSymbolicLink(atPath: scratch.path(name)))
          != nil)
    }
    #expect(scratch.text("deep/file") == "first")
    #expect(scratch.mode("deep/file") == 0o600)
    #expect(scratch.text("deep/not-yet") == "dangling")
  }

  @Test func foldersAndPipesAreRefused() throws {
    let scratch = try Scratch()
    #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
    for (path, expected) in [
      (scratch.path("pipe"), FileError.special), (scratch.folder, .folder),
    ] {
      #expect(throws: expected) {
        try replaceFile(
          path, with: "x".utf8, temporaryIn: scratch.path("tmp"))
      }
    }
    #expect(try scratch.names == ["pipe"])
  }

  #if os(Linux)
  @Test(.enabled(if: isOtherFileSystem("/dev/shm")))
  func onAnotherFileSystemANeighborIsRenamed() throws {
    let scratch = try Scratch()
    try scratch.write("old", to: "file")
    let dead = "file.\(owner()).tmp"
    try scratch.write("half", to: dead)
    let other = "/dev/shm/replacing-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: other) }
    try replaceFile(
      scratch.path("file"), with: "new".utf8, temporaryIn: other)
    #expect(scratch.text("file") == "new")
    #expect(try scratch.names == ["file"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == [])
  }
  #endif

  @Test func onlyWhatDeadProcessesLeftIsRemoved() throws {
    let scratch = try Scratch()
    let stay = [
      "Exercise.swift", "notes.tmp", "a.b.tmp",
      "x.\(owner("\(getppid())")).tmp",
      "y.\(owner("0")).tmp", "z.\(owner("-1")).tmp",
      // Of another machine, where it may be running.
      "other.another\(owner()).tmp",
    ]
    let own = "x.\(owner("\(getpid())")).tmp"
    for name in stay + ["Exercise.swift.\(owner()).tmp", own] {
      try scratch.write("", to: name)
    }
    removeStaleTemporaries(in: scratch.folder)
    #expect(try scratch.names == stay.sorted())
  }
}

/// MACHINE.PROCESS, as in the names of temporary files; by default, for a process
/// that has ended.
private func owner(_ process: String = "$$") -> String {
  let shell = Process()
  let pipe = Pipe()
  shell.executableURL = URL(filePath: "/bin/sh")
  shell.arguments = ["-c", "echo $(uname -n | tr -d .).\(process)"]
  shell.standardOutput = pipe
  try? shell.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  shell.waitUntilExit()
  return String(decoding: output.dropLast(), as: UTF8.self)
}

private func isOtherFileSystem(_ folder: String) -> Bool {
  var (one, other) = (stat(), stat())
  let here = FileManager.default.temporaryDirectory.path
  return stat(folder, &one) == 0 && stat(here, &other) == 0
    && one.st_dev != other.st_dev
}
