internal import System

/// Kills the programs that this process has started when this process dies,
/// however it dies.
///
/// It is a small shell script that reads a pipe. Each program reports its
/// process group before it begins and is removed when it has ended. When this
/// process dies, by Ctrl-C or by a signal that cannot be handled, the pipe
/// closes; the shell then kills the remaining groups and exits.
package final class Watchdog: Sendable {
  private let pid: pid_t

  /// The write end of the pipe.
  let writing: Int32

  package init() throws(LaunchError) {
    let pipe = try Pipe()
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nothing >= 0 else {
      pipe.closeBoth()
      throw LaunchError(
        description: "cannot open /dev/null: \(errorText(errno))")
    }
    defer {
      close(nothing)
      close(pipe.reading)
    }
    do {
      pid = try spawn(
        Command("/bin/sh", ["-c", Self.script]),
        input: pipe.reading, output: nothing, errors: nothing)
    } catch {
      close(pipe.writing)
      throw error
    }
    writing = pipe.writing
  }

  deinit {
    close(writing)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
  }

  /// Removes the group of a program that has ended.
  func forget(_ group: pid_t) {
    let line = Array("- \(group)\n".utf8)
    _ = line.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
  }

  /// Shell code that reports the shell's group before it becomes the program.
  static let announcement = "echo \"+ $$\" >&\(descriptor); "

  /// The pipe's descriptor in a program's shell, which closes it before it
  /// becomes the program.
  static let descriptor: Int32 = 3

  private static let script = """
    trap '' INT HUP TERM QUIT PIPE
    groups=' '
    while read -r sign group; do
      case $sign in
      +) groups="$groups$group " ;;
      -) groups="${groups%% $group *} ${groups#* $group }" ;;
      esac
    done
    for group in $groups; do kill -s KILL -- "-$group"; done
    """
}
