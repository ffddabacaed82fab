package import Lessons

/// The result of grading a mutant.
package enum MutantFate: Sendable, Equatable {
  /// It failed at every seed; with what a learner is told, if the run explains.
  case killed(MutantVerdict?)
  /// It passed at these seeds.
  case survived([UInt64])
  /// It is equal in meaning to the model answer, for this reason.
  case equal(String)
}

/// What the verdict says of a mutant that is killed.
package enum MutantVerdict: Sendable, Hashable {
  case mistake(String)
  case relation(String)
  /// The answer crashed, hung, or was refused, which is told with its reason.
  case reason(String)
  /// That the answer is wrong, and no more.
  case nothing(String)
}

/// The results for the mutants of one lesson.
package struct MutantReport: Sendable {
  package var fates: [(mutant: Mutant, fate: MutantFate)]
  /// The entries of the list that no surviving mutant matches.
  package var unmatched: [EqualMutant]
  /// The path of the model answer.
  package var path: String
  /// The path of the list of equal mutants.
  package var listPath: String

  /// A finding for each mutant that passes, and for each unmatched entry.
  package var findings: [Finding] {
    let survivors = fates.compactMap { mutant, fate -> Finding? in
      guard case .survived(let seeds) = fate else { return nil }
      let list = seeds.map { "\($0)" }.joined(separator: ", ")
      return Finding(
        path, mutant.line,
        "\(mutant.function): \(mutant.was) ⇒ \(mutant.now) passes with seeds "
          + list,
        "vary the inputs, or list it in mutants.yaml with the reason")
    }
    return survivors
      + unmatched.map {
        Finding(
          listPath, $0.line,
          "\($0.function): no mutant \(shown($0.change)) passes",
          "remove the entry")
      }
  }

  /// What a learner is told about each killed mutant, with the totals below;
  /// empty unless the run explains.
  package var verdicts: String {
    var lines: [String] = []
    var (mistakes, relations, reasons, nothing) = (0, 0, 0, 0)
    for (mutant, fate) in fates {
      guard case .killed(let verdict?) = fate else { continue }
      let told: String
      switch verdict {
      case .mistake(let id):
        (mistakes, told) = (mistakes + 1, "mistake \(id)")
      case .relation(let words):
        (relations, told) = (relations + 1, "relation: \(words)")
      case .reason(let words):
        (reasons, told) = (reasons + 1, "reason: \(words)")
      case .nothing(let words):
        (nothing, told) = (nothing + 1, "nothing: \(words)")
      }
      lines.append(
        "\(mutant.function): \(mutant.was) ⇒ \(mutant.now)\n    \(told)")
    }
    guard !lines.isEmpty else { return "" }
    lines.append(
      "\(lines.count) killed: \(mistakes) are told a known mistake, "
        + "\(relations) a relation, \(reasons) the reason of a crash, "
        + "\(nothing) nothing")
    return lines.joined(separator: "\n") + "\n"
  }

  /// For each function, how many mutants were killed and how many are equal.
  package var scores: [MutantScore] {
    var scores: [MutantScore] = []
    for (mutant, fate) in fates {
      let index =
        scores.firstIndex { $0.function == mutant.function } ?? scores.count
      if index == scores.count {
        scores.append(MutantScore(function: mutant.function))
      }
      scores[index].mutants += 1
      if case .killed = fate { scores[index].killed += 1 }
      if case .equal = fate { scores[index].equal += 1 }
    }
    return scores
  }
}

/// How well the checks distinguish a function from its mutants.
package struct MutantScore: Sendable, Equatable {
  package var function: String
  package var mutants = 0
  package var killed = 0
  package var equal = 0

  /// The percentage killed of the mutants that are not equal.
  package var percent: Double {
    mutants == equal ? 100 : 100 * Double(killed) / Double(mutants - equal)
  }
}

extension [MutantScore] {
  /// The scores as a table, with the total in the last row.
  package var table: String {
    var total = MutantScore(function: "all functions")
    for score in self {
      total.mutants += score.mutants
      total.killed += score.killed
      total.equal += score.equal
    }
    let rows =
      [["function", "mutants", "killed", "equal", "score"]]
      + (self + [total]).map {
        [
          $0.function, "\($0.mutants)", "\($0.killed)", "\($0.equal)",
          "\(($0.percent * 100).rounded(.down) / 100)%",
        ]
      }
    let widths = (0..<5).map { column in
      rows.map(\.[column].count).max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - text.count)
        return column == 0 ? text + space : space + text
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}

/// A change from the list, in the form in which mutants are printed.
private func shown(_ change: EqualMutant.Change) -> String {
  switch change {
  case .lines(let was, let now): "\(was) ⇒ \(now)"
  case .narrowing(let narrowing):
    "with \(narrowing.operand) in \(narrowing.bits) bits"
  }
}
