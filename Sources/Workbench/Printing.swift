// `stdout` is a variable in C, but nothing here assigns it.
#if canImport(Darwin)
@preconcurrency internal import Darwin
#elseif canImport(Musl)
@preconcurrency internal import Musl
#else
@preconcurrency internal import Glibc
#endif

/// Makes `print` write each line immediately, as on a terminal, so that lines
/// printed before a crash are not lost.
public func printByLines() {
  setvbuf(stdout, nil, _IOLBF, 0)
}
