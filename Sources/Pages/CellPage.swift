package import Lessons
import Maths

// Cells, formulas and questions.
extension BlockPage {
  func cell(_ cell: Cell) -> [Line] {
    let shown = code(cell.code, on: screen)
    guard let output = cell.output else { return shown }
    if cell.predict {
      let ask = "What does this print? Say it first; then: "
      let run = command(
        "swift run course run \(lesson)", key: "c", on: screen)
      return shown + [""]
        + paragraph(
          [Span(ask, .emphasis), run], indent: 4, on: screen)
    }
    let mine = cell.yours ? yours : []
    let label = screen.plain ? [Line([Span("    This prints:")])] : []
    let bar = Span(screen.plain ? "    " : "  │ ", .dim)
    let lines = code(
      output.text, language: "", style: .output, indent: 0,
      on: screen.narrowed(by: 4))
    return shown + [""] + label + lines.prefixed(bar, bar) + mine
  }

  /// The note below a cell that calls the reader's own functions.
  private var yours: [Line] {
    let run = command(
      "swift run course run \(lesson)", key: "c", on: screen)
    return [""]
      + paragraph(
        [Span("With your own functions: ", .emphasis), run], indent: 4,
        on: screen)
  }

  /// Draws a formula on lines of its own.
  func displayed(_ math: Math) -> [Line] {
    let formula: Formula
    do {
      formula = try Formula(parsing: math.source)
    } catch {
      return paragraph("[formula]", .bad, indent: 4, on: screen)
    }
    if screen.plain || screen.ascii {
      return spoken(formula).split(separator: "\n").flatMap {
        paragraph(String($0), indent: 4, on: screen)
      }
    }
    let indent = min(4, screen.width / 8)
    let width = screen.width - indent
    return display(formula, width: width).flatMap { row in
      displayWidth(row) <= width
        ? [Line([Span(row, .math)])] : wrap([Span(row, .math)], width: width)
    }.indented(by: indent)
  }

  /// A question and its options, without the answer.
  func quiz(_ quiz: Quiz) -> [Line] {
    let question: [Inline] = [.strong([.text("Question: ")])] + quiz.ask
    var all = Pages.lines(question, on: screen)
    for (letter, option) in zip("abcdefghijklmnopqrstuvwxyz", quiz.options) {
      let mark = Span("  \(letter)) ", .strong)
      all += Pages.lines(option.text, on: screen.narrowed(by: 5))
        .prefixed(mark, "     ")
    }
    return all
  }
}

/// The errors in formulas of a lesson that cannot be parsed.
package func formulaProblems(in lesson: Lesson) -> [LessonError] {
  var problems: [LessonError] = []
  for math in lesson.formulas {
    do throws(MathError) {
      _ = try Formula(parsing: math.source)
    } catch {
      problems.append(
        LessonError(
          file: "\(lesson.folder)/lesson.md", line: math.line + error.line - 1,
          problem: "in a formula: \(error.problem)", remedy: error.remedy))
    }
  }
  return problems
}
