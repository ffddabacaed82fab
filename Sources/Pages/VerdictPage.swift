package import Checks
internal import System

/// The result of checking an exercise.
///
/// First comes a line for each function, or for each check if there is only
/// one function. What to repair first comes last, in full, because a terminal
/// shows the end of a long output. `all` shows every check.
///
/// `path` is the file that was graded; `isOwn` says whether it is the
/// learner's own or was named with `--file`. `source` is the file's text, from
/// which lines with errors are shown; `section` maps an anchor to the heading
/// of its section in the lesson; `steps` are what the learner can do after a
/// pass. On a screen with keys, the page leaves out what the bars around it
/// show.
package func verdictPage(
  _ report: Report, title: String, path: String, isOwn: Bool,
  source: String? = nil, all: Bool = false,
  section: @escaping (String) -> String? = { _ in nil },
  steps: NextSteps? = nil, on screen: Screen
) -> [Line] {
  var page = VerdictPage(
    report: report, path: path, isOwn: isOwn, source: source,
    section: section, steps: steps, screen: screen)
  if !screen.keys { page.heading(title) }
  page.diagnostics()
  page.training()
  page.output()
  page.checks(all: all)
  page.next()
  return page.lines
}

struct VerdictPage {
  let report: Report
  let path: String
  let isOwn: Bool
  let source: String?
  let section: (String) -> String?
  let steps: NextSteps?
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
    case .rejected: "it uses something that exercises must not use"
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

  /// The last training run: all its epochs, and the curves.
  mutating func training() {
    let curves = trainingCurves(report.metrics, rows: 16, on: screen)
    guard !report.metrics.isEmpty else { return }
    if let data = report.data { add([Span("Data: \(data)", .dim)], indent: 2) }
    lines += epochTable(report.metrics, on: screen) + [Line()]
    if !curves.isEmpty { lines += curves + [Line()] }
  }

  mutating func output() {
    guard report.output.contains(where: { !$0.isWhitespace }) else { return }
    // What the library said when it stopped is part of a check's message.
    let printed = withoutRepetitions(
      report.output.lines.filter { line in
        !line.isEmpty
          && !report.checks.contains {
            $0.status == .runtimeError && $0.message.contains(line)
          }
      }.map(String.init))
    if printed.isEmpty { return }
    add([Span("Your code printed:", .dim)])
    let most = 20
    for line in printed.prefix(most) {
      add([Span(String(line), .output)], indent: 2)
    }
    if printed.count > most {
      add([Span("… \(printed.count - most) more lines", .dim)], indent: 2)
    }
    lines.append(Line())
  }

  mutating func next() {
    let number = report.exercise
    if passed {
      if let steps { lines += nextStepsPage(steps, on: screen) }
      return
    }
    if screen.keys { return }
    if report.status == .notWritten {
      add([Span("Read: "), Span("swift run course read \(number)", .code)])
      add([Span("Write: "), Span(path, .code)])
    } else if isOwn, continuesInText {
      add([Span("Read on: "), Span("swift run course next", .code)])
    }
    let option = isOwn ? "" : " --file \(path)"
    let again = "swift run course check \(number)\(option)"
    add([Span("Check again: "), Span(again, .code)])
    if report.checks.contains(where: { $0.status == .failed }) {
      add([
        Span("With the same inputs: add ", .dim),
        Span("--seed \(report.seed)", [.code, .dim]),
        Span("; every check: ", .dim), Span("--all", [.code, .dim]),
      ])
    }
  }

  /// Whether everything written so far is right, so that the text goes on to
  /// the next function.
  private var continuesInText: Bool {
    report.checks.contains { $0.status == .passed }
      && report.checks.allSatisfy {
        [.passed, .notWritten, .skipped].contains($0.status)
      }
  }

  mutating func add(_ spans: [Span], indent: Int = 0) {
    lines +=
      wrap(spans, width: max(16, screen.width - indent)).indented(by: indent)
  }
}

/// The lines, with consecutive repetitions merged and counted.
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
