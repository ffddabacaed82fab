internal import Checks
internal import Grading
internal import Lessons
internal import System

/// The result of running a lesson's cells.
struct CellRun {
  var result: CellsResult

  func output(of name: String) -> String? {
    result.cells.first { $0.name == name }?.output
  }
}

extension AuditedCourse {
  /// Finds lines of code that are too long for an 80-column terminal.
  func widthFindings(in lesson: Lesson) -> [Finding] {
    let most = 76
    return lesson.cells.flatMap { cell in
      let lines = cell.code.split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { index, line in
        line.count > most
          ? Finding(
            path(of: lesson), cell.line + index,
            "a line of code has \(line.count) characters, but only \(most) "
              + "fit in a terminal", "split it") : nil
      }
    }
  }

  /// Finds tolerances so large that almost any output would match.
  func toleranceFindings(in lesson: Lesson) -> [Finding] {
    lesson.cells.compactMap { cell in
      guard let output = cell.output, let tolerance = output.tolerance else {
        return nil
      }
      let largest = printedNumbers(in: output.text).map(\.magnitude).max() ?? 0
      let limit: (most: Double, words: String) =
        largest < 1
        ? (largest / 100, "a hundredth of the largest number it prints")
        : (0.01, "a hundredth")
      return tolerance <= limit.most
        ? nil
        : Finding(
          path(of: lesson), output.line - 1,
          "the tolerance of the cell \(cell.name), \(tolerance), is more than "
            + limit.words,
          "write a smaller one, or let the cell print rounded numbers")
    }
  }

  func cellRun(of lesson: Lesson) throws -> CellRun {
    CellRun(
      result: try compiler.runCells(
        of: lesson, lessonFile: path(of: lesson),
        exercise: try solution(of: lesson),
        environment: ["COURSE_DATA": root + "/Data/fashion-mnist-sample"]))
  }

  func cellFindings(in lesson: Lesson, run: CellRun) -> [Finding] {
    let bless = "run `swift run course verify \(lesson.number) --bless`"
    let path = path(of: lesson)
    switch run.result.problem {
    case .uncompiled(let diagnostics)?:
      return diagnostics.map {
        Finding(
          $0.file, $0.line, "the cell does not compile: \($0.message)",
          "correct the cell")
      }
    case .stopped(let reason, let name)?:
      let cell = lesson.cells.first { $0.name == name }
      return [
        Finding(
          path, cell?.line ?? 1,
          "the cells stop: \(reason.lines.joined(separator: " "))",
          "correct the cell")
      ]
    case nil: break
    }
    return lesson.cells.compactMap { cell in
      let printed = run.output(of: cell.name) ?? ""
      guard let output = cell.output else {
        return printed.isEmpty
          ? nil
          : Finding(
            path, cell.line, "the cell \(cell.name) has no output below it",
            bless)
      }
      if matches(printed, output.text, tolerance: output.tolerance) {
        return nil
      }
      let (offset, old, new) = firstDifference(output.text, printed)
      return Finding(
        path, output.line + offset,
        "the cell \(cell.name) prints `\(new)`, not `\(old)`", bless)
    }
  }
}

/// The first line in which two texts differ, counted from 0.
private func firstDifference(
  _ old: String, _ new: String
) -> (offset: Int, old: Substring, new: Substring) {
  let olds = old.split(separator: "\n", omittingEmptySubsequences: false)
  let news = new.split(separator: "\n", omittingEmptySubsequences: false)
  let offset =
    zip(olds, news).enumerated().first { $0.element.0 != $0.element.1 }?
    .offset ?? min(olds.count, news.count)
  return (
    offset, offset < olds.count ? olds[offset] : "",
    offset < news.count ? news[offset] : ""
  )
}
