internal import Checks
package import Lessons

/// What one cell of a lesson printed.
package struct CellResult: Sendable, Equatable {
  package var name: String
  package var output: String
}

/// What running the cells of a lesson came to.
package struct CellsResult: Sendable, Equatable {
  /// The cells that began, in order.
  package var cells: [CellResult] = []

  /// Why the program did not compile or run to its end; nil where it did.
  package var problem: String?
}

extension Compiler {
  /// Runs the cells of a lesson: one program, compiled against the library.
  ///
  /// `lessonFile` is the path that messages name; `receive` is told what the
  /// cells print as they print it. The program is ended after `seconds`, and
  /// where it wants more memory or prints more than these mebibytes.
  package func runCells(
    of lesson: Lesson, lessonFile: String, environment: [String: String] = [:],
    seconds: Double = 120, megabytes: Int? = nil, outputMegabytes: Int = 16,
    receive: (CellEvent) -> Void = { _ in }
  ) throws(GradingError) -> CellsResult {
    guard !lesson.cells.isEmpty else { return CellsResult() }
    let text = cellProgram(of: lesson, file: lessonFile)
    let linked = try libraries.linked()
    var complaints = ""
    let entry: (folder: String, wasThere: Bool)
    do throws(GradingError) {
      let key = text + "\u{0}" + libraries.identity
      entry = try cache.entry("cells", key: key) {
        folder throws(GradingError) in
        let file = folder + "/main.swift"
        try Files.write(text, to: file)
        let search = try libraries.searchFolderForDrivers()
        let settings = try libraries.settings(searching: search)
        let object = folder + "/cells.o"
        let compiled = try runOne(
          toolchain.frontend(
            [
              "-c", "-primary-file", file, "-module-name", "Cells",
              "-default-isolation", "MainActor", "-o", object,
            ] + settings),
          seconds: self.seconds)
        complaints = compiled.errors
        guard compiled.succeeded else { throw GradingError("not compiled") }
        let result = try runOne(
          toolchain.driver([
            "-o", folder + "/program", object, "-L", linked, "-lLearning",
            "-lm",
            "-Xlinker", "-rpath", "-Xlinker", linked,
          ]), seconds: self.seconds)
        complaints = result.errors
        guard result.succeeded else { throw GradingError("not linked") }
      }
    } catch {
      let said = diagnostics(in: complaints, file: "", shownAs: "")
        .filter { $0.severity == "error" }
      guard !said.isEmpty else { throw error }
      return CellsResult(
        problem: said.map {
          "\($0.file):\($0.line):\($0.column): \($0.message)"
        }.joined(separator: "\n"))
    }
    var variables = toolchain.environment
    for (name, value) in environment { variables[name] = value }
    let command = Command(
      entry.folder + "/program", [], environment: variables,
      megabytes: megabytes)
    var stream = CellStream()
    let result = try runOne(
      command, seconds: seconds, outputLimit: outputMegabytes << 20
    ) { stream.events(in: $0).forEach(receive) }
    stream.finish().forEach(receive)
    return cellsResult(
      of: result, seconds: seconds, outputMegabytes: outputMegabytes)
  }
}

/// The cells as one program, each where the lesson's file has it.
private func cellProgram(of lesson: Lesson, file: String) -> String {
  let imports = lesson.exercise?.imports ?? ["Tensors"]
  var lines = imports.map { "import \($0)" } + ["import Workbench"]
  lines += ["printByLines()", "endWithParent()"]
  for cell in lesson.cells {
    lines.append("print(\"\(escaped(cellMark))\(cell.name)\")")
    lines.append("#sourceLocation(file: \"\(file)\", line: \(cell.line))")
    lines.append(cell.code)
    lines.append("#sourceLocation()")
  }
  return lines.joined(separator: "\n") + "\n"
}

private func escaped(_ mark: Character) -> String {
  mark.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
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
  let place = result.cells.last.map { "in cell `\($0.name)`: " } ?? ""
  let reason =
    run.timedOut
    ? "no end within \(Int(seconds)) s"
    : run.output.count > outputMegabytes << 20
      ? "it printed more than \(outputMegabytes) MiB"
      : lastLines(withoutCrashReport(run.errors))
  result.problem = place + (reason.isEmpty ? "it crashed" : reason)
  return result
}

/// Whether what a cell printed is what the lesson says, numbers within the
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

/// The numbers of a text, and what stands between them.
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
