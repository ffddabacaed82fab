#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Signals as bytes in a pipe, so that one wait serves them and all else.
///
/// A signal may come to any thread, those of the matrix library too, and its
/// handler can carry nothing along. So the pipe's end has a number that is
/// agreed upon, and the handler needs no variable to find it.
package final class SignalPipe {
  package let reading: Int32
  private let signals: [Int32]

  package init(_ signals: [Int32]) throws(TerminalFailure) {
    var ends: [Int32] = [-1, -1]
    guard fcntl(signalDescriptor, F_GETFD) < 0, pipe(&ends) == 0,
      dup2(ends[1], signalDescriptor) == signalDescriptor
    else {
      throw TerminalFailure(
        description: "no pipe for signals: "
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
      // Only what may be called at any moment, and nothing left changed.
      let before = errno
      var byte = UInt8(truncatingIfNeeded: number)
      _ = writeBytes(signalDescriptor, &byte, 1)
      errno = before
    }
  }

  /// Leaves signals to the system while something is done.
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

  /// The signals that came.
  package func taken() -> [Int32] {
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = buffer.withUnsafeMutableBytes {
      read(reading, $0.baseAddress, $0.count)
    }
    return buffer.prefix(max(count, 0)).map { Int32($0) }
  }
}

/// The descriptor that signals are written to; a program that is started has
/// those below 256 closed.
private var signalDescriptor: Int32 { 63 }

/// `write(2)`, by a name that no method hides.
func writeBytes(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
  write(descriptor, bytes, count)
}
