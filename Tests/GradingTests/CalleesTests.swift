import Checks
import Testing

@testable import Grading

@Suite("What a failed function calls")
struct CalleesTests {
  private func report(_ checks: (String, CheckReport.Status)...) -> Report {
    var report = Report(
      exercise: 4, id: "x", status: .failed, message: "", seed: 1)
    report.checks = checks.enumerated().map { index, check in
      CheckReport(
        id: "\(index)", title: "", function: check.0, status: check.1,
        message: "its own", mistake: "known",
        counterexample: Counterexample(
          arguments: "f(1)", expected: "1", received: "2"))
    }
    return report
  }

  private func blamed(_ report: Report, _ source: String) -> [String?] {
    var report = report
    blameCallees(in: &report, source: source)
    for check in report.checks {
      #expect(check.counterexample != nil)
      #expect((check.mistake == nil) == (check.blamed != nil))
      #expect((check.message == "its own") == (check.blamed == nil))
    }
    return report.checks.map(\.blamed)
  }

  private let source = """
    public func logSumExp(_ x: Tensor) -> Tensor { x.exp().sum().log() }
    /// Not crossEntropy(_:_:), says a comment with a { in it.
    public func crossEntropy(logits x: Tensor, _ y: [Int]) -> Tensor {
      // softmax(x)
      print("softmax(x) \\(y.map({ "\\($0)" }))")
      return shifted(x) - x.picking(y)
    }
    func shifted(_ x: Tensor) -> Tensor { logSumExp(x - x.max()) }
    public func softmax(_ x: Tensor) -> Tensor { x.exp() / x.exp().sum() }
    public func crossEntropy(_ p: Tensor, _ y: [Int]) -> Tensor { -p.log() }
    public func loss(_ x: Tensor, _ y: [Int]) -> Tensor {
      crossEntropy(logits: x, y).mean()
    }
    """

  @Test func theOneThatItCallsComesFirst() {
    let failed = report(
      ("crossEntropy(logits:_:)", .failed), ("logSumExp(_:)", .failed),
      ("crossEntropy(logits:_:)", .runtimeError))
    #expect(
      blamed(failed, source) == ["logSumExp(_:)", nil, "logSumExp(_:)"])
  }

  @Test func theOneThatReachesNoOtherFailureComesFirst() {
    let failed = report(
      ("loss(_:_:)", .failed), ("crossEntropy(logits:_:)", .failed),
      ("logSumExp(_:)", .timeLimit))
    #expect(
      blamed(failed, source) == ["logSumExp(_:)", "logSumExp(_:)", nil])
  }

  @Test func passesAndOtherFunctionsAreNotBlamed() {
    #expect(
      blamed(
        report(
          ("logSumExp(_:)", .passed), ("crossEntropy(logits:_:)", .failed)),
        source) == [nil, nil])
    // Named in a comment and a string only.
    #expect(
      blamed(
        report(("softmax(_:)", .failed), ("crossEntropy(logits:_:)", .failed)),
        source) == [nil, nil])
    // Another function of the same name.
    #expect(
      blamed(
        report(("crossEntropy(_:_:)", .failed), ("loss(_:_:)", .failed)),
        source) == [nil, nil])
    // What passed is left alone.
    #expect(
      blamed(
        report(
          ("logSumExp(_:)", .failed), ("crossEntropy(logits:_:)", .passed),
          ("crossEntropy(logits:_:)", .failed)), source)
        == [nil, nil, "logSumExp(_:)"])
  }

  @Test func functionsThatCallEachOtherKeepTheirDiagnoses() {
    let source = """
      func even(_ n: Int) -> Bool { n == 0 || odd(n - 1) }
      func odd(_ n: Int) -> Bool { n != 0 && even(n - 1) }
      func both(_ n: [Int]) -> [Bool] { n.map(even) }
      """
    let failed = report(("even(_:)", .failed), ("odd(_:)", .failed))
    #expect(blamed(failed, source) == [nil, nil])
    // Handed on by its name.
    let mapped = report(("both(_:)", .failed), ("even(_:)", .failed))
    #expect(blamed(mapped, source) == ["even(_:)", nil])
  }
}
