// The C library stops at this file.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The logarithm to base 10.
func logarithm(_ x: Double) -> Double { log10(x) }

/// 10 to the given power.
func tenTo(_ exponent: Double) -> Double { pow(10, exponent) }

/// The width in columns if standard output is a terminal; otherwise nil.
func terminalWidth() -> Int? {
  var size = winsize()
  guard isatty(STDOUT_FILENO) == 1,
    ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
  else { return nil }
  return Int(size.ws_col)
}

/// Whether the user wants colors in a terminal.
func wantsColors() -> Bool {
  func value(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
  return value("NO_COLOR").isEmpty && value("TERM") != "dumb"
}
