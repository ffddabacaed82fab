import Foundation
import Testing

/// What is left of a check that is ended, and what damage does to one.
@Suite("Checks that are ended, and damage")
struct EndingTests {
  /// A type checker that is at work for minutes: an array literal of sums of
  /// mixed literals.
  private func slowFile(_ course: ToyCourse) throws -> String {
    let sums = (0..<3_000).map { _ in "-1 + 2 * 3.5" }
    try course.write(
      "import Tensors\nlet many = [\(sums.joined(separator: ", "))]\n",
      to: "slow.swift")
    return course.path("slow.swift")
  }

  private func processes(of course: ToyCourse) throws -> Int {
    let listed = try course.shell("ps -ww -eo args")
    return listed.output.split(separator: "\n").count {
      $0.contains(course.cache) && !$0.contains("ps -ww")
    }
  }

  /// Waits until so many processes are there, at most some seconds.
  private func settles(
    _ course: ToyCourse, within seconds: Double, _ isRight: (Int) -> Bool
  ) throws -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if isRight(try processes(of: course)) { return true }
      usleep(50_000)
    }
    return false
  }

  private func endedChecksLeaveNoCompiler(_ course: ToyCourse) throws {
    let file = try slowFile(course)
    // A test's thread blocks signals, and what it starts would block them too.
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    for signal in [SIGKILL, SIGINT, SIGHUP] {
      let check = Process()
      check.executableURL = URL(filePath: buildFolder + "/toy-course")
      check.arguments = ["check", "1", "--file", file]
      check.currentDirectoryURL = URL(filePath: course.root)
      check.environment = ProcessInfo.processInfo.environment.merging([
        "COURSE_CACHE": course.cache
      ]) { $1 }
      check.standardOutput = FileHandle.nullDevice
      check.standardError = FileHandle.nullDevice
      try check.run()
      #expect(try settles(course, within: 60) { $0 > 0 })
      kill(check.processIdentifier, signal)
      let killed = Date()
      check.waitUntilExit()
      #expect(Date().timeIntervalSince(killed) < 2, "signal \(signal)")
      #expect(try settles(course, within: 2) { $0 == 0 }, "signal \(signal)")
    }
  }

  /// Damage to the cache, wherever it is done: after it, the verdict is the
  /// same.
  private func damageIsNobodysMistake(_ course: ToyCourse) throws {
    try course.solve("01-double")
    #expect(try course.run("check", "1").status == 0)
    for (damage, place) in [
      ("truncate -s 100", "program-*/program"), ("rm", "program-*/program"),
      ("truncate -s 0", "driver-*/driver.o"),
      ("truncate -s 100", "driver-*/*.swiftmodule"),
      ("truncate -s 0", "library-*/libLearning.so"),
      ("truncate -s 100", "library-*/clang/*/*.pcm"),
    ] {
      if !place.hasPrefix("program") {
        // Another text, so that it is compiled again.
        let file = "Lessons/01-double/Exercise.swift"
        let text = try #require(course.read(file))
        try course.write(text + "// \(place)\n", to: file)
      }
      let done = try course.shell(
        "set -- .course/cache/\(place); test -e \"$1\" && \(damage) \"$@\"")
      #expect(done.status == 0, "\(place): \(done.errors)")
      let answer = try course.run("check", "1")
      #expect(answer.status == 0, "\(place): \(answer.output)\(answer.errors)")
    }
  }

  /// In one course, because a cache of one's own takes seconds to fill.
  @Test func whatIsEndedOrDamagedIsMadeGood() throws {
    let course = try ToyCourse(ownCache: true)
    try damageIsNobodysMistake(course)
    try endedChecksLeaveNoCompiler(course)
  }

  @Test func aProgramCannotPutAnotherInItsPlace() throws {
    let course = try ToyCourse()
    let attack = try Attack(name: "OverwritesItsProgram.swift")
    for _ in 0..<2 {
      let answer = try course.run(
        "check", "1", "--json", "--file", attack.path)
      #expect(try answer.json()["status"] as? String == "failed")
    }
    let file = course.path("Lessons/01-double/Exercise.swift")
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.copyItem(atPath: attack.path, toPath: file)
    for _ in 0..<2 { #expect(try course.run("check", "1").status == 1) }
  }
}
