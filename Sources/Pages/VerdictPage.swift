package import Checks
internal import System

/// What a check of an exercise found, as lines.
///
/// `path` is the file that was graded; `isOwn` says whether it is the
/// learner's own or was named with `--file`. `source` is the file's text, of
/// which the lines with errors are shown; `section` gives the heading of a
/// section of the lesson. Where keys do what commands do, what bars say
/// around the page is left out.
package func verdictPage(
  _ report: Report, title: String, path: String, isOwn: Bool,
  source: String? = nil, section: @escaping (String) -> String? = { _ in nil },
  on screen: Screen
) -> [Line] {
  var page = VerdictPage(
    report: report, path: path, isOwn: isOwn, source: source,
    section: section, screen: screen)
  if !screen.keys { page.heading(title) }
  page.diagnostics()
  page.checks()
  page.training()
  page.output()
  if !screen.keys { page.next() }
  return page.lines
}

private struct VerdictPage {
  let report: Report
  let path: String
  let isOwn: Bool
  let source: String?
  let section: (String) -> String?
  let screen: Screen
  var lines: [Line] = []

  private var passed: Bool { report.status == .passed }

  mutating func heading(_ title: String) {
    let what = "Exercise \(report.exercise), \(title): "
    add([
      Span(what, .heading),
      Span(summary, passed ? [.good, .strong] : [.bad, .strong]),
    ])
    lines.append(Line())
  }

  private var summary: String {
    switch report.status {
    case .compileError: "it does not compile"
    case .compileLimit: "the compiler took too long"
    case .rejected: "it may not be compiled"
    case .notWritten, .passed, .failed, .graderError: report.message
    }
  }

  mutating func diagnostics() {
    lines += diagnosticLines(
      report.diagnostics, path: path, source: source, on: screen)
    let errors = report.diagnostics.filter { $0.severity == "error" }
    if report.status == .compileError, errors.isEmpty {
      add([Span(report.message)])
    }
    if !report.diagnostics.isEmpty { lines.append(Line()) }
  }

  /// The curves of the last training.
  mutating func training() {
    let curves = trainingCurves(report.metrics, on: screen)
    guard let last = report.metrics.last else { return }
    if let data = report.data { add([Span("Data: \(data)", .dim)], indent: 2) }
    lines += epochLines(last, on: screen) + [Line()]
    if !curves.isEmpty { lines += curves + [Line()] }
  }

  mutating func checks() {
    guard report.checks.contains(where: { $0.status != .skipped }) else {
      return
    }
    var said: Set<String> = []
    let several = Set(report.checks.map(\.function)).count > 1
    var function = ""
    for check in report.checks where check.skipped != .notSelected {
      if several, check.function != function {
        function = check.function
        add([Span(function, .code)], indent: 2)
      }
      let symbol = symbol(of: check.status)
      let isWhole = check.id == leading(of: check.function)
      let isRepeated = !isWhole && said.contains(reason(check))
      let first = lines.count
      add(
        [Span(symbol.text, symbol.style), Span(check.title)]
          + (isRepeated ? [Span(" (as above)", .dim)] : []), indent: 2)
      if check.status != .passed, check.status != .skipped {
        lines[first].mark = .failure
      }
      if !isRepeated { explain(check, whole: isWhole) }
      said.insert(reason(check))
    }
    lines.append(Line())
  }

  /// The failure of a function that is told whole: the first whose mistake
  /// was recognised, or the first.
  private func leading(of function: String) -> String? {
    let failures = report.checks.filter {
      $0.function == function && $0.status != .passed && $0.status != .skipped
    }
    return (failures.first { $0.mistake != nil } ?? failures.first)?.id
  }

  /// What a failure is known by: its place or diagnosis.
  ///
  /// The shapes, which differ from input to input, are left out.
  private func reason(_ check: CheckReport) -> String {
    if let function = check.blamed { return "\(check.function) \(function)" }
    if let place = check.place { return "\(check.function) \(place)" }
    guard [.failed, .runtimeError].contains(check.status) else {
      return check.id
    }
    let message = check.message.split(separator: ";").first ?? ""
    return "\(check.function) \(message)"
  }

