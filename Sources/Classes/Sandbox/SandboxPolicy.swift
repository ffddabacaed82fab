internal import System

/// What a command may use inside its box, as bubblewrap and `prlimit` enforce
/// it.
///
/// The root of the box is empty but for what is listed here. It has no network,
/// no process but its own, and no environment but the one given.
///
/// ```swift
/// print(policy.running(["/box/program"]))   // the command it stands for
/// ```
package struct SandboxPolicy: Sendable, Equatable {
  /// Where the system's programs are.
  package var tools: SandboxTools

  /// Files and folders that can be read, at the same place as outside.
  package var readable: [String] = []

  /// Links inside the box, such as `/bin` to `usr/bin`.
  package var links: [Link] = []

  /// The one folder outside `/tmp` that can be written.
  package var writable: String?

  /// Whether it has `/dev`.
  package var hasDevices = false

  /// Whether it has `/proc`, which shows its own processes alone.
  ///
  /// Dispatch looks there at the threads that it made, and stops the program if
  /// it cannot.
  package var hasProcesses = false
  package var environment: [String: String] = [:]

  /// The user whom it runs as; nil for the one who grades, seen as nobody.
  package var user: UInt32?

  /// The file of the filter of system calls, for bubblewrap to load; nil for
  /// none.
  package var filter: String?
  package var limits: Limits

  package init(tools: SandboxTools, limits: Limits) {
    self.tools = tools
    self.limits = limits
  }

  package struct Link: Sendable, Equatable {
    package var path: String
    package var target: String
  }

  /// What the system allows one command; memory and time are counted for each
  /// of its processes.
  package struct Limits: Sendable, Equatable {
    package var processorSeconds: Int
    package var megabytes: Int
    package var fileMegabytes: Int
    package var openFiles = 64

    /// Processes and threads of the user; Swift needs some tens.
    package var processes = 256

    /// The size of `/tmp`, which is kept in memory.
    package var temporaryMegabytes = 16

    package init(processorSeconds: Int, megabytes: Int, fileMegabytes: Int) {
      self.processorSeconds = processorSeconds
      self.megabytes = megabytes
      self.fileMegabytes = fileMegabytes
    }
  }
}

/// The system's programs that make a sandbox.
package struct SandboxTools: Sendable, Equatable {
  /// Makes the box; without it (nil), only the user id and the limits hold a
  /// program back.
  package var bubblewrap: String?
  package var prlimit: String

  /// Changes the user; with the libraries that it needs in the box.
  package var setpriv: String
  package var setprivLibraries: [String]

  package init(
    bubblewrap: String?, prlimit: String, setpriv: String,
    setprivLibraries: [String]
  ) {
    self.bubblewrap = bubblewrap
    self.prlimit = prlimit
    self.setpriv = setpriv
    self.setprivLibraries = setprivLibraries
  }
}

extension SandboxPolicy {
  /// The command, word by word, that runs a program, in the box if there
  /// is one.
  package func running(_ program: [String]) -> [String] {
    guard let bubblewrap = tools.bubblewrap else {
      return limitWords + userWords + program
    }
    return filterWords + limitWords + [bubblewrap] + boxWords + ["--"]
      + userWords
      + program
  }

  /// Opens the filter, which bubblewrap reads and closes.
  private var filterWords: [String] {
    filter.map { ["/bin/sh", "-c", "exec \"$@\" 9<\"$0\"", $0] } ?? []
  }

  private var limitWords: [String] {
    [
      tools.prlimit,
      // A second after the first signal comes the one that none can ignore.
      "--cpu=\(limits.processorSeconds):\(limits.processorSeconds + 1)",
      "--as=\(limits.megabytes << 20)", "--fsize=\(limits.fileMegabytes << 20)",
      "--nofile=\(limits.openFiles)", "--nproc=\(limits.processes)",
      "--stack=\(8 << 20)", "--core=0",
    ]
  }

  private var boxWords: [String] {
    var words = [
      "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts",
      "--unshare-cgroup-try", "--hostname", "box", "--die-with-parent",
      "--new-session", "--cap-drop", "ALL",
    ]
    if user == nil {
      words += [
        "--unshare-user", "--uid", "65534", "--gid", "65534",
        "--disable-userns",
      ]
    } else {
      // `setpriv` gives them up as it becomes the user.
      words += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    }
    if filter != nil { words += ["--seccomp", "9"] }
    words.append("--clearenv")
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) {
      words += ["--setenv", name, value]
    }
    let tools = user == nil ? [] : [tools.setpriv] + tools.setprivLibraries
    // What is below a link is there already, in the folder it leads to.
    let mounts = (readable + tools).unique().filter { path in
      !links.contains { path.hasPrefix($0.path + "/") }
    }
    // The parents of a mounted file would otherwise be closed to the user. The
    // folder for temporary files comes before what may lie in it.
    for folder in ancestors(of: mounts + [writable].compactMap { $0 })
    where folder != "/tmp" && !folder.hasPrefix("/tmp/") {
      words += ["--dir", folder]
    }
    for link in links { words += ["--symlink", link.target, link.path] }
    if hasProcesses { words += ["--proc", "/proc"] }
    if hasDevices { words += ["--dev", "/dev"] }
    words += [
      "--size", "\(limits.temporaryMegabytes << 20)", "--perms", "1777",
      "--tmpfs", "/tmp",
    ]
    for folder in ancestors(of: mounts + [writable].compactMap { $0 })
    where folder.hasPrefix("/tmp/") {
      words += ["--dir", folder]
    }
    for path in mounts { words += ["--ro-bind", path, path] }
    if let writable { words += ["--bind", writable, writable] }
    return words + ["--chdir", writable ?? "/tmp", "--remount-ro", "/"]
  }

  private var userWords: [String] {
    guard let user else { return [] }
    return [
      tools.setpriv, "--reuid", "\(user)", "--regid", "\(user)",
      "--clear-groups", "--inh-caps=-all", "--no-new-privs", "--",
    ]
  }

  /// The folders above some paths that are not themselves within a folder that
  /// is mounted, outermost first.
  private func ancestors(of paths: [String]) -> [String] {
    let folders = Set(
      paths.flatMap { path in
        let parts = path.split(separator: "/").dropLast()
        return parts.indices.map {
          "/" + parts[...$0].joined(separator: "/")
        }
      })
    return folders.filter { folder in
      !readable.contains { (folder + "/").hasPrefix($0 + "/") }
    }.sorted()
  }
}

extension SandboxPolicy: CustomStringConvertible {
  /// The command with `PROGRAM` in the place of what it runs, to be pasted into
  /// a shell.
  package var description: String {
    running(["PROGRAM"]).map(quotedForShell).joined(separator: " ")
  }
}

extension [String] {
  fileprivate func unique() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
