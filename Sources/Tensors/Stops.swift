#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The exit status after a call of ``notWritten(_:)``, which lets the parent
/// process distinguish it from a crash.
package let notWrittenExitStatus: Int32 = 97

/// Stands in for code that the learner has yet to write: prints a message and
/// ends the process.
///
/// ```swift
/// func softmax(_ x: Tensor) -> Tensor { notWritten() }
/// ```
///
/// A call prints `softmax(_:) is not written yet` to standard error and exits
/// with status 97, so that it does not look like a crash.
public func notWritten(_ function: String = #function) -> Never {
  printError("\(function) is not written yet")
  _exit(notWrittenExitStatus)
}

/// Stops the program on a programming error: prints the operation, what it was
/// given and the rule it broke to standard error, and traps.
///
/// Under `-O` a `precondition` prints nothing; this function always prints.
package func stop(_ operation: String, _ found: String, _ rule: String) -> Never
{
  printError("\(operation): \(found), \(rule)")
  preconditionFailure()
}

private func printError(_ message: String) {
  var line = message + "\n"
  line.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let written = write(STDERR_FILENO, rest.baseAddress, rest.count)
      guard written > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
  }
}
