/// The parsed standard error of a program that crashed.
///
/// With `-O` the runtime says little: the backtrace names the trap, or often
/// only the standard library function that trapped.
struct CrashReport {
  /// What the learner's code had printed.
  var printed = ""

  /// The message that came with the crash, if any.
  var words: Words?

  /// The runtime's own name for the trap, such as `arithmetic overflow`.
  var failure: String?

  /// The functions on the stack, innermost first.
  var frames: [Frame] = []

  /// A message that came with a crash, by its origin.
  enum Words: Equatable {
    /// From the course's library, about an incorrect call.
    case library(String)
    /// The text of a `fatalError` in the learner's file.
    case learner(String)
    /// From the Swift runtime or the standard library.
    case runtime(String)
  }

  /// Parses standard error; nil if it reports no crash.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let mark = lines.firstIndex(where: isCrashMark) else { return nil }
    frames = lines[mark...].compactMap(Frame.init)
    failure =
      lines[mark...].lazy.compactMap { line in
        line.wholeMatch(of: /\*\*\* Swift runtime failure: (.*) \*\*\*/)
          .map { String($0.1) }
      }.first
    var end = mark
    // The runtime begins its report with an empty line.
    if end > 0, lines[end - 1].isEmpty { end -= 1 }
    // Without such a frame, the learner's code printed the words itself.
    let hasSpoken =
      frames.first?.isSystems ?? true
      || frames.contains(where: \.isAssertion)
    if hasSpoken,
      let found = fatalWords(in: lines[..<end])
    {
      (words, end) = found
    } else if frames.contains(where: \.isStop), end > 0 {
      end -= 1
      words = .library(String(lines[end]))
    }
    printed = lines[..<end].map { $0 + "\n" }.joined()
  }

  /// One function of a backtrace.
  struct Frame: Equatable {
    var name: String
    var isInlined: Bool

    /// The file and line, where the debug information has them.
    var file: String?
    var line: Int?

    var isAssertion: Bool { name.contains("_assertionFailure") }

    /// Whether it is a function of the C library, such as `abort`.
    var isSystems: Bool { !name.contains("(") && !name.contains(".") }

    /// Whether it is the library's function for stopping a program.
    var isStop: Bool { name == "stop(_:_:_:)" }
  }
}

extension CrashReport.Frame {
  /// Reads `1 [inlined] 0x0123456789abcdef name + 79 in program at file:3:1`.
  init?(_ text: Substring) {
    guard
      let match = text.wholeMatch(
        of: /\s*\d+ ((?:\[\w+\] )*)\s*0x[0-9a-f]+ (.+)/)
    else { return nil }
    isInlined = match.1.contains("[inlined]")
    var words = match.2
    if let at = words.firstRange(of: " at /") {
      let place = words[words.index(before: at.upperBound)...]
      words = words[..<at.lowerBound]
      if let parts = place.wholeMatch(of: /.*\/([^\/]+?):(\d+)(?::\d+)?/) {
        file = String(parts.1)
        line = Int(parts.2)
      }
    }
    if let program = words.ranges(of: " in ").last {
      words = words[..<program.lowerBound]
    }
    if let offset = words.ranges(of: " + ").last,
      words[offset.upperBound...].allSatisfy(\.isNumber)
    {
      words = words[..<offset.lowerBound]
    }
    name = String(words).replacing("specialized ", with: "")
      .replacing(/<[^()]*>/, with: "")
  }
}

/// How the runtime's report of a crash begins.
private let crashMarks = [
  "swift-runtime:", "*** Signal", "*** Program crashed", "\u{1F4A3}",
]

private func isCrashMark(_ line: Substring) -> Bool {
  crashMarks.contains(where: line.hasPrefix)
}

/// Whether the runtime has begun to report a crash.
func isReportingCrash(_ complaints: BoundedText) -> Bool {
  crashMarks.contains(where: complaints.end.contains)
}

/// The last message of a `fatalError` or the runtime, and the index of the line
/// it begins on.
private func fatalWords(
  in lines: ArraySlice<Substring>
) -> (CrashReport.Words, Int)? {
  for index in lines.indices.reversed() {
    let line = lines[index]
    // Such as `Exercise03/Exercise03.swift:4: Fatal error: reason`; the reason
    // may span several lines.
    if let match = line.wholeMatch(
      of: /(\S+\.swift:\d+: )?Fatal error(?:: (.*))?/)
    {
      let rest = lines[(index + 1)...].drop(while: \.isEmpty)
      let text = ([match.2 ?? ""] + rest).filter { !$0.isEmpty }
        .joined(separator: " ")
      let isLearners =
        match.1?.hasPrefix("Exercise") == true && !text.hasPrefix("'try!'")
      return (isLearners ? .learner(text) : .runtime(text), index)
    }
    if runtimeWords.contains(where: line.hasPrefix) {
      return (.runtime(String(line)), index)
    }
  }
  return nil
}

/// How the runtime's message begins when it names no file.
private let runtimeWords = [
  "Could not cast value of type", "Simultaneous accesses to",
]

extension CrashReport {
  /// The learner's file and line that stopped the program.
  func place(in files: [String: Source]) -> (Source, Int)? {
    let places = frames.map { frame in
      frame.file.flatMap { files[$0] }.flatMap { source in
        frame.line.map { (source, $0) }
      }
    }
    // The line that called the trapping operation is in the next frame that has
    // a place.
    if let index = trap?.index,
      let place = places.dropFirst(index + 1).compactMap({ $0 }).first
    {
      return place
    }
    // The optimizer lost the line numbers of this learner's function. Its first
    // line is a better place than the caller's line.
    if let first = frames.first, first.line == nil, !isRecursive {
      let name = first.name.replacing(#/closure \#\d+ in /#, with: "")
      for source in files.values {
        let functions = FunctionText.all(in: source.text).filter {
          $0.fullName == name
        }
        if functions.count == 1 {
          return (source, functions[0].lines.lowerBound)
        }
      }
    }
    // In infinite recursion the innermost line is arbitrary; each frame below
    // stands on the line that recurses.
    let below = isRecursive ? places.dropFirst() : places[...]
    return below.compactMap { $0 }.first
  }
}

/// The text before the runtime's crash report: the program's output and the
/// message with which it stopped.
func withoutCrashReport(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let mark = lines.firstIndex(where: isCrashMark) else { return text }
  return lines[..<mark].map { $0 + "\n" }.joined()
}
