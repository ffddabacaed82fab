internal import Grading
internal import Lessons
internal import Tensors

extension AuditedCourse {
  /// Finds numbers without a source or with one that is not listed, and bound
  /// numbers that differ from what their cell prints.
  func numberFindings(
    in lesson: Lesson, run: CellRun
  ) -> [Finding] {
    let sources = listedSources()
    return lesson.numerals.compactMap { numeral in
      switch numeral.source {
      case nil:
        numeral.needsSource
          ? unbound(numeral, lesson: lesson, run: run) : nil
      case .quoted(let whose):
        sources.contains { begins(whose, with: $0) }
          ? nil : unlisted(numeral, whose, lesson: lesson, run: run)
      case .cell(let name, let index):
        bound(numeral, to: name, index, lesson: lesson, run: run)
      }
    }
  }

  private func unbound(
    _ numeral: Numeral, lesson: Lesson, run: CellRun
  ) -> Finding {
    let comment = binding(of: numeral, in: run) ?? "<!-- = cell[i] -->"
    return Finding(
      path(of: lesson), numeral.place.line,
      "the number \(numeral.text) has no source",
      "write \(comment) or <!-- quoted: whose --> right after it")
  }

  private func unlisted(
    _ numeral: Numeral, _ whose: String, lesson: Lesson, run: CellRun
  ) -> Finding {
    let instead = binding(of: numeral, in: run).map { "write \($0)" }
    return Finding(
      path(of: lesson), numeral.place.line,
      "the number \(numeral.text) is quoted from `\(whose)`, which is not a "
        + "source",
      instead
        ?? "print it in a cell and bind it, or begin the comment with a source "
        + "that \(sourceFile) lists")
  }

  /// The comment that binds a number to the first cell that prints it.
  private func binding(of numeral: Numeral, in run: CellRun) -> String? {
    for cell in run.result.cells {
      let index = printedNumbers(in: cell.output).firstIndex {
        numeral.agrees(with: $0, tolerance: 0)
      }
      if let index { return "<!-- = \(cell.name)[\(index)] -->" }
    }
    return nil
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
        path(of: lesson), numeral.place.line,
        "the cell \(name) prints no number \(index), only \(numbers.count) "
          + "in all",
        "count from 0, skipping inf and nan")
    }
    let tolerance = output?.tolerance ?? 0
    guard !numeral.agrees(with: numbers[index], tolerance: tolerance) else {
      return nil
    }
    return Finding(
      path(of: lesson), numeral.place.line,
      "the text says \(numeral.text), but the cell prints \(numbers[index]) "
        + "as \(name)[\(index)]",
      "run `swift run course verify \(lesson.number) --bless`, or correct the "
        + "index")
  }
}

extension AuditedCourse {
  private var sourceFile: String { "Lessons/SOURCES.md" }

  /// The sources that may be quoted: the text in backticks at the start of each
  /// row of the table.
  private func listedSources() -> [Substring] {
    (text(sourceFile) ?? "").split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `") else { return nil }
      return line.dropFirst(3).split(separator: "`").first
    }
  }
}

/// Whether a quotation begins with the words of a source, in which `N` and
/// `S` stand for integers.
private func begins(_ quotation: String, with source: Substring) -> Bool {
  func words(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: { ", ".contains($0) }).map { String($0) }
  }
  let (said, wanted) = (words(quotation), words(source))
  return said.count >= wanted.count
    && zip(said, wanted).allSatisfy { word, pattern in
      ["N", "S"].contains(pattern) ? Int(word) != nil : word == pattern
    }
}