  /// What failed, on which input, and where the lesson speaks of it; one
  /// failure of a function is told whole, the others in a sentence.
  private mutating func explain(_ check: CheckReport, whole: Bool) {
    guard check.status != .passed, whole || check.status != .notWritten else {
      return
    }
    // That a function hangs is said once, where it did.
    if check.status == .skipped, hangs(check.function) { return }
    if let place = check.place { excerpt(place) }
    add([Span(check.message)], indent: 6)
    guard whole, check.status != .skipped, check.status != .notWritten else {
      return
    }
    if let example = check.counterexample {
      add([Span(example.arguments, .code)], indent: 8)
      if check.status != .runtimeError {
        lines += comparison(example, on: screen).indented(by: 8)
      }
    }
    if let anchor = check.lesson { readAgain(anchor) }
  }

  /// Whether a call of a function came to no end.
  private func hangs(_ function: String) -> Bool {
    report.checks.contains {
      $0.function == function && $0.status == .timeLimit
    }
  }

  /// The learner's line that stopped the program.
  private mutating func excerpt(_ place: SourceLine) {
    let code = place.code.trimmingLeadingSpaces
    if screen.plain {
      add([Span("\(place) is: \(code)")], indent: 6)
      return
    }
    add([Span("\(place)", .code)], indent: 6)
    let number = Span("\(place.line) │ ", .dim)
    let room = max(8, screen.width - number.text.count - 9)
    let spans = highlighted(place.code).first ?? []
    lines += [Line([number] + cut(spans, to: room))].indented(by: 8)
  }

  private mutating func readAgain(_ anchor: String) {
    let name = section(anchor) ?? String(anchor.map { $0 == "-" ? " " : $0 })
    let read = command(
      "swift run course read \(report.exercise)", key: "t", on: screen)
    add(
      [
        Span("Read again: ", .dim), read, Span(", section “\(name)”", .dim),
      ], indent: 6)
  }

  private func symbol(
    of status: CheckReport.Status
  ) -> (text: String, style: Style) {
    if screen.plain {
      return switch status {
      case .passed: ("passed: ", .good)
      case .skipped: ("skipped: ", .dim)
      case .notWritten: ("not written: ", .dim)
      default: ("failed: ", .bad)
      }
    }
    return switch status {
    case .passed: ("✓ ", .good)
    case .skipped: ("– ", .dim)
    case .notWritten: ("○ ", .dim)
    case .failed: ("✗ ", .bad)
    default: ("✗ ", [.bad, .strong])
    }
  }

  mutating func output() {
    guard report.output.contains(where: { !$0.isWhitespace }) else { return }
    add([Span("Your code printed:", .dim)])
    let printed = withoutRepetitions(
      report.output.lines.filter { !$0.isEmpty }.map(String.init))
    let most = 20
    for line in printed.prefix(most) {
      add([Span(String(line), .output)], indent: 2)
    }
    if printed.count > most {
      add([Span("… \(printed.count - most) lines more", .dim)], indent: 2)
    }
    lines.append(Line())
  }

  mutating func next() {
    let number = report.exercise
    if passed {
      add([Span("Next: "), Span("swift run course next", .code)])
      add([
        Span("The model answer: "),
        Span("swift run course solution \(number)", .code),
      ])
      return
    }
    if report.status == .notWritten {
      add([Span("Read: "), Span("swift run course read \(number)", .code)])
      add([Span("Write: "), Span(path, .code)])
    }
    let option = isOwn ? "" : " --file \(path)"
    let again = "swift run course check \(number)\(option)"
    add([Span("Check again: "), Span(again, .code)])
    if report.checks.contains(where: { $0.status == .failed }) {
      add([
        Span("With the same inputs: add ", .dim),
        Span("--seed \(report.seed)", [.code, .dim]),
      ])
    }
  }

  private mutating func add(_ spans: [Span], indent: Int = 0) {
    lines +=
      wrap(spans, width: max(16, screen.width - indent)).indented(by: indent)
  }
}

/// The lines, one that is printed several times running only once.
private func withoutRepetitions(_ lines: [String]) -> [String] {
  var kept: [(line: String, count: Int)] = []
  for line in lines {
    if kept.last?.line == line {
      kept[kept.count - 1].count += 1
    } else {
      kept.append((line, 1))
    }
  }
  return kept.map {
    $0.count == 1 ? $0.line : "\($0.line)   (\($0.count) times)"
  }
}
