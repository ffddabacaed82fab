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
        findings += derivation.findings(for: block, path: path, seed: seed)
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
  /// equal at random points.
  fileprivate func findings(
    for block: Math, path: String, seed: UInt64
  ) -> [Finding] {
    let rows = rows(of: block.source)
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
    for _ in 0..<50 {
      let place = point(&random)
      let first = steps[0].value(place)
      for (index, step) in steps.enumerated().dropFirst() {
        let values = step.value(place)
        if areEqual(first, values) { continue }
        let row = hasLeftSide ? index - 1 : index
        return [
          Finding(
            path, block.line + rows[row],
            "row \(row + 1) of \(name), \(step.expression), is \(values) where "
              + "\(steps[0].expression) is \(first), at the point \(place)",
            "correct the row or its step")
        ]
      }
    }
    return []
  }
}

/// Equal to a billionth: relative, and absolute for numbers below 1.
private func areEqual(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count
    && zip(left, right).allSatisfy { a, b in
      a == b || (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude)
    }
}

/// The lines, from 0, on which the rows of a displayed formula begin: rows
/// are parted by `\\` outside of inner environments.
private func rows(of source: String) -> [Int] {
  var rows: [Int] = []
  var line = 0
  var depth = 0
  var isFresh = true
  var rest = source[...]
  while let character = rest.first {
    if rest.hasPrefix("\\begin{") || rest.hasPrefix("\\end{") {
      depth += rest.hasPrefix("\\begin{") ? 1 : -1
      let end = rest.firstIndex(of: "}") ?? rest.startIndex
      // An inner environment is part of its row.
      if depth > 1, isFresh {
        rows.append(line)
        isFresh = false
      }
      rest = rest[end...].dropFirst()
    } else if rest.hasPrefix("\\\\") {
      if depth <= 1 { isFresh = true }
      rest = rest.dropFirst(2)
    } else {
      if character == "\n" {
        line += 1
      } else if isFresh, !character.isWhitespace {
        rows.append(line)
        isFresh = false
      }
      rest = rest.dropFirst()
    }
  }
  return rows
}
