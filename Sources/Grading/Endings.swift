internal import Checks
internal import System
internal import Tensors

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Why a process that ended without an answer did so.
func ending(
  of child: Child, files: [String: String], megabytes: Int
) -> Interruption {
  let words = child.complaints.end
  switch child.ending {
  case .exited(notWrittenExitStatus):
    return .notWritten(unwrittenFunction(in: words) ?? "")
  case .exited(let status):
    return .protocolError(
      "the program ended itself, with status \(status), before it answered")
  case .signalled(SIGKILL):
    return .crashed(Crash(signal: "SIGKILL"))
  case .signalled(let signal):
    // The allocator's own words, or a peak near the limit: a crash for want
    // of memory looks like any other.
    let allocation = [
      "Could not allocate", "Cannot allocate", "out of memory", "bad_alloc",
    ]
    let nearLimit = child.peakMemory > megabytes * (1 << 20) * 8 / 10
    if nearLimit || allocation.contains(where: words.contains) {
      return .memoryLimit(megabytes)
    }
    return .crashed(
      Crash(
        signal: signalName(signal), message: lastWords(in: words),
        place: crashPlace(in: words, files: files)))
  case nil:
    return .protocolError("the program closed its pipes")
  }
}

private func signalName(_ signal: Int32) -> String {
  switch signal {
  case SIGILL: "SIGILL"
  case SIGTRAP: "SIGTRAP"
  case SIGABRT: "SIGABRT"
  case SIGSEGV: "SIGSEGV"
  case SIGBUS: "SIGBUS"
  case SIGFPE: "SIGFPE"
  case SIGTERM: "SIGTERM"
  case SIGXFSZ: "SIGXFSZ"
  default: "signal \(signal)"
  }
}

/// The function that `notWritten()` names in its last words.
private func unwrittenFunction(in words: String) -> String? {
  words.lines.last { $0.hasSuffix(unwrittenEnding) }
    .map { String($0.dropLast(unwrittenEnding.count)) }
}

private let unwrittenEnding = " is not written yet"

/// Where the runtime begins to report a crash.
private let crashMarks = [
  "swift-runtime:", "*** Signal", "*** Program crashed", "\u{1F4A3}",
]

/// Whether the runtime has begun to report a crash.
func isReportingCrash(_ complaints: BoundedText) -> Bool {
  crashMarks.contains(where: complaints.end.contains)
}

/// The text before the runtime's report of a crash, or the last words of
/// `notWritten()`.
func withoutCrashReport(_ words: String) -> String {
  let lines = words.lines
  let end = lines.firstIndex { line in
    crashMarks.contains { line.hasPrefix($0) }
      || line.hasSuffix(unwrittenEnding)
  }
  guard let end else { return words }
  return lines[..<end].map { $0 + "\n" }.joined()
}

/// What a `fatalError` or a shape mistake said last before the crash.
private func lastWords(in words: String) -> String? {
  let lines = withoutCrashReport(words).lines
  guard let last = lines.last(where: { !$0.allSatisfy(\.isWhitespace) })
  else { return nil }
  // `Exercise03/Exercise.swift:4: Fatal error: reason`
  if let range = last.firstRange(of: "Fatal error: ") {
    return String(last[range.upperBound...])
  }
  return String(last)
}

/// The first place in one of the learner's files that the backtrace names.
private func crashPlace(in words: String, files: [String: String]) -> String? {
  for line in words.lines {
    for (name, path) in files {
      guard let range = line.firstRange(of: "/\(name):") else { continue }
      return "\(path):\(line[range.upperBound...].prefix { $0.isNumber })"
    }
  }
  return nil
}
