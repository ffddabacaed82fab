#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Ends what this process has started when this process dies, however it
/// dies.
///
/// It is a small shell program that holds the reading end of a pipe. Each
/// program that is started tells it its process group before it begins, and
/// is struck off when it has ended. When this process is gone, by Ctrl-C or by
/// a signal that nobody can handle, the pipe closes; the shell kills the
/// groups that are left, and ends.
package final class Watchdog: Sendable {
  private let pid: pid_t

  /// The end of the pipe that groups are written to.
  let writing: Int32

  package init() throws(LaunchError) {
    let pipe = try Pipe()
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nothing >= 0 else {
      pipe.closeBoth()
      throw LaunchError(description: "no /dev/null: \(errorText(errno))")
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

  /// Strikes off the group of a program that has ended.
  func forget(_ group: pid_t) {
    let line = Array("- \(group)\n".utf8)
    _ = line.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
  }

  /// What a shell says of itself before it becomes the program.
  static let announcement = "echo \"+ $$\" >&\(descriptor); "

  /// The number that the pipe has in a program's shell, which closes it
  /// before it becomes the program.
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
