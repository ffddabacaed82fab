import Foundation
import Testing

@testable import Grading

@Suite("The toolchain")
struct ToolchainTests {
  private let real = try? Toolchain(
    environment: ProcessInfo.processInfo.environment)

  /// A toolchain whose `swiftc` is a script of these lines.
  private func toolchain(_ lines: String) throws -> (Toolchain, String) {
    let folder =
      FileManager.default.temporaryDirectory
      .resolvingSymlinksInPath().path + "/toolchain-\(UUID())"
    try FileManager.default.createDirectory(
      atPath: folder + "/bin", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let manager = folder + "/bin/manager"
    try "#!/bin/sh\n\(lines)\n".write(
      toFile: manager, atomically: true, encoding: .utf8)
    chmod(manager, 0o755)
    symlink("manager", folder + "/bin/swiftc")
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? ""
    environment["PATH"] = "\(folder)/bin:\(path)"
    return (
      try Toolchain(environment: environment), folder + "/bin/swiftc"
    )
  }

  /// swiftly works like this.
  @Test func theOneThatAManagerChoosesIsFound() throws {
    let real = try #require(real)
    let (found, _) = try toolchain("exec '\(real.compiler)' \"$@\"")
    #expect(
      Files.resolvingLinks(found.compiler)
        == Files.resolvingLinks(real.compiler))
    #expect(found.frontend == real.frontend)
  }

  @Test func whatIsNoCompilerIsLeftToFailLater() throws {
    let (found, path) = try toolchain("echo hello")
    #expect(found.compiler == path)
  }
}
