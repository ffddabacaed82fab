internal import Checks
internal import Lessons
internal import Tensors

extension AuditedCourse {
  /// Derivations whose rows are not equal, or have no steps or no rows.
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
  /// A step a row, or one more for the left side of the first row; all steps
  /// equal at random points, and the TeX of each row equal to its step.
  fileprivate func findings(
    for block: Math, path: String, seed: UInt64,
    at place: (path: String, line: Int)
  ) -> [Finding] {
    // What cannot be read is found with the other formulas.
    guard let rows = derivationRows(of: block) else { return [] }
    let hasLeftSide = steps.count == rows.count + 1
    guard hasLeftSide || steps.count == rows.count, !steps.isEmpty else {
      return [
        Finding(
          path, block.line,
          "\(name) is displayed in \(rows.count) rows and has \(steps.count) "
            + "steps",
          "give each row its step, and one more for the left side of the "
            + "first row if you like")
      ]
    }
    var random = SeededGenerator(seed: seed)
    let points = (0..<50).map { _ in point(&random) }
    if let unequal = unequalStep(at: points) {
      let row = hasLeftSide ? unequal.step - 1 : unequal.step
      return [
        Finding(
          path, rows[row].lineOfEquality,
          "row \(row + 1) of \(name), \(unequal.problem)",
          "correct the row or its step")
      ]
    }
    do {
      let tex = try DerivationTeX(self, at: points)
      return rows.enumerated().compactMap { index, row in
        // The steps of the sides behind the first, and that of the first.
        let step = hasLeftSide ? index + 1 : index
        let isLeft = hasLeftSide && index == 0
        let form = row.mistakeOfForm(isFirst: index == 0, isLeft: isLeft)
        guard
          let mistake = form.map({ ($0, row.line) })
            ?? tex.mistake(in: row, step: step, leftStep: isLeft ? 0 : step)
        else { return nil }
        let (problem, line) = mistake
        return Finding(
          path, line, "row \(index + 1) of \(name): \(problem.problem)",
          problem.remedy)
      }
    } catch {
      return [
        Finding(
          place.path, place.line,
          "the letters of \(name): \(error.problem)", error.remedy)
      ]
    }
  }

  /// The first step that differs from the first of all.
  private func unequalStep(
    at points: [[Double]]
  ) -> (step: Int, problem: String)? {
    for place in points {
      let first = steps[0].value(place)
      for (index, step) in steps.enumerated().dropFirst() {
        let values = step.value(place)
        if areEqual(first, values) { continue }
        return (
          index,
          "\(step.expression), is \(values) where \(steps[0].expression) is "
            + "\(first), at the point \(place)"
        )
      }
    }
    return nil
  }
}

/// Equal to a billionth: relative, and absolute for numbers below 1.
func areEqual(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { a, b in
      (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude)
    }
}
