import Foundation
import System
import Testing

/// The terminal, given back: at every end, and while watch is stopped.
@Suite("leaving watch", .serialized)
struct WatchLeavingTests {
  private let file = "Lessons/01-double/Exercise.swift"

  private var endlessLoop: String {
    get throws {
      try String(
        contentsOfFile: "\(testFolder)/Attacks/EndlessLoop.swift",
        encoding: .utf8)
    }
  }

  /// While the cells run on the lent terminal, and at the question after it.
  @Test func aLentTerminalCanBeStoppedAndEnded() throws {
    let course = try ToyCourse()
    let path = "Lessons/01-double/lesson.md"
    let lesson = try #require(course.read(path))
    try course.write(
      lesson.replacingOccurrences(
        of: "print(three + three)",
        with: "for i in 0..<30 { print(i); sleep(1) }"
      ).replacingOccurrences(
        of: "let three: Float = 3", with: "import Foundation"),
      to: path)
    let shell = try PseudoTerminal("/bin/sh", ["-i"], in: course.root)
    shell.type("set -m; \(buildFolder)/toy-course watch 1\n")
    #expect(shell.shows("not written yet"))
    shell.type("c")
    #expect(shell.shows("cell twice"))
    shell.type("\u{1A}")
    shell.type("echo in${X}shell\n")
    #expect(shell.shows("inshell"))
    shell.type("fg\n")
    #expect(shell.shows("4"))
    shell.type("\u{3}")
    #expect(shell.shows("Press Enter to go back to watch."))
    // The end of the input is no reason to hang.
    shell.type("\u{4}")
    #expect(shell.shows { $0.isOther && $0.text.contains("n next") })
    shell.type("q")
    #expect(shell.shows { !$0.isOther })
    #expect(course.eventually { $0.count <= 1 })
  }

  @Test func everyWayOutGivesTheTerminalBack() throws {
    let course = try ToyCourse(ownCache: true)
    try course.write(try endlessLoop, to: file)
    for way in ["\u{3}", "q", "SIGTERM", "SIGINT"] {
      let shell = try PseudoTerminal("/bin/sh", [], in: course.root)
      _ = shell.shows { !$0.text.allSatisfy(\.isWhitespace) }
      shell.type("stty -a >before; \(buildFolder)/toy-course watch 1\n")
      #expect(shell.shows("checking…"))
      #expect(course.isRunningAProgram())
      let pids = course.processes()
      if way.hasPrefix("SIG") {
        for pid in pids.compactMap({ Int32($0) })
        where commandLine(pid).contains("\0watch\0") && isCourse(pid) {
          kill(pid, way == "SIGTERM" ? SIGTERM : SIGINT)
        }
      } else {
        shell.type(way)
      }
      #expect(shell.shows { !$0.isOther && $0.showsCursor })
      shell.type("stty -a >after; diff before after && echo the${X}same\n")
      #expect(shell.shows("thesame"), "\(way): \(shell.screen.text)")
      #expect(course.eventually { $0.count <= 1 }, "\(way)")
    }
  }

  private func commandLine(_ pid: Int32) -> String {
    let data = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline")
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private func isCourse(_ pid: Int32) -> Bool {
    commandLine(pid).split(separator: "\0").first?.hasSuffix("toy-course")
      == true
  }

  @Test func aClosedTerminalLeavesNoProcess() throws {
    let course = try ToyCourse(ownCache: true)
    try course.write(try endlessLoop, to: file)
    let terminal = try course.terminal("watch", "1")
    #expect(terminal.shows("checking…"))
    #expect(course.isRunningAProgram())
    terminal.hangUp()
    #expect(terminal.ended() != nil)
    #expect(course.eventually(\.isEmpty), "\(course.processes())")
  }

  /// Stopped by Ctrl-Z, and by a signal from another process.
  @Test(arguments: [false, true])
  func backFromTheShell(fromOutside: Bool) throws {
    let course = try ToyCourse()
    let shell = try PseudoTerminal("/bin/sh", ["-i"], in: course.root)
    shell.type("set -m; \(buildFolder)/toy-course watch 1\n")
    #expect(shell.shows("not written yet"))
    if fromOutside {
      let pid = course.processes().compactMap { Int32($0) }.first(
        where: isCourse)
      kill(try #require(pid), SIGTSTP)
    } else {
      shell.type("\u{1A}")
    }
    #expect(shell.shows { !$0.isOther && $0.showsCursor })
    shell.type("stty -a | grep -q ' icanon' && echo in${X}shell\n")
    #expect(shell.shows("inshell"))
    shell.type("fg\n")
    #expect(shell.shows { $0.isOther && $0.text.contains("n next") })
    try course.solve("01-double")
    #expect(shell.shows("Passed!"))
    shell.type("q")
    #expect(shell.shows { !$0.isOther })
  }
}
