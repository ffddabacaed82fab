internal import System

/// The Swift compiler and the linker for exercises.
package struct Toolchain: Sendable {
  /// The path of the toolchain's own `swiftc`, not a version manager's.
  package let compiler: String

  /// The path of the compiler frontend, which starts faster.
  let frontend: String

  /// The path of the C compiler, which knows how to link on this system.
  let clang: String

  /// The environment variables of the compiler.
  let environment: [String: String]

  /// Tells this toolchain from others, for cache keys.
  let identity: String

  private let watchdog: Watchdog

  /// Finds `swiftc` on the `PATH`.
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
        "TMPDIR is \(temporary), where no file can be created; "
          + "unset TMPDIR, or create the folder")
    }
    compiler = compilerBehind(found, environment: environment)
    let home = Files.parent(Files.resolvingLinks(compiler))
    let sibling = home + "/swift-frontend"
    frontend = Files.exists(sibling) ? sibling : compiler
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

  /// A command for the compiler frontend.
  func frontend(_ arguments: [String]) -> Command {
    command(frontend, ["-frontend"] + arguments)
  }

  /// A command for the compiler driver, which also links.
  func driver(_ arguments: [String]) -> Command {
    command(compiler, arguments)
  }

  /// A command that runs one of the toolchain's programs or one it has built,
  /// with limits that end it even if nobody waits for it.
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

/// What a compiler answers to `-print-target-info`.
private struct TargetInfo: Decodable {
  struct Paths: Decodable {
    var runtimeResourcePath: String
    var runtimeLibraryPaths: [String]
  }
  var paths: Paths
}

/// The compiler that a `swiftc` on the `PATH` stands for.
///
/// Version managers such as swiftly put their own program there. On each call it
/// chooses a toolchain from files that a sandbox does not show.
private func compilerBehind(
  _ found: String, environment: [String: String]
) -> String {
  let folder = Files.parent(Files.parent(Files.resolvingLinks(found)))
  guard !Files.exists(folder + "/lib/swift") else { return found }
  let asking = Command(found, ["-print-target-info"], environment: environment)
  guard let run = try? runOne(asking, seconds: 30),
    let target = try? JSONDecoder().decode(
      TargetInfo.self, from: Data(run.output))
  else { return found }
  // usr/lib/swift
  let root = Files.parent(Files.parent(target.paths.runtimeResourcePath))
  return Files.exists(root + "/bin/swiftc") ? root + "/bin/swiftc" : found
}

extension Toolchain {
  /// The folder of Swift's runtime libraries.
  package func libraryFolder() throws(GradingError) -> String {
    let result = try runOne(frontend(["-print-target-info"]), seconds: 30)
    let target = try? JSONDecoder().decode(
      TargetInfo.self, from: Data(result.output))
    guard let folder = target?.paths.runtimeLibraryPaths.first else {
      let said = lastLines(result.errors.isEmpty ? result.text : result.errors)
      throw GradingError(
        result.timedOut
          ? "\(compiler) did not answer within 30 s. Is it a compiler?"
          : "\(compiler) does not answer like a Swift compiler: \(said)")
    }
    return folder
  }

  /// The compiler's version, as it prints it, and its path.
  package func version() throws(GradingError) -> String {
    let result = try runOne(command(frontend, ["--version"]), seconds: 30)
    guard result.succeeded, let line = result.text.split(separator: "\n").first
    else {
      throw GradingError(
        "\(compiler) does not run: \(lastLines(result.errors))")
    }
    return "\(line) at \(compiler)"
  }
}
