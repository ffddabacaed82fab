/// The Swift compiler that exercises are compiled with.
package struct Toolchain: Sendable, Equatable {
  /// The path of `swiftc`.
  package let compiler: String

  /// The path of the compiler proper, which starts faster.
  let frontend: String

  /// The environment that the compiler runs in.
  let environment: [String: String]

  /// What tells this toolchain from another one.
  let identity: String

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
    compiler = found
    let resolved = Files.resolvingLinks(found)
    let sibling = Files.parent(resolved) + "/swift-frontend"
    frontend = Files.exists(sibling) ? sibling : found
    identity = Files.stamp(frontend) ?? frontend
    self.environment = environment.filter {
      ["PATH", "HOME", "TMPDIR", "SDKROOT", "DEVELOPER_DIR"].contains($0.key)
    }
  }

  /// A command for the compiler proper.
  func frontend(_ arguments: [String]) -> Command {
    Command(frontend, ["-frontend"] + arguments, environment: environment)
  }

  /// A command for the compiler's driver, which knows how to link.
  func driver(_ arguments: [String]) -> Command {
    Command(compiler, arguments, environment: environment)
  }
}

extension Toolchain {
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
