import Checks
import Foundation
import Lessons
import Testing
import Wire

@testable import Grading

/// Every trap that a learner can meet, through the compiler and the runtime
/// that learners' programs go through.
@Suite("Traps")
struct TrapTests {
  @Test func eachIsToldByItsReasonAndLine() throws {
    // A program compiled before is found again.
    let folder = buildFolder + "/toy-course-cache"
    let program = TrapProgram(Trap.all)
    let toolchain = try Toolchain(
      environment: ProcessInfo.processInfo.environment)
    let cache = try Cache(in: [folder])
    let compiler = Compiler(
      toolchain: toolchain,
      libraries: try Libraries(
        buildFolder: buildFolder, package: packageFolder, toolchain: toolchain,
        cache: cache), cache: cache, protecting: packageFolder)
    let plan = try program.plan
    let path = try compiler.program(of: plan).path
    for (number, trap) in Trap.all.enumerated() {
      let session = Session(
        Confinement.none.command(
          running: path, library: "",
          limits: ResourceLimits(megabytes: 1_024, processorSeconds: 60),
          protection: compiler.protection, toolchain: toolchain),
        files: plan.sources, limits: SessionLimits(megabytes: 1_024),
        symbolizer: Symbolizer(of: toolchain, for: path))
      defer { session.end() }
      do {
        let value = try session.call(
          "trap(_:_:)", [.integer(number), .integer(0)], seconds: 10,
          event: { _, _ in })
        Issue.record("\(trap.name) gave \(value)")
      } catch Interruption.crashed(let crash) {
        #expect(crash.reason == trap.reason, "\(trap.name)")
        if trap.hasLine {
          #expect(
            crash.place?.code.hasSuffix("// here") == true,
            "\(trap.name): \(crash.place as Any)")
          #expect(crash.place?.file == "Lessons/E.swift")
        }
        if let words = trap.says {
          #expect(
            crash.explanation.contains(words),
            "\(trap.name): \(crash.explanation)")
        }
        let mine = trap.code.contains("\"mine\"") ? "mine\n" : ""
        let other = trap.name == "a print is not the reason"
        #expect(
          session.output.text == (other ? "Fatal error: no\n" : mine),
          "\(trap.name)")
      } catch {
        Issue.record("\(trap.name): \(error)")
      }
    }
  }
}

/// One program with all the traps, each a function of its own.
private struct TrapProgram {
  let text: String

  init(_ traps: [Trap]) {
    var lines = [
      "import Tensors", "struct Unlucky: Error {}",
      "func fails(_ n: Int) throws -> Int {",
      "  if n == 0 { throw Unlucky() }", "  return n", "}",
      "func endless(_ n: Int) -> Int {",
      "  let rest = [n, endless(n + 1)]", "  return rest[0] + rest[1]", "}",
      "final class Box { var n = 1 }",
      "@inline(never) func add(_ n: inout Int, to box: Box) { n += box.n }",
    ]
    var cases: [String] = []
    for (number, trap) in traps.enumerated() {
      lines += [
        "@inline(never)",
        "func t\(number)(_ a: [Int], _ zero: Int, _ half: Float, "
          + "_ none: Int?) -> Int {",
        trap.code, "}",
      ]
      cases.append("  case \(number): return t\(number)(a, zero, half, none)")
    }
    lines += [
      "public func trap(_ number: Int, _ zero: Int) -> Int {",
      "  let a = [1, 2, 3].map { $0 + zero }",
      "  let half = 0.5 + Float(zero)", "  let none = zero == 0 ? nil : zero",
      "  switch number {",
    ]
    lines += cases + ["  default: return 0", "  }", "}"]
    text = lines.joined(separator: "\n") + "\n"
  }

  var plan: Plan {
    get throws {
      Plan(
        number: 1,
        exercise: Exercise(
          functions: [
            try Signature(
              "public func trap(_ number: Int, _ zero: Int) -> Int")
          ], imports: ["Tensors"], limits: Limits(seconds: 5, megabytes: 256)),
        source: Source(path: "Lessons/E.swift", text: text))
    }
  }
}

/// The package's folder.
private let packageFolder = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// Where the products are, this test among them.
private let buildFolder: String = {
  let test = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
  let path =
    (try? FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/self/exe")) ?? test?.bundlePath ?? CommandLine.arguments[0]
  return URL(filePath: path).deletingLastPathComponent().path
}()
