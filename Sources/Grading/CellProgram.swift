internal import Checks
internal import Lessons

/// Why the cells do not compile.
struct CellComplaint: Error {
  var diagnostics: [Diagnostic]

  /// Throws the compiler's errors if it failed.
  static func refuse(_ run: Run) throws {
    if run.succeeded { return }
    let said = Grading.diagnostics(in: run.errors, file: "", shownAs: "")
      .filter { $0.severity == "error" }
    guard said.isEmpty else { throw CellComplaint(diagnostics: said) }
    throw GradingError("the compiler failed: \(lastLines(run.errors))")
  }
}

extension Compiler {
  /// The path of the compiled program of a lesson's cells, from the cache if it
  /// is there.
  ///
  /// `exercise` is a module that the cells import.
  func cellProgram(
    _ cells: CellText, with exercise: Plan?
  ) throws -> String {
    let plans = exercise.map { $0.earlier + [$0] } ?? []
    let modules = try plans.map { ($0.module, try module(of: $0)) }
    let text = cells.program(importing: exercise?.module)
    let key =
      text + "\u{0}" + libraries.identity
      + modules.map { "\u{0}\($0.1)" }.joined()
    return try cache.entry("cells", key: key) { folder in
      let file = folder + "/main.swift"
      try Files.write(text, to: file)
      let search = try libraries.searchFolderForDrivers()
      let settings =
        try libraries.settings(searching: search)
        + modules.flatMap { ["-I", $0.1] }
      let object = folder + "/cells.o"
      let objects = [object] + modules.map { $0.1 + "/exercise.o" }
      let commands = [
        toolchain.frontend(
          [
            "-c", "-primary-file", file, "-module-name", "Cells",
            "-default-isolation", "MainActor", "-o", object,
          ] + settings),
        libraries.linker.command(
          linking: objects, library: libraries.linked,
          into: folder + "/program", withFoundation: true),
      ]
      for command in commands {
        var result = try runOne(command, seconds: seconds)
        if !result.succeeded {
          result = try runOne(command, seconds: seconds)
        }
        try CellComplaint.refuse(result)
      }
    }.get().folder + "/program"
  }
}

/// The Swift source of a lesson's cells.
struct CellText {
  private let cells: [Cell]
  private let imports: [String]
  private let file: String

  init(_ cells: [Cell], of lesson: Lesson, file: String) {
    self.cells = cells
    self.file = file
    let own = lesson.exercise?.imports ?? ["Tensors"]
    imports = own + lesson.cellImports.filter { !own.contains($0) }
  }

  /// One program, whose diagnostics refer to lines of the lesson's file.
  func program(importing module: String?) -> String {
    let modules = imports + ["Workbench"] + (module.map { [$0] } ?? [])
    var lines = modules.map { "import \($0)" }
    lines += ["printByLines()", "endWithParent()"]
    for cell in cells {
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
}
