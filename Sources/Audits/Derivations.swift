internal import Checks
internal import Lessons
internal import Tensors

extension AuditedCourse {
  /// Finds derivations whose rows are not equal, and those that are displayed
  /// but not declared, or declared but not displayed.
  func derivationFindings(in lesson: Lesson, seed: UInt64) -> [Finding] {
    let derivations = checks(of: lesson)?.derivations ?? []
    let blocks = lesson.formulas.filter { $0.derivation != nil }
    let path = path(of: lesson)
    var findings: [Finding] = []
    for block in blocks {
      let name = block.derivation ?? ""
      if let derivation = derivations.first(where: { $0.name == name }) {
        findings += derivation.findings(
          for: block, path: path, seed: seed,
          at: place(of: "\"\(name)\"", in: lesson))
      } else {
        findings.append(
          Finding(
            path, block.line, "no Derivation is named \(name)",
            "add it to the derivations of the lesson's ExerciseChecks"))
      }
    }
    let shown = Set(blocks.compactMap(\.derivation))
    for derivation in derivations where !shown.contains(derivation.name) {
      let place = place(of: "\"\(derivation.name)\"", in: lesson)
      findings.append(
        Finding(
          place.path, place.line,
          "the lesson does not display the derivation \(derivation.name)",
          "write ```math derivation=\(derivation.name)"))
    }
    return findings
  }
}

extension Derivation {
  /// Finds sides of rows that differ from the others at random points.
  fileprivate func findings(
    for block: Math, path: String, seed: UInt64,
    at place: (path: String, line: Int)
  ) -> [Finding] {
    // `formulaFindings` reports formulas that do not parse.
    guard let rows = derivationRows(of: block) else { return [] }
    func finding(_ row: Int, _ problem: Unevaluated, _ line: Int) -> Finding {
      Finding(
        path, line, "row \(row + 1) of \(name): \(problem.problem)",
        problem.remedy)
    }
    let ofForm = rows.enumerated().compactMap { index, row in
      row.mistakeOfForm(isFirst: index == 0).map {
        finding(index, $0, row.line)
      }
    }
    guard ofForm.isEmpty else { return ofForm }
    guard rows.count > 1 || rows.contains(where: { $0.sides.count > 1 }) else {
      return [
        Finding(
          path, block.line, "\(name) has no =, so it proves nothing",
          "write both sides")
      ]
    }
    var random = SeededGenerator(seed: seed)
    let points = (0..<50).map { _ in point(&random) }
    do {
      return try DerivationTeX(self, at: points).mistakes(in: rows).map(finding)
    } catch {
      return [
        Finding(
          place.path, place.line,
          "the letters of \(name): \(error.problem)", error.remedy)
      ]
    }
  }
}

/// Whether numbers agree to 1e-9: relative, and absolute for numbers below 1.
func areEqual(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { a, b in
      (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude)
    }
}
