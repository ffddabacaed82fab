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

  /// Where the program lay in memory.
  var image: Image?

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
    image = lines[mark...].lazy.compactMap(Image.init).first {
      $0.path.hasSuffix("/program")
    }
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

    /// The instruction, or that after a call.
    var address: UInt64 = 0
    var isReturnAddress = false

    /// An address within the instruction.
    var instruction: UInt64 { isReturnAddress ? address &- 1 : address }

    /// The file and line, where the debug information has them.
    var file: String?
    var line: Int?
    var column: Int?

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
        of: /\s*\d+ ((?:\[\w+\] )*)\s*0x([0-9a-f]+) (.+)/)
    else { return nil }
    isInlined = match.1.contains("[inlined]")
    isReturnAddress = match.1.contains("[ra]")
    address = UInt64(match.2, radix: 16) ?? 0
    var words = match.3
    var place = words[words.endIndex...]
    if let at = words.firstRange(of: " at /") {
      place = words[words.index(before: at.upperBound)...]
      words = words[..<at.lowerBound]
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
    setPlace(place)
  }

  /// Reads `/folder/file:3:1`; line 0 is no line.
  mutating func setPlace(_ text: Substring) {
    guard
      let parts = text.wholeMatch(of: /.*\/([^\/]+?):(\d+)(?::(\d+))?/),
      let number = Int(parts.2), number > 0
    else { return }
    (file, line) = (String(parts.1), number)
    column = parts.3.flatMap { Int($0) }
  }
}

extension CrashReport {
  /// The program in memory.
  struct Image {
    var start: UInt64
    var end: UInt64
    var path: String

    /// Reads `0x5592a000–0x5592c428 8d09fa150c06 program /folder/program`.
    init?(_ text: Substring) {
      guard
        let match = text.wholeMatch(
          of: /\s*0x([0-9a-f]+)\D0x([0-9a-f]+) .*? (\/.+)/),
        let start = UInt64(match.1, radix: 16),
        let end = UInt64(match.2, radix: 16)
      else { return nil }
      (self.start, self.end, path) = (start, end, String(match.3))
    }

    func holds(_ address: UInt64) -> Bool { address >= start && address < end }
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
  /// A place in the learner's files.
  struct Place {
    var source: Source
    var line: Int
    /// Nil if it is unknown.
    var column: Int?
  }

  /// The learner's file and line that stopped the program.
  func place(in files: [String: Source]) -> Place? {
    let places = frames.map { frame -> Place? in
      guard let file = frame.file, let source = files[file],
        let line = frame.line
      else { return nil }
      return Place(source: source, line: line, column: frame.column)
    }
    // The line that called the trapping operation is in the next frame that has
    // a place.
    if let trap,
      let index = places[(trap.index + 1)...].firstIndex(where: { $0 != nil })
    {
      return place(at: index, among: places)
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
          return Place(source: source, line: functions[0].lines.lowerBound)
        }
      }
    }
    // In infinite recursion the innermost line is arbitrary; each frame below
    // stands on the line that recurses.
    let below = isRecursive ? places.dropFirst() : places[...]
    return below.firstIndex { $0 != nil }.flatMap {
      place(at: $0, among: places)
    }
  }

  /// The place of a frame, unless that is a closure which the optimizer
  /// replaced by an equal one of another line; then its caller's.
  private func place(at index: Int, among places: [Place?]) -> Place? {
    guard let inner = places[index] else { return nil }
    for outer in places.indices.dropFirst(index + 1) {
      guard let caller = places[outer] else { continue }
      let isClosure = frames[index..<outer].contains {
        // As it is named, or mangled.
        $0.name.contains("closure #") || $0.name.contains(/fU\d*_/)
      }
      return !isClosure || caller.holds(inner)
        ? inner : Place(source: caller.source, line: caller.line)
    }
    return inner
  }
}

extension CrashReport.Place {
  /// Whether a place is on a line, or in braces that open there.
  fileprivate func holds(_ inner: Self) -> Bool {
    guard inner.source == source, inner.line > line else {
      return inner.source == source && inner.line == line
    }
    let lines = source.text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let between = lines.prefix(inner.line - 1).dropFirst(line - 1).joined()
    return between.count { $0 == "{" } > between.count { $0 == "}" }
  }
}

/// The text before the runtime's crash report: the program's output and the
/// message with which it stopped.
func withoutCrashReport(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let mark = lines.firstIndex(where: isCrashMark) else { return text }
  return lines[..<mark].map { $0 + "\n" }.joined()
}
