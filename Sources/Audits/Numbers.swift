internal import Grading
internal import Lessons

extension AuditedCourse {
  /// Numbers without a source, and bound ones that the cell does not print.
  func numberFindings(
    in text: LessonText, lesson: Lesson, run: CellRun
  ) -> [Finding] {
    text.numerals.compactMap { numeral in
      switch numeral.source {
      case nil:
        numeral.needsSource
          ? unbound(numeral, lesson: lesson, run: run) : nil
      case .quoted: nil
      case .cell(let name, let index):
        bound(numeral, to: name, index, lesson: lesson, run: run)
      }
    }
  }

  private func unbound(
    _ numeral: Numeral, lesson: Lesson, run: CellRun
  ) -> Finding {
    var candidates: [String] = []
    for cell in run.result.cells {
      for (index, number) in printedNumbers(in: cell.output).enumerated()
      where numeral.agrees(with: number, tolerance: 0) {
        candidates.append("<!-- = \(cell.name)[\(index)] -->")
      }
    }
    let comment = candidates.first ?? "<!-- = cell[i] -->"
    return Finding(
      path(of: lesson), numeral.line,
      "the number \(numeral.text) has no source",
      "write \(comment) or <!-- quoted: whose --> right after it")
  }

  private func bound(
    _ numeral: Numeral, to name: String, _ index: Int, lesson: Lesson,
    run: CellRun
  ) -> Finding? {
    let output = lesson.cells.first { $0.name == name }?.output
    guard run.result.problem == nil,
      let printed = run.output(of: name)
    else { return nil }
    let numbers = printedNumbers(in: printed)
    guard numbers.indices.contains(index) else {
      return Finding(
        path(of: lesson), numeral.line,
        "the cell \(name) prints no number \(index), it prints "
          + "\(numbers.count)",
        "count from 0, leaving out inf and nan")
    }
    let tolerance = output?.tolerance ?? 0
    guard !numeral.agrees(with: numbers[index], tolerance: tolerance) else {
      return nil
    }
    return Finding(
      path(of: lesson), numeral.line,
      "the text says \(numeral.text), the cell prints \(numbers[index]) as "
        + "\(name)[\(index)]",
      "swift run course verify \(lesson.number) --bless, or correct the index")
  }
}
