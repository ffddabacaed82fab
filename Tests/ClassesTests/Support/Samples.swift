import Checks
import Classes

/// Texts that a stranger may write as a name or print.
let hostileTexts = [
  "👩‍👩‍👧‍👦 Zoë", "שלום עולם", "\u{202E}reversed", "O'Neil, Pat", "two\nlines",
  "=cmd|'/C calc'!A1", "+1+1", "@SUM(A1)", "-2", "\u{1B}[31mred\u{1B}[0m",
  "\u{1B}]0;title\u{7}", "a ]]> b", "nul\u{0}nul", "<script>alert(1)</script>",
  "&lt;&amp;", "\"quoted\" 'single'", "```\n# heading\n```", "](javascript:x)",
  "![x](http://example.com/x.png)", "\u{FFFE}\u{FFFF}\u{9B}2J", "\r\ncrlf\r",
  "| a | b |", "</pre></td></table><h1>", "../../etc/passwd", "",
  String(repeating: "x", count: 3_000), String(repeating: "🧨", count: 9_000),
]

/// A result of exercise 3 with two checks, the second of them hidden, in which
/// everything that a stranger can write is `text`.
func sample(
  verdict: Verdict = .failed, writing text: String = "text",
  student: String = "s1", points: Double = 1, hidden: Bool = true
) -> SubmissionResult {
  var result = SubmissionResult(
    student: Student(id: student, name: text, email: text), exercise: 3,
    lesson: "softmax",
    submission: Submission(hash: "", source: text, bytes: 3), verdict: verdict,
    seed: 7, sandbox: .bubblewrap,
    versions: Versions(course: "1", grader: "g", toolchain: "t"))
  result.points = points
  result.maxPoints = 3
  result.message = verdict == .failed ? "" : text
  result.diagnostics = [
    Diagnostic(
      file: text, line: 3, column: 4, severity: "error", message: text)
  ]
  result.output = text
  result.milliseconds.compile = 400
  result.milliseconds.run = 1_234
  result.milliseconds.total = 1_634
  var shown = CheckReport(
    id: "agreement", title: "agrees with the definition",
    function: "softmax(_:)", status: .failed, message: "Look: \(text)",
    mistake: "base-two",
    counterexample: Counterexample(
      arguments: "softmax([[1]]) \(text)", expected: "[[1.0]]",
      received: text),
    place: SourceLine(file: text, line: 5, code: text), lesson: "the-formula",
    milliseconds: 12)
  shown.relation = "factor"
  let secret = CheckReport(
    id: "overflow", title: "secret title", function: "softmax(_:)",
    status: .runtimeError, message: "secret \(text)", mistake: "no-maximum",
    counterexample: Counterexample(
      arguments: "secret", expected: "secret", received: "secret"),
    place: SourceLine(file: "f", line: 9, code: "secret"), lesson: "secret")
  result.checks = [
    CheckResult(
      CheckReport(
        id: "example", title: "the example", function: "softmax(_:)",
        status: .passed), points: 1, hidden: false),
    CheckResult(shown, points: 1, hidden: false),
    CheckResult(secret, points: 1, hidden: hidden),
  ]
  return result
}
