#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The exit status of a process that called ``notWritten(_:)``: how its parent
/// tells that from a crash.
package let notWrittenExitStatus: Int32 = 97

/// Stands where a learner's code will stand: says so, and ends the process.
///
/// ```swift
/// func softmax(_ x: Tensor) -> Tensor { notWritten() }
/// ```
///
/// A call prints `softmax(_:) is not written yet` on standard error. The exit
/// status is 97, which is no crash.
public func notWritten(_ function: String = #function) -> Never {
  printError("\(function) is not written yet")
  _exit(notWrittenExitStatus)
}

/// Stops the program for a mistake in it: prints the operation, what it was
/// given and the rule it broke on standard error, and traps.
///
/// Under `-O` a `precondition` prints nothing; this always does.
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
