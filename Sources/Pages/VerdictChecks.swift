internal import Checks
internal import System

/// The part of a verdict that reports the checks.
extension VerdictPage {
  mutating func checks(all: Bool) {
    guard report.checks.contains(where: { $0.status != .skipped }) else {
      return
    }
    if all {
      everyCheck()
    } else {
      overview()
      firstToRepair()
    }
  }

  private var functions: [String] {
    report.checks.reduce(into: []) { names, check in
      if !names.contains(check.function), check.skipped != .notSelected {
        names.append(check.function)
      }
    }
  }

  private func checks(of function: String) -> [CheckReport] {
    report.checks.filter {
      $0.function == function && $0.skipped != .notSelected
    }
  }

  /// One line per function, or per check if there is only one function.
  private mutating func overview() {
    let functions = functions
    if functions.count == 1 {
      for check in checks(of: functions[0]) {
        add(mark(check.status) + [Span(check.title)], indent: 2)
      }
      return lines.append(Line())
    }
    let width = functions.map(\.count).max() ?? 0
    for function in functions {
      let checks = checks(of: function)
      let passed = checks.count { $0.status == .passed }
      let space = String(repeating: " ", count: width - function.count)
      var line = mark(status(of: checks))
      line += [
        Span(function, .code), Span("\(space)  \(passed) of \(checks.count)"),
      ]
      if let why = inBrief(checks) {
        let room = screen.width - 2 - line.reduce(0) { $0 + $1.text.count } - 2
        if room >= 12 { line.append(Span("  \(clipped(why, to: room))", .dim)) }
      }
      lines.append(Line([Span("  ")] + line))
    }
    lines.append(Line())
  }

  private func status(of checks: [CheckReport]) -> CheckReport.Status {
    if checks.allSatisfy({ $0.status == .passed }) { return .passed }
    return leading(checks)?.status ?? .skipped
  }

  /// What is wrong with a function, in brief; nil if it is explained in full.
  private func inBrief(_ checks: [CheckReport]) -> String? {
    guard let leading = leading(checks) else {
      return checks.first { $0.status == .skipped }?.message
    }
    if leading.status == .notWritten { return "not written yet" }
    return leading.id == report.first ? nil : leading.message
  }

  private func clipped(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 2) + " …"
  }

  /// The check that says most about what is wrong with a function.
  private func leading(_ checks: [CheckReport]) -> CheckReport? {
    let id = Checks.firstToRepair(in: checks)
    return checks.first { $0.id == id }
  }

  /// Explains in full what to repair first.
  private mutating func firstToRepair() {
    guard let check = report.checks.first(where: { $0.id == report.first })
    else { return }
    if check.status == .notWritten {
      writeNext(check)
    } else {
      add([
        Span("Repair first: ", .strong), Span(check.function, .code),
        Span(" – \(check.title)"),
      ])
      explain(check, whole: true, indent: 2)
    }
    lines.append(Line())
  }

  /// Names the function to write, if there are several, and where it is
  /// explained.
  private mutating func writeNext(_ check: CheckReport) {
    let isOne = functions.count == 1
    if !isOne {
      add([Span("Write next: ", .strong), Span(check.function, .code)])
    }
    if let anchor = check.lesson {
      read(anchor, "Read first: ", indent: isOne ? 0 : 2)
    }
  }

  /// Lists every check and explains the leading one of each function in full.
  private mutating func everyCheck() {
    var said: Set<[String]> = []
    for function in functions {
      let checks = checks(of: function)
      if functions.count > 1 { add([Span(function, .code)], indent: 2) }
      let leading = leading(checks)?.id
      for check in checks {
        let isWhole = check.id == leading
        let isRepeated =
          !isWhole && check.status != .passed && said.contains(reason(check))
        let repeated = isRepeated ? [Span(" (as above)", .dim)] : []
        add(mark(check.status) + [Span(check.title)] + repeated, indent: 2)
        if !isRepeated { explain(check, whole: isWhole, indent: 6) }
        said.insert(reason(check))
      }
    }
    lines.append(Line())
  }

  /// What was said about a failure; a list says it only once.
  private func reason(_ check: CheckReport) -> [String] {
    let what =
      check.blamed ?? check.place.map { "\($0)" } ?? check.mistake
      ?? check.relation ?? check.message
    return [check.function, what]
  }

  /// Explains a failure by its place, message and input, and the section of the
  /// lesson to read.
  ///
  /// Unless it is to be `whole`, only the place and the message are shown.
  private mutating func explain(
    _ check: CheckReport, whole: Bool, indent: Int
  ) {
    guard check.status != .passed, whole || check.status != .notWritten else {
      return
    }
    // A hang is reported only by the check in which it happened.
    if check.status == .skipped, hangs(check.function) { return }
    if let place = check.place { excerpt(place, indent: indent) }
    add([Span(check.message)], indent: indent)
    guard whole, check.status != .skipped, check.status != .notWritten else {
      return
    }
    if let example = check.counterexample {
      add([Span(example.arguments, .code)], indent: indent + 2)
      if check.status != .runtimeError {
        lines += comparison(example, on: screen).indented(by: indent + 2)
      }
    }
    if let anchor = check.lesson {
      read(anchor, "Read again: ", indent: indent)
    }
  }

  /// Whether a call of the function did not return in time.
  private func hangs(_ function: String) -> Bool {
    report.checks.contains {
      $0.function == function && $0.status == .timeLimit
    }
  }

  /// Shows the line of the learner's code that stopped the program.
  private mutating func excerpt(_ place: SourceLine, indent: Int) {
    let code = place.code.trimmingLeadingSpaces
    if screen.plain {
      add([Span("\(place) is: \(code)")], indent: indent)
      return
    }
    add([Span("\(place)", .code)], indent: indent)
    let number = Span("\(place.line) │ ", .dim)
    let room = max(8, screen.width - number.text.count - indent - 3)
    let spans = highlighted(place.code).first ?? []
    lines += [Line([number] + cut(spans, to: room))]
      .indented(by: indent + 2)
  }

  private mutating func read(
    _ anchor: String, _ when: String, indent: Int
  ) {
    let name = section(anchor) ?? String(anchor.map { $0 == "-" ? " " : $0 })
    let read = command(
      "swift run course read \(report.exercise)", key: "t", on: screen)
    add(
      [
        Span(when, .dim), read, Span(", section “\(name)”", .dim),
      ], indent: indent)
  }

  private func mark(_ status: CheckReport.Status) -> [Span] {
    if screen.plain {
      return switch status {
      case .passed: [Span("passed: ", .good)]
      case .skipped: [Span("skipped: ", .dim)]
      case .notWritten: [Span("not written: ", .dim)]
      default: [Span("failed: ", .bad)]
      }
    }
    return switch status {
    case .passed: [Span("✓ ", .good)]
    case .skipped: [Span("– ", .dim)]
    case .notWritten: [Span("○ ", .dim)]
    case .failed: [Span("✗ ", .bad)]
    default: [Span("✗ ", [.bad, .strong])]
    }
  }
}
