internal import System

/// Starts a program that goes on after this one ends, in a session of its own
/// and without input and output.
///
/// Returns whether it could be started.
package func startDetached(
  _ words: [String], environment: [String: String]
) -> Bool {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for descriptor in STDIN_FILENO...STDERR_FILENO {
    posix_spawn_file_actions_addopen(
      &actions, descriptor, "/dev/null", O_RDWR, 0)
  }
  #if os(Linux)
  for descriptor in Int32(3)..<256 {
    posix_spawn_file_actions_addclose(&actions, descriptor)
  }
  // By the header of glibc, which Swift does not import.
  let newSession: Int16 = 0x80
  #else
  let newSession = Int16(POSIX_SPAWN_SETSID | POSIX_SPAWN_CLOEXEC_DEFAULT)
  #endif
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  posix_spawnattr_setflags(
    &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
  var mask = sigset_t()
  sigemptyset(&mask)
  posix_spawnattr_setsigmask(&attributes, &mask)
  // A shell starts it in the background and ends, so that nobody has to wait
  // for it.
  let script = "\"$@\" & exit 0"
  let arguments = ["/bin/sh", "-c", script, "sh"] + words
  var pid: pid_t = 0
  let failed = withCStrings(arguments) { arguments in
    withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
      posix_spawn(
        &pid, "/bin/sh", &actions, &attributes, arguments, variables)
    }
  }
  guard failed == 0 else { return false }
  var status: Int32 = 0
  while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  return true
}
