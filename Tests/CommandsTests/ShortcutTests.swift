import Foundation
import Testing

@Suite("./course")
struct ShortcutTests {
  /// A copy of the script, beside programs that say how they were called.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.path + "/a b-\(UUID())"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func sh(_ line: String) throws -> String {
      try answer(
        of: "/bin/sh", ["-c", line], in: path, environment: [:]
      ).output
    }

    init() throws {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: testFolder + "/../../course", toPath: path + "/course")
      _ = try sh(
        """
        mkdir -p bin .build/debug Sources/A Lessons/Checks \
          Lessons/01-a/Checks Lessons/01-a/References
        touch Package.swift Sources/A/a.swift Lessons/01-a/Checks/a.swift \
          Lessons/01-a/References/a.swift
        printf '#!/bin/sh\necho swift "$@"\n' > bin/swift
        chmod +x bin/swift
        """)
    }

    func build() throws {
      _ = try sh(
        """
        printf '#!/bin/sh\nprintf "<%%s>" built "$@"; exit 3\n' \
          > .build/debug/course
        chmod +x .build/debug/course
        """)
    }

    func course(_ words: String = "list") throws -> String {
      try sh("PATH=\"$PWD/bin:$PATH\" ./course \(words)")
    }
  }

  @Test func theBuiltProgramRunsUnlessItIsOlder() throws {
    let folder = try Folder()
    let run = "swift run --package-path . course list\n"
    #expect(try folder.course() == run)
    try folder.build()
    #expect(try folder.course() == "<built><list>")
    for file in [
      "Package.swift", "Sources/A/a.swift", "Lessons/01-a/Checks/a.swift",
      "Lessons/01-a/References/a.swift", "Lessons/Checks/new.swift",
    ] {
      _ = try folder.sh("sleep 0.01; touch \(file)")
      #expect(try folder.course() == run, "\(file)")
      _ = try folder.sh("sleep 0.01; touch .build/debug/course")
    }
    // What the learner writes and reads is no part of the program.
    _ = try folder.sh(
      "sleep 0.01; touch Lessons/01-a/Exercise.swift Lessons/01-a/lesson.md")
    #expect(try folder.course() == "<built><list>")
  }

  @Test func wordsAndStatusArePassedOn() throws {
    let folder = try Folder()
    try folder.build()
    #expect(
      try folder.sh("cd Lessons && ../course check 'a b' ''; echo $?")
        == "<built><check><a b><>3\n")
  }
}
