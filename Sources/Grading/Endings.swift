internal import Checks
internal import System
internal import Tensors

/// Why a process ended without an answer.
func ending(
  of child: Child, files: [String: Source], megabytes: Int, seconds: Double,
  symbolizer: Symbolizer? = nil
) -> Interruption {
  let words = child.complaints.end
  switch child.ending {
  case .exited(notWrittenExitStatus):
    return .notWritten(unwrittenFunction(in: words) ?? "")
  case .exited(let status):
    return .protocolError(
      "the program exited with status \(status) before it answered")
  case .signalled(SIGKILL) where child.isOutOfMemory?() == true:
    return .memoryLimit(megabytes)
  case .signalled(SIGKILL):
    return .crashed(Crash(signal: "SIGKILL", reason: .killed))
  case .signalled(SIGXFSZ):
    return .fileLimit(child.limits?.fileMegabytes ?? 0)
  case .signalled(SIGXCPU):
    return .timeLimit(seconds)
  case .signalled(let signal):
    // A crash from lack of memory looks like any other, so look for the
    // allocator's message or a peak near the limit.
    if isNearLimit(child, megabytes: megabytes)
      || tellsOfFailedAllocation(words)
    {
      return .memoryLimit(megabytes)
    }
    return .crashed(
      crash(of: signal, words: words, files: files, symbolizer: symbolizer))
  case nil:
    return .protocolError("the program closed its pipes")
  }
}

/// Whether an ended process had used nearly all of its memory limit.
func isNearLimit(_ child: Child, megabytes: Int) -> Bool {
  child.peakMemory > megabytes * (1 << 20) * 8 / 10
}

private func tellsOfFailedAllocation(_ words: String) -> Bool {
  [
    "Could not allocate", "Cannot allocate", "failed to allocate",
    "out of memory", "bad_alloc",
  ].contains(where: words.contains)
}

extension Run {
  /// Whether it was killed for lack of memory.
  var ranOutOfMemory: Bool {
    exitStatus == nil && tellsOfFailedAllocation(errors)
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
  default: "signal \(signal)"
  }
}

/// The function that the message of `notWritten()` names.
private func unwrittenFunction(in words: String) -> String? {
  words.lines.last { $0.hasSuffix(unwrittenEnding) }
    .map { String($0.dropLast(unwrittenEnding.count)) }
}

private let unwrittenEnding = " is not written yet"

/// How a process died, according to its signal and standard error.
func crash(
  of signal: Int32, words: String, files: [String: Source],
  symbolizer: Symbolizer? = nil
) -> Crash {
  var crash = Crash(signal: signalName(signal))
  guard var report = CrashReport(words) else { return crash }
  func reason() -> TrapReason {
    report.reason(
      signal: crash.signal, isMemoryFault: [SIGSEGV, SIGBUS].contains(signal))
  }
  crash.reason = reason()
  if let symbolizer, crash.reason == .unknown || report.isIncomplete {
    report = report.completed(by: symbolizer)
    if crash.reason == .unknown { crash.reason = reason() }
  }
  guard let place = report.place(in: files) else { return crash }
  let (source, number) = (place.source, place.line)
  let lines = source.text.split(
    omittingEmptySubsequences: false, whereSeparator: \.isNewline
  ).map(String.init)
  guard lines.indices.contains(number - 1) else { return crash }
  let line = lines[number - 1]
  crash.place = SourceLine(file: source.path, line: number, code: line)
  let function = FunctionText.all(in: source.text).last {
    $0.lines.contains(number)
  }
  crash.clue = clue(
    for: crash.reason, on: line, in: function, source: lines, at: number,
    column: place.column)
  return crash
}

/// What the learner's code printed, without the runtime's crash report, the
/// library's message, or the message of `notWritten()`.
func learnersOutput(in words: String) -> String {
  if let report = CrashReport(words) { return report.printed }
  let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
  guard let end = lines.firstIndex(where: { $0.hasSuffix(unwrittenEnding) })
  else { return words }
  return lines[..<end].map { $0 + "\n" }.joined()
}
