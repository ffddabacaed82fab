import Classes
import Foundation

/// What came of a case of the corpus, and what is wrong about it.
struct CorpusOutcome {
  let corpusCase: CorpusCase
  let result: SubmissionResult?

  /// What does not hold that must; empty if the case is as expected.
  var problems: [String] {
    guard let result else { return ["no result"] }
    var problems: [String] = []
    if !isOne(result.verdict, of: corpusCase.verdicts) {
      problems.append("the verdict is \(result.verdict.rawValue)")
    }
    problems += wrongPoints(result) + wrongFunctions(result)
    problems += wrongWords(result)
    let mistakes = Set(result.checks.compactMap(\.mistake))
    for mistake in corpusCase.values(of: "mistake")
    where !mistakes.contains(mistake) {
      problems.append("\(mistake) is not recognised but \(mistakes)")
    }
    return problems
  }

  private func isOne(_ verdict: Verdict, of expected: Set<String>) -> Bool {
    if verdict == .graderError { return false }
    if expected.contains("!passed") && verdict != .passed { return true }
    return expected.contains(verdict.rawValue)
  }

  private func wrongPoints(_ result: SubmissionResult) -> [String] {
    let verified = result.checks.filter { $0.verdict == .passed }
      .reduce(0) { $0 + $1.maxPoints }
    guard result.points == verified else {
      return ["\(result.points) points for \(verified) verified"]
    }
    let (points, all) = (result.points, result.maxPoints)
    let holds =
      switch corpusCase.points {
      case "0": points == 0
      case "all": points == all && all > 0
      case "some": points > 0 && points < all
      case "<all": points < all
      default: true
      }
    return holds ? [] : ["\(points) of \(all) points"]
  }

  private func wrongFunctions(_ result: SubmissionResult) -> [String] {
    corpusCase.functions.flatMap { function -> [String] in
      let checks = result.checks.filter {
        $0.function.hasPrefix(function.name + "(")
      }
      let verdicts = Set(checks.map(\.verdict))
      if checks.isEmpty { return ["no check of \(function.name)"] }
      if function.verdicts.contains("!passed_all") {
        return verdicts == [.passed] ? ["\(function.name) passed"] : []
      }
      return verdicts.filter { !isOne($0, of: function.verdicts) }.map {
        "\(function.name) has \($0.rawValue)"
      }
    }
  }

  private func wrongWords(_ result: SubmissionResult) -> [String] {
    let page = feedbackPage([result])
    let all = [
      page, feedbackMarkdown([result]), junitXML([result]),
      (try? reportJSON(GradescopeResults([result]))) ?? "",
      (try? reportJSON(PrairieLearnResults(result))) ?? "",
      (try? reportJSON(ExercismResults(result))) ?? "",
    ]
    // Nobody learns where the instructor's files are.
    let folders = ["/Solutions/", "/slot-", "/.build/"]
    let never =
      corpusCase.values(of: "never") + folders + ["\u{1B}", "\u{202E}"]
    var problems = never.filter { word in
      all.contains { $0.contains(word) }
    }.map { "the feedback contains \($0.debugDescription)" }
    problems += corpusCase.values(of: "says").filter {
      !page.contains($0)
    }.map { "the feedback lacks \($0.debugDescription)" }
    if let longest = all.map(\.utf8.count).max(), longest > 200_000 {
      problems.append("a feedback of \(longest) bytes")
    }
    return problems
  }

  /// The case in a row of the table: what was expected, and what came.
  var row: String {
    let got =
      result.map {
        "\($0.verdict.rawValue), \(Int($0.points)) of \(Int($0.maxPoints)) points"
      } ?? "nothing"
    let expected = corpusCase.verdicts.sorted().joined(separator: " or ")
    let sign = problems.isEmpty ? "✓" : "✗ " + problems.joined(separator: "; ")
    return "| \(corpusCase.name) | \(corpusCase.tries) | \(expected), points "
      + "\(corpusCase.points) | \(got) | \(sign) |"
  }
}
