internal import Grading
package import Lessons
internal import Plots
internal import System

extension AuditedCourse {
  /// Regenerates the outputs, bound numbers, minutes and figures of a lesson.
  ///
  /// Returns one line for each change.
  package func bless(_ lesson: Lesson) throws -> [String] {
    let run = try cellRun(of: lesson)
    guard run.result.problem == nil else { return [] }
    let path = path(of: lesson)
    guard let before = text(path) else {
      throw UnreadableLesson(description: "\(path):1: the file cannot be read")
    }
    var changes: [Change] = []
    var blessed = blessedOutputs(before, lesson, run, changes: &changes)
    blessed = try blessedNumbers(blessed, lesson, run, changes: &changes)
    blessed = try blessedMinutes(blessed, lesson, changes: &changes)
    var lines = changes.map { "\(path):\($0.line): \($0.words)" }
    if blessed != before { try write(blessed, to: path) }
    for figure in figures(of: lesson) {
      let file = self.path(of: lesson, "figures/\(figure.name).svg")
      guard self.text(file) != figure.svg else { continue }
      lines.append("\(file): redrawn")
      try write(figure.svg, to: file)
    }
    return lines
  }

  /// What was rewritten, and where.
  private typealias Change = (line: Int, words: String)

  private func blessedOutputs(
    _ text: String, _ lesson: Lesson, _ run: CellRun,
    changes: inout [Change]
  ) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    // From the bottom up, so that the lines above keep their numbers.
    for cell in lesson.cells.reversed() {
      guard let printed = run.output(of: cell.name) else { continue }
      let new = printed.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast(printed.hasSuffix("\n") ? 1 : 0).map(String.init)
      if let output = cell.output {
        if matches(printed, output.text, tolerance: output.tolerance) {
          continue
        }
        let first = output.line - 1
        let count = output.text.count { $0 == "\n" }
        lines.replaceSubrange(first..<first + count, with: new)
        changes.insert((output.line, "\(cell.name): output replaced"), at: 0)
      } else if !printed.isEmpty {
        let end = cell.line + cell.code.count { $0 == "\n" }
        lines.insert(contentsOf: ["", "```output"] + new + ["```"], at: end)
        changes.insert((end + 1, "\(cell.name): output added"), at: 0)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func blessedNumbers(
    _ text: String, _ lesson: Lesson, _ run: CellRun,
    changes: inout [Change]
  ) throws -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let blessed = try Lesson(text: text, folder: lesson.folder)
    // From the end, so that earlier places stay valid.
    for numeral in blessed.numerals.reversed() {
      guard case .cell(let name, let index)? = numeral.source,
        let printed = run.output(of: name)
      else { continue }
      let numbers = printedNumbers(in: printed)
      let cell = lesson.cells.first { $0.name == name }
      guard numbers.indices.contains(index),
        !numeral.agrees(
          with: numbers[index], tolerance: cell?.output?.tolerance ?? 0)
      else { continue }
      let new = numeral.rewritten(as: numbers[index])
      let line = numeral.place.line
      guard let range = numeral.range(in: lines[line - 1]) else { continue }
      lines[line - 1].replaceSubrange(range, with: new.digits)
      changes.append((line, "\(numeral.text) is now \(new.text)"))
    }
    return lines.joined(separator: "\n")
  }

  private func blessedMinutes(
    _ text: String, _ lesson: Lesson, changes: inout [Change]
  ) throws -> String {
    let blessed = try Lesson(text: text, folder: lesson.folder)
    let estimate = blessed.estimatedMinutes
    guard estimate != lesson.minutes,
      let old = text.firstRange(of: "\nminutes: \(lesson.minutes)\n")
    else { return text }
    let place = line(of: "minutes:", in: path(of: lesson))
    changes.append((place, "minutes: \(lesson.minutes) is now \(estimate)"))
    var rewritten = text
    rewritten.replaceSubrange(old, with: "\nminutes: \(estimate)\n")
    return rewritten
  }

  private func write(_ text: String, to path: String) throws {
    let url = URL(filePath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let temporaries = "\(root)/.course/tmp"
    try FileManager.default.createDirectory(
      atPath: temporaries, withIntermediateDirectories: true)
    try replaceFile(url.path, with: text.utf8, temporaryIn: temporaries)
  }
}

extension Numeral {
  /// The range of its digits on a line: at its place, or nearest to it if YAML
  /// or an escape has shifted the text.
  fileprivate func range(in line: String) -> Range<String.Index>? {
    func distance(_ range: Range<String.Index>) -> UInt {
      let column =
        line.utf8.distance(from: line.startIndex, to: range.lowerBound) + 1
      return (column - place.column).magnitude
    }
    return line.ranges(of: digits).min { distance($0) < distance($1) }
  }
}
