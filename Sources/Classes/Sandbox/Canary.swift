package import Grading
internal import Lessons
internal import System

/// A program that tries to break out of the sandbox, on the way that every
/// submission takes.
///
/// Official grading begins with it: if any of it succeeds, nothing is graded.
package struct Canary: Sendable {
  private let compiler: Compiler
  private let isolation: Isolation

  package init(compiler: Compiler, isolation: Isolation) {
    self.compiler = compiler
    self.isolation = isolation
  }

  /// Everything that it could do and should not; empty in a sandbox that holds.
  ///
  /// Throws if it could not be compiled or run.
  package func escapes(from slot: Slot) throws -> [String] {
    defer { slot.clear() }
    let secret = slot.folder + ".secret"
    try replaceFile(
      secret, with: Array("secret\n".utf8), temporaryIn: parent(slot.folder))
    defer { unlink(secret) }
    chmod(secret, 0o600)
    let listener = try Listener()
    let processes = isolation.processes(user: slot.user)
    let plan = try Self.plan()
    // Without a box, another user needs permission to read what it is compiled
    // with.
    if !isolation.isBoxing { try compiler.prepare(for: plan) }
    let grader = Grader(
      compiler: compiler,
      confinement: isolation.confinement(in: slot))
    let (words, program) = try grader.answer(
      to: "\(listener.port) \(2 * processes) \(isolation.isBoxing) \(secret)",
      by: plan, in: slot.freshWorkshop())
    var escapes = words.split(separator: "\n").map(String.init)
    usleep(100_000)
    if isolation.isBoxing, isRunning(program) {
      escapes.append("a process outlived the box")
    }
    return escapes
  }

  private static func plan() throws -> Plan {
    let exercise = Exercise(
      functions: [
        try Signature("public func answer(_ question: String) -> String")
      ], imports: ["Tensors"], limits: Limits(seconds: 20, megabytes: 512))
    return Plan(
      number: 99, exercise: exercise,
      source: Source(path: "Canary.swift", text: source))
  }

  /// Whether a program is running, by its path.
  private func isRunning(_ program: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))
    return (names ?? []).contains { name in
      guard pid_t(name) != nil,
        let line = try? readFile("/proc/\(name)/cmdline", atMost: 1 << 20)
      else { return false }
      return line.starts(with: program.utf8)
    }
  }
}

/// A socket on this machine that listens, for the canary to reach.
private final class Listener {
  private let descriptor: Int32
  let port: UInt16

  init() throws(GradingError) {
    #if canImport(Darwin)
    let kind = SOCK_STREAM
    #else
    let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = socket(AF_INET, kind, 0)
    self.descriptor = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isListening else {
      throw GradingError("no socket can listen here: \(systemReason(errno))")
    }
  }

  deinit { close(descriptor) }
}

extension Canary {
  /// What it tries.
  ///
  /// Each process that it starts ends by itself, should nothing end it.
  private static let source = """
    import Glibc

    public func answer(_ question: String) -> String {
      let words = question.split(separator: " ")
      let port = UInt16(words[0]) ?? 0
      let most = Int(words[1]) ?? 0
      let isBoxed = words[2] == "true"
      var escapes: [String] = []
      let outside = [
        "/etc/passwd", "/etc/hostname", "/proc/kcore", "/bin/sh",
        "/usr/bin/env",
      ]
      for file in (isBoxed ? outside : []) + [String(words[3])] {
        let descriptor = open(file, O_RDONLY)
        guard descriptor >= 0 else { continue }
        close(descriptor)
        escapes.append("it can read \\(file)")
      }
      for file in ["/escape", "/lib/escape"]
      where open(file, O_CREAT | O_WRONLY, 0o600) >= 0 {
        escapes.append("it can write \\(file)")
      }
      if getuid() == 0 { escapes.append("it runs as root") }
      for name in ["PATH", "HOME", "USER"] where getenv(name) != nil {
        escapes.append("it sees the variable \\(name)")
      }
      // Standard input, output and error, and the channel to the grader.
      for descriptor in Int32(0)..<1024
      where ![0, 1, 2, 16, 17].contains(descriptor) {
        if fcntl(descriptor, F_GETFD) >= 0 {
          escapes.append("it holds descriptor \\(descriptor)")
        }
      }
      if isBoxed, connects(to: port) {
        escapes.append("it reaches the network")
      }
      if isBoxed, makesNamespace() {
        escapes.append("it makes a namespace of users")
      }
      var count = 0
      while count < most {
        let process = fork()
        if process < 0 { break }
        if process == 0 {
          setsid()
          alarm(20)
          while true { pause() }
        }
        count += 1
      }
      if count >= most { escapes.append("it starts any number of processes") }
      return escapes.joined(separator: "\\n")
    }

    private func makesNamespace() -> Bool {
      typealias Unshare = @convention(c) (Int32) -> Int32
      guard let symbol = dlsym(nil, "unshare") else { return false }
      let newUser: Int32 = 0x1000_0000
      // Only a process of one thread may do it.
      let child = fork()
      if child == 0 {
        _exit(unsafeBitCast(symbol, to: Unshare.self)(newUser) == 0 ? 7 : 0)
      }
      var status: Int32 = 0
      return child > 0 && waitpid(child, &status, 0) == child
        && status >> 8 & 0xff == 7
    }

    private func connects(to port: UInt16) -> Bool {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
      return withUnsafePointer(to: &address) { address in
        address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(
            descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
    }
    """
}
