internal import System

/// Turns signals into bytes in a pipe, so that one `poll` waits for them and
/// for everything else.
///
/// A signal may be delivered to any thread, including those of the matrix
/// library, and its handler cannot capture anything. So the pipe has a fixed
/// descriptor, which the handler finds without a variable.
package final class SignalPipe {
  package let reading: Int32
  private let signals: [Int32]

  package init(_ signals: [Int32]) throws(TerminalFailure) {
    var ends: [Int32] = [-1, -1]
    guard fcntl(signalDescriptor, F_GETFD) < 0, pipe(&ends) == 0,
      dup2(ends[1], signalDescriptor) == signalDescriptor
    else {
      throw TerminalFailure(
        description: "cannot create a pipe for signals: "
          + String(cString: strerror(errno)))
    }
    close(ends[1])
    for end in [ends[0], signalDescriptor] {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    self.signals = signals
    for number in signals { hear(number) }
  }

  private func hear(_ number: Int32) {
    signal(number) { number in
      // Call only what is safe in a signal handler, and leave errno unchanged.
      let before = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = writeBytes(signalDescriptor, &byte, 1)
      errno = before
    }
  }

  /// Lets the system handle signals while `work` runs.
  package func leave(_ numbers: [Int32], while work: () -> Void) {
    for number in numbers { signal(number, SIG_DFL) }
    work()
    for number in numbers { hear(number) }
  }

  deinit {
    for number in signals { signal(number, SIG_DFL) }
    close(signalDescriptor)
    close(reading)
  }

  /// The signals that have arrived.
  package func taken() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = buffer.withUnsafeMutableBytes {
      read(reading, $0.baseAddress, $0.count)
    }
    return buffer.prefix(max(count, 0)).map { Int32($0) }
  }
}

/// The descriptor that signals are written to.
///
/// Programs that are started do not inherit it, because descriptors below 256
/// are closed in them.
private var signalDescriptor: Int32 { 63 }

/// `write(2)`, by a name that no method shadows.
func writeBytes(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}
