package import Lessons

/// What became of a mutant.
package enum MutantFate: Sendable, Equatable {
  /// It failed at every seed.
  case killed
  /// It passed at these seeds.
  case survived([UInt64])
  /// It means what the model answer means, and why.
  case equal(String)
}

/// What became of the mutants of one lesson.
package struct MutantReport: Sendable {
  package var fates: [(mutant: Mutant, fate: MutantFate)]
  /// The entries of the list that no surviving mutant matches.
  package var unmatched: [EqualMutant]
  /// Where the model answer lies.
  package var path: String
  /// Where the list of equal mutants lies.
  package var listPath: String

  /// A finding for each mutant that passes, and for each useless entry.
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

  /// How many of a function's mutants were killed, and how many are equal.
  package var scores: [MutantScore] {
    var scores: [MutantScore] = []
    for (mutant, fate) in fates {
      let index =
        scores.firstIndex { $0.function == mutant.function } ?? scores.count
      if index == scores.count {
        scores.append(MutantScore(function: mutant.function))
      }
      scores[index].mutants += 1
      if fate == .killed { scores[index].killed += 1 }
      if case .equal = fate { scores[index].equal += 1 }
    }
    return scores
  }
}

/// How well the checks tell a function from its mutants.
package struct MutantScore: Sendable, Equatable {
  package var function: String
  package var mutants = 0
  package var killed = 0
  package var equal = 0

  /// Killed of those that are not equal, in percent.
  package var percent: Double {
    mutants == equal ? 100 : 100 * Double(killed) / Double(mutants - equal)
  }
}

extension [MutantScore] {
  /// The scores as a table, the figure of all of them last.
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

/// A change of the list, as its mutants are printed.
private func shown(_ change: EqualMutant.Change) -> String {
  switch change {
  case .lines(let was, let now): "\(was) ⇒ \(now)"
  case .narrowing(let narrowing):
    "with \(narrowing.operand) in \(narrowing.bits) bits"
  }
}
