package import Grading
internal import System

/// Puts every compiler, linker and program that touches a submission into a
/// box, or at least runs it as another user.
package struct Isolation: Sendable {
  package let tools: SandboxTools

  /// The folder of the toolchain that holds its `bin` and `lib`.
  private let toolchain: String

  /// The folder of Swift's runtime libraries.
  private let runtime: String

  /// The system's libraries that a program of the course loads.
  private let libraries: [String]

  /// The threads that the grader's user had at the start.
  private let threads = ownThreads()

  /// Whether programs run in boxes, not only as another user.
  package var isBoxing: Bool { tools.bubblewrap != nil }

  /// Finds the tools and libraries on this system.
  package init(
    for compiler: Compiler, path: String, isBoxing: Bool = true
  ) throws(GradingError) {
    func tool(_ name: String) throws(GradingError) -> String {
      let folders =
        path.split(separator: ":").map(String.init) + ["/usr/bin", "/bin"]
      let found = folders.map { $0 + "/" + name }.first {
        access($0, X_OK) == 0
      }
      guard let found else {
        throw GradingError(
          "there is no \(name) on the PATH; run `./bootstrap --class`")
      }
      return found
    }
    let setpriv = try tool("setpriv")
    tools = SandboxTools(
      bubblewrap: isBoxing ? try tool("bwrap") : nil,
      prlimit: try tool("prlimit"),
      setpriv: setpriv,
      setprivLibraries: try loadedLibraries(of: [setpriv]))
    runtime = try compiler.toolchain.libraryFolder()
    toolchain = parent(parent(resolvingLinks(compiler.toolchain.compiler)))
    let folder = runtime
    let loading = [
      folder + "/libFoundation.so",
      compiler.libraries.linked + "/libLearning.so",
    ]
    libraries = try loadedLibraries(of: loading + Self.blas).filter {
      !$0.hasPrefix(folder + "/")
    }
  }

  /// Where the library for products of matrices may be; programs load it
  /// when they need it.
  private static let blas = [
    "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64",
    "/usr/lib",
  ].map { $0 + "/libopenblas.so.0" }

  /// How many processes and threads the programs of a user may have.
  ///
  /// Where they run as the grader's own user, the system counts that user's
  /// others with them.
  package func processes(user: UInt32?) -> Int {
    256 + (user == nil ? threads : 0)
  }

  /// The confinement of a slot.
  package func confinement(in slot: Slot) -> Confinement {
    Confinement { command, step in boxed(command, step, in: slot) }
  }

  /// The policy for a step with these limits.
  package func policy(
    for step: Confinement.Step, limits: ResourceLimits?, user: UInt32?
  ) -> SandboxPolicy {
    switch step {
    case .compiling(let reading, let writing):
      var policy = SandboxPolicy(
        tools: tools,
        limits: SandboxPolicy.Limits(
          processorSeconds: 30, megabytes: 4_096, fileMegabytes: 64))
      policy.limits.temporaryMegabytes = 512
      policy.limits.openFiles = 1_024
      policy.readable = ["/usr", toolchain] + reading
      for name in ["bin", "lib", "lib64", "sbin"] {
        if let target = targetOfLink("/" + name) {
          policy.links.append(.init(path: "/" + name, target: target))
        } else if access("/" + name, F_OK) == 0 {
          policy.readable.append("/" + name)
        }
      }
      policy.writable = writing
      policy.hasDevices = true
      policy.hasProcesses = true
      policy.environment = [
        "HOME": "/tmp", "PATH": "\(toolchain)/bin:/usr/bin:/bin",
        "TMPDIR": "/tmp", "LANG": "C.UTF-8",
      ]
      policy.user = user
      policy.limits.processes = processes(user: user)
      return policy
    case .running(let program, let library):
      let limits =
        limits ?? ResourceLimits(megabytes: 1_024, processorSeconds: 60)
      var policy = SandboxPolicy(
        tools: tools,
        limits: SandboxPolicy.Limits(
          processorSeconds: limits.processorSeconds,
          megabytes: limits.megabytes, fileMegabytes: 16))
      policy.readable = [program, library, runtime] + libraries
      policy.hasProcesses = true
      policy.environment = [
        "LANG": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1",
        "SWIFT_BACKTRACE": "enable=no",
      ]
      policy.user = user
      policy.limits.processes = processes(user: user)
      return policy
    }
  }

  private func boxed(
    _ command: Command, _ step: Confinement.Step, in slot: Slot
  ) -> Command {
    var policy = policy(for: step, limits: command.limits, user: slot.user)
    policy.filter = slot.filter
    let words = policy.running([command.executable] + command.arguments)
    var boxed = command
    boxed.executable = words[0]
    boxed.arguments = Array(words.dropFirst())
    // `prlimit` sets the limits. A box is read-only; without one, only file
    // permissions protect files.
    boxed.environment = isBoxing ? [:] : policy.environment
    boxed.limits = nil
    boxed.protection = nil
    boxed.isBoxed = isBoxing
    // Only compilers write there; without a box, the program could replace itself.
    if case .running(let program, _) = step, !isBoxing, let user = slot.user {
      for path in [parent(program), program] { lchown(path, 0, user) }
    }
    // Several compilers of a submission run at once; of its program, one.
    if case .running = step, let user = slot.user {
      boxed.awaitsStart = { _ = endProcesses(of: user) }
    }
    guard let group = slot.group,
      // Beside the user's there are those of bubblewrap.
      group.limit(
        megabytes: policy.limits.megabytes,
        processes: policy.limits.processes + 16)
    else { return boxed }
    let kills = group.kills()
    boxed.isOutOfMemory = { group.kills() > kills }
    return group.joined(by: boxed)
  }
}

/// The libraries, by their paths, that some programs or libraries load; those
/// that are not there load none.
private func loadedLibraries(
  of files: [String]
) throws(GradingError) -> [String] {
  let present = files.filter { access($0, F_OK) == 0 }
  guard !present.isEmpty else { return [] }
  let runs: [Run]
  do {
    runs = try Grading.run(
      present.map {
        Command("/usr/bin/env", ["ldd", $0], environment: ["LANG": "C"])
      }, seconds: 30)
  } catch {
    throw GradingError(error.description)
  }
  // `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x…)`, or only the path.
  let loaded = runs.flatMap { run in
    run.text.split(separator: "\n").compactMap { line in
      line.split(separator: " ").map { $0.drop { $0 == "\t" } }
        .first { $0.hasPrefix("/") }.map(String.init)
    }
  }
  let blas = present.filter { $0.contains("blas") }
  return Set(loaded + blas).sorted()
}

private func resolvingLinks(_ path: String) -> String {
  URL(filePath: path).resolvingSymlinksInPath().path
}

func parent(_ path: String) -> String {
  URL(filePath: path).deletingLastPathComponent().path
}

private func targetOfLink(_ path: String) -> String? {
  try? FileManager.default.destinationOfSymbolicLink(atPath: path)
}

/// The threads of all processes of this process's user.
private func ownThreads() -> Int {
  let names = try? FileManager.default.contentsOfDirectory(atPath: "/proc")
  return (names ?? []).reduce(0) { count, name in
    var status = stat()
    guard pid_t(name) != nil, stat("/proc/\(name)", &status) == 0,
      status.st_uid == getuid(),
      let tasks = try? FileManager.default.contentsOfDirectory(
        atPath: "/proc/\(name)/task")
    else { return count }
    return count + tasks.count
  }
}
