#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The Swift compiler that exercises are compiled with, and the linker.
package struct Toolchain: Sendable {
  /// The path of `swiftc`.
  package let compiler: String

  /// The path of the compiler proper, which starts faster.
  let frontend: String

  /// The path of the C compiler, which knows how to link on this system.
  let clang: String

  /// The environment that the compiler runs in.
  let environment: [String: String]

  /// What tells this toolchain from another one.
  let identity: String

  private let watchdog: Watchdog

  /// Finds `swiftc` on the path.
  package init(
    environment: [String: String]
  ) throws(GradingError) {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let found = folders.lazy.map { "\($0)/swiftc" }.first(where: Files.exists)
    guard let found else {
      throw GradingError(
        "no Swift compiler: there is no swiftc on the PATH; "
          + "install Swift from swift.org, or add its folder to PATH")
    }
    if let temporary = environment["TMPDIR"],
      !Files.isWritableFolder(temporary)
    {
      throw GradingError(
        "TMPDIR is \(temporary), and no file can be made there; "
          + "unset TMPDIR, or make the folder")
    }
    compiler = found
    let home = Files.parent(Files.resolvingLinks(found))
    let sibling = home + "/swift-frontend"
    frontend = Files.exists(sibling) ? sibling : found
    clang =
      ([home + "/clang"] + folders.map { "\($0)/clang" }).first(
        where: Files.exists) ?? "clang"
    identity = Files.stamp(frontend) ?? frontend
    self.environment = environment.filter {
      ["PATH", "HOME", "TMPDIR", "SDKROOT", "DEVELOPER_DIR"].contains($0.key)
    }
    do {
      watchdog = try Watchdog()
    } catch {
      throw GradingError(error.description)
    }
  }

  /// A command for the compiler proper.
  func frontend(_ arguments: [String]) -> Command {
    command(frontend, ["-frontend"] + arguments)
  }

  /// A command for the compiler's driver, which knows how to link.
  func driver(_ arguments: [String]) -> Command {
    command(compiler, arguments)
  }

  /// A command that runs one of the toolchain's programs, or one that it has
  /// made: within limits that end it even where nobody waits for it.
  func command(
    _ program: String, _ arguments: [String],
    environment: [String: String]? = nil
  ) -> Command {
    var limits = ResourceLimits(megabytes: 8_192, processorSeconds: 90)
    limits.fileMegabytes = 512
    limits.openFiles = 1_024
    return Command(
      program, arguments, environment: environment ?? self.environment,
      limits: limits, watchdog: watchdog)
  }
}

extension Toolchain {
  /// The folder of the language's libraries.
  func libraryFolder() throws(GradingError) -> String {
    struct Answer: Decodable {
      struct Paths: Decodable { var runtimeLibraryPaths: [String] }
      var paths: Paths
    }
    let result = try runOne(driver(["-print-target-info"]), seconds: 30)
    let answer = try? JSONDecoder().decode(
      Answer.self, from: Data(result.output))
    guard let folder = answer?.paths.runtimeLibraryPaths.first else {
      let said = lastLines(result.errors.isEmpty ? result.text : result.errors)
      throw GradingError(
        result.timedOut
          ? "\(compiler) does not answer, not in 30 s; is it a compiler?"
          : "\(compiler) does not answer as a Swift compiler does: \(said)")
    }
    return folder
  }

  /// The compiler's own words on its version.
  package func version() throws(GradingError) -> String {
    let result = try runOne(driver(["--version"]), seconds: 30)
    guard result.succeeded, let line = result.text.split(separator: "\n").first
    else {
      throw GradingError(
        "\(compiler) does not run: \(lastLines(result.errors))")
    }
    return "\(line) at \(compiler)"
  }
}
