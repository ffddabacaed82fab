package import Checks
package import Lessons
internal import Tensors

/// What one cell of a lesson printed.
package struct CellResult: Sendable, Equatable {
  package var name: String
  package var output: String
}

/// Why the cells of a lesson did not run to their end.
package enum CellsProblem: Sendable, Equatable, CustomStringConvertible {
  /// They do not compile.
  case uncompiled([Diagnostic])
  /// The program stopped, within a cell where one had begun.
  case stopped(String, cell: String?)

  package var description: String {
    switch self {
    case .uncompiled(let diagnostics):
      diagnostics.map { "\($0.file):\($0.line):\($0.column): \($0.message)" }
        .joined(separator: "\n")
    case .stopped(let reason, let cell):
      (cell.map { "in cell `\($0)`: " } ?? "") + reason
    }
  }
}

/// What running the cells of a lesson came to.
package struct CellsResult: Sendable, Equatable {
  /// The cells that started, in order.
  package var cells: [CellResult] = []

  /// Why the program did not compile or run to its end; nil where it did.
  package var problem: CellsProblem?

  /// The unimplemented function that a cell called.
  package var unwritten: String?
}

extension Compiler {
  /// Runs the cells of a lesson as one program, compiled against the library.
  ///
  /// `lessonFile` is the path shown in messages; `receive` gets the output as
  /// it arrives. The program is killed after `seconds`, or when it exceeds its
  /// memory or output limit. Cells that call the reader's functions run last,
  /// and only if `exercise` is given. Throws `EarlierFailure` if the exercise
  /// does not compile.
  package func runCells(
    of lesson: Lesson, lessonFile: String, exercise: Plan? = nil,
    environment: [String: String] = [:], seconds: Double = 120,
    megabytes: Int = 8_192, outputMegabytes: Int = 16,
    receive: (CellEvent) -> Void = { _ in }
  ) throws -> CellsResult {
    let cells = lesson.cells.filter { !$0.yours }
    let yours = exercise == nil ? [] : lesson.cells.filter(\.yours)
    guard !(cells + yours).isEmpty else { return CellsResult() }
    let program: String
    do {
      program = try cellProgram(
        CellText(cells + yours, of: lesson, file: lessonFile),
        with: yours.isEmpty ? nil : exercise)
    } catch let complaint as CellComplaint {
      return CellsResult(problem: .uncompiled(complaint.diagnostics))
    }
    var variables = toolchain.environment
    for (name, value) in environment { variables[name] = value }
    var command = toolchain.command(program, [], environment: variables)
    command.limits = ResourceLimits(
      megabytes: megabytes, processorSeconds: 2 * Int(seconds))
    var stream = CellStream()
    let result = try runOne(
      command, seconds: seconds, outputLimit: outputMegabytes << 20
    ) { stream.events(in: $0).forEach(receive) }
    stream.finish().forEach(receive)
    return cellsResult(
      of: result, seconds: seconds, outputMegabytes: outputMegabytes)
  }
}

private func cellsResult(
  of run: Run, seconds: Double, outputMegabytes: Int
) -> CellsResult {
  var result = CellsResult()
  let parts = run.text.split(
    separator: cellMark, omittingEmptySubsequences: true)
  for part in parts {
    let end = part.firstIndex(of: "\n") ?? part.endIndex
    result.cells.append(
      CellResult(
        name: String(part[..<end]), output: String(part[end...].dropFirst())))
  }
  guard !run.succeeded else { return result }
  if run.exitStatus == notWrittenExitStatus {
    result.unwritten = lastLines(run.errors)
    return result
  }
  let reason =
    run.timedOut
    ? "it did not finish within \(Int(seconds)) s"
    : run.output.count > outputMegabytes << 20
      ? "it printed more than \(outputMegabytes) MiB"
      : lastLines(withoutCrashReport(run.errors))
  result.problem = .stopped(
    reason.isEmpty ? "it crashed" : reason, cell: result.cells.last?.name)
  return result
}

/// Whether a cell printed what the lesson says, comparing numbers within the
/// tolerance.
package func matches(
  _ printed: String, _ expected: String, tolerance: Double?
) -> Bool {
  guard let tolerance else { return printed == expected }
  let (left, right) = (pieces(of: printed), pieces(of: expected))
  guard left.count == right.count else { return false }
  return zip(left, right).allSatisfy { left, right in
    guard let a = Double(left), let b = Double(right) else {
      return left == right
    }
    return a == b || (a - b).magnitude <= tolerance
  }
}

/// A text cut into its numbers and the text between them.
private func pieces(of text: String) -> [Substring] {
  var pieces: [Substring] = []
  var rest = text[...]
  while let first = rest.first {
    let isNumber = first.isNumber || first == "-"
    var end = rest.index(after: rest.startIndex)
    while end < rest.endIndex, isPart(rest[end], ofNumber: isNumber) {
      end = rest.index(after: end)
    }
    pieces.append(rest[..<end])
    rest = rest[end...]
  }
  return pieces
}

private func isPart(_ character: Character, ofNumber: Bool) -> Bool {
  ofNumber
    ? character.isNumber || ".e-+".contains(character)
    : !(character.isNumber || character == "-")
}
