// `stdout` is a variable in C; nothing here assigns it.
#if canImport(Darwin)
@preconcurrency internal import Darwin
#elseif canImport(Musl)
@preconcurrency internal import Musl
#else
@preconcurrency internal import Glibc
#endif

/// Makes `print` write each line at once, as it does on a terminal, so that
/// what was printed before a crash has left the program.
public func printByLines() {
  setvbuf(stdout, nil, _IOLBF, 0)
}
