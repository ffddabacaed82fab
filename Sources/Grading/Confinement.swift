/// How a learner's program is isolated.
///
/// When you check your own file, `check` limits memory, time and files, and
/// keeps the program from writing to the course's files. Whoever grades
/// strangers wraps each command here in a sandbox: every compiler, linker and
/// program that reads a learner's code is started through this type.
package struct Confinement: Sendable {
  /// What a command is about to do with a learner's code.
  package enum Step: Sendable {
    /// It compiles or links: it reads these files and folders, and writes to
    /// one folder.
    case compiling(reading: [String], writing: String)
    /// It runs the program at this path, linked with the library in a folder.
    case running(String, library: String)
  }

  /// Whether commands are wrapped.
  let isSandbox: Bool

  /// Wraps a command.
  let wrap: @Sendable (Command, Step) -> Command

  /// Creates a confinement that wraps each command.
  package init(wrap: @escaping @Sendable (Command, Step) -> Command) {
    isSandbox = true
    self.wrap = wrap
  }

  private init() {
    isSandbox = false
    wrap = { command, _ in command }
  }

  /// No sandbox: everything runs as the user who checks it.
  package static let none = Confinement()

  /// The command that runs a learner's program.
  func command(
    running program: String, library: String, limits: ResourceLimits,
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
    return wrap(command, .running(program, library: library))
  }

  /// Address space, in mebibytes, that the runtime, the libraries and their
  /// threads take before the learner's code takes any.
  private static let baseMegabytes = 512
}
