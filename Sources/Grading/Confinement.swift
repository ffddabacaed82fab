/// How a learner's program is isolated.
///
/// When you check your own file, `check` limits memory, time and files, and
/// keeps the program from writing to the course's files. To grade untrusted
/// submissions, wrap the program in a sandbox here: every learner's process is
/// started through this type.
package struct Confinement: Sendable {
  /// Wraps the command that runs a program.
  var wrap: @Sendable (Command) -> Command

  /// Creates a confinement that wraps each command.
  package init(wrap: @escaping @Sendable (Command) -> Command) {
    self.wrap = wrap
  }

  /// No sandbox: the program runs as the user who checks it.
  package static let none = Confinement { $0 }

  /// The command that runs a learner's program.
  func command(
    running program: String, limits: ResourceLimits,
    protection: WriteProtection, toolchain: Toolchain
  ) -> Command {
    var variables = toolchain.environment.filter {
      ["PATH", "TMPDIR"].contains($0.key)
    }
    variables["LANG"] = "C.UTF-8"
    // The library splits batches over threads itself; OpenBLAS's own threads
    // would only spin beside it while the program starts.
    variables["OPENBLAS_NUM_THREADS"] = "1"
    variables["SWIFT_BACKTRACE"] =
      "enable=yes,interactive=no,color=no,output-to=stderr,threads=crashed,"
      + "images=mentioned,registers=none,limit=32,sanitize=no"
    var command = toolchain.command(program, [], environment: variables)
    command.limits = limits
    command.limits?.megabytes += Self.baseMegabytes
    command.protection = protection
    return wrap(command)
  }

  /// Address space, in mebibytes, that the runtime, the libraries and their
  /// threads take before the learner's code takes any.
  private static let baseMegabytes = 512
}
