internal import Grading
internal import Lessons
internal import Pages
internal import Terminals

/// Shows a lesson's cells one at a time, and asks the reader to predict what
/// some of them print.
///
/// The cells have all run before, so a reader who thinks for a while neither
/// holds up a program nor runs into a time limit.
struct CellSession {
  let lesson: Lesson
  let desk: Desk
  let world: World

  private var right = 0
  private var predicted = 0

  init(_ lesson: Lesson, at desk: Desk, in world: World) {
    (self.lesson, self.desk, self.world) = (lesson, desk, world)
  }

  /// Shows what the cells printed; returns false if the reader left early.
  mutating func show(_ result: CellsResult) -> Bool {
    defer {
      if predicted > 0 {
        world.write("\n")
        world.show(
          predictionSummaryPage(
            right: right, of: predicted, on: world.screen))
      }
    }
    // Cells that call the reader's functions run last; all are shown in the
    // order of the text.
    let ran = lesson.cells.compactMap { cell in
      result.cells.first { $0.name == cell.name }.map { (cell, $0.output) }
    }
    // If the run stopped early, the cell that ran last may be incomplete.
    let stopped = result.problem != nil || result.unwritten != nil
    let incomplete = stopped ? result.cells.last?.name : nil
    for (index, (cell, printed)) in ran.enumerated() {
      world.show(
        cellPage(
          cell, number: index + 1, of: ran.count, on: world.screen))
      let isLast = index == ran.count - 1
      guard show(cell, printed, isWhole: cell.name != incomplete) else {
        return false
      }
      if !isLast, answer(to: "\nEnter goes on, q quits: ") == nil {
        return false
      }
      world.write(isLast ? "" : "\n")
    }
    return true
  }

  /// Shows what one cell printed, after the reader's prediction.
  private mutating func show(
    _ cell: Cell, _ printed: String, isWhole: Bool
  ) -> Bool {
    var typed = ""
    if cell.predict, isWhole {
      let count = printed.split(separator: "\n").count
      if count > 1 {
        world.show(
          paragraph(
            "It prints \(count) lines; type them on one.", .dim,
            on: world.screen))
      }
      let question = "What will it print? (Enter shows it, q quits): "
      guard let answer = answer(to: question) else { return false }
      typed = answer
    }
    world.show(cellLines(printed, of: cell, isWhole: isWhole))
    defer {
      if isWhole {
        world.show(discussionPage(lesson, cell, on: world.screen))
      }
    }
    guard !typed.allSatisfy(\.isWhitespace) else { return true }
    let prediction = Prediction(
      typed, of: printed, tolerance: cell.output?.tolerance)
    // What was said in part or in words is for the reader to judge.
    if ![.beginning, .part, .words].contains(prediction) { predicted += 1 }
    if [.right, .rounded].contains(prediction) { right += 1 }
    world.show(predictionPage(prediction, on: world.screen))
    return true
  }

  private func cellLines(
    _ printed: String, of cell: Cell, isWhole: Bool
  ) -> [Line] {
    let lines = printed.split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast(printed.hasSuffix("\n") ? 1 : 0)
    let shown = lines.flatMap { cellOutput(String($0), on: world.screen) }
    guard isWhole, let output = cell.output,
      !matches(printed, output.text, tolerance: output.tolerance)
    else { return shown }
    return shown + differencePage(lesson: output.text, on: world.screen)
  }

  /// The line that the reader types, or nil if they leave.
  private func answer(to question: String) -> String? {
    world.write(question)
    guard let typed = desk.readLine() else {
      world.write("\n")
      return nil
    }
    return typed.lowercased().filter { !$0.isWhitespace } == "q" ? nil : typed
  }
}
