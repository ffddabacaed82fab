package import Checks
internal import Lessons
internal import System

/// Compiles a learner's file and the course's driver into a program.
package struct Compiler: Sendable {
  package let toolchain: Toolchain
  package private(set) var libraries: Libraries
  package let cache: Cache

  /// The time limit for compiling one file, in seconds.
  package var seconds = 60.0

  /// What a learner's program may write.
  let protection: WriteProtection

  /// What the learner's code is compiled and run in.
  var confinement = Confinement.none

  /// Creates a compiler that compiles into a cache.
  ///
  /// Learners' programs may not write to the cache, to the library or to the
  /// folder `protecting`.
  package init(
    toolchain: Toolchain, libraries: Libraries, cache: Cache,
    protecting folder: String
  ) {
    self.toolchain = toolchain
    self.libraries = libraries
    self.cache = cache
    protection = WriteProtection(
      protecting: [folder, cache.folder, libraries.buildFolder],
      temporary: toolchain.environment["TMPDIR"] ?? "/tmp")
  }

  /// The same compiler with another cache.
  init(_ other: Compiler, caching cache: Cache, seconds: Double) {
    toolchain = other.toolchain
    libraries = other.libraries
    self.cache = cache
    protection = other.protection
    confinement = other.confinement
    self.seconds = seconds
  }

  /// The same compiler, set to compile everything again.
  func refreshed() throws(GradingError) -> Compiler {
    var other = Compiler(self, caching: cache.refreshed(), seconds: seconds)
    other.libraries = try libraries.relinked(in: other.cache)
    return other
  }

  /// The program of an exercise, compiled if it is not in the cache.
  ///
  /// With a workshop it is compiled there, and neither looked up nor kept.
  ///
  /// Throws `CompileFailure` if the file does not compile, `Rejection` if it
  /// uses something forbidden, and `UnsoundCompiler` or `GradingError` if the
  /// grader itself fails.
  package func program(
    of plan: Plan, in workshop: Workshop? = nil
  ) throws -> Program {
    let modules = try plan.earlier.map { earlier in
      (earlier.module, try module(of: earlier))
    }
    let driver = try driverObject(of: plan, earlier: modules)
    let settings = try settings(for: plan, earlier: modules)
    if let workshop {
      let said = try build(
        plan, driver: driver, settings: settings, earlier: modules,
        in: workshop)
      return Program(
        path: workshop.products + "/program", files: plan.shownPaths,
        diagnostics: said, cached: false)
    }
    let key = [
      plan.source.text, driver, libraries.identity,
      settings.joined(separator: " "),
      modules.map { "\($0.0) \($0.1)" }.joined(separator: "\n"),
    ].joined(separator: "\u{0}")
    var warnings: [Diagnostic] = []
    let entry = try cache.entry("program", key: key) { folder in
      warnings = try build(
        plan, driver: driver, settings: settings, earlier: modules,
        in: Workshop(folder))
    }.get()
    return Program(
      path: entry.folder + "/program", files: plan.shownPaths,
      diagnostics: warnings, cached: entry.wasThere)
  }

  private func build(
    _ plan: Plan, driver: String, settings: [String],
    earlier: [(String, String)], in workshop: Workshop
  ) throws -> [Diagnostic] {
    let file = "\(workshop.sources)/\(plan.sourceFile)"
    try Files.write(plan.source.text, to: file)
    let object = workshop.products + "/exercise.o"
    let step = try step(in: workshop, for: plan, driver, earlier)
    var jobs = [
      toolchain.frontend(
        [
          "-c", "-primary-file", file, "-parse-as-library", "-module-name",
          plan.module, "-o", object,
        ] + settings),
      toolchain.frontend(
        [
          "-emit-imported-modules", file, "-parse-as-library", "-module-name",
          plan.module, "-o", "-",
        ] + settings),
    ]
    if plan.mayHaveForbiddenAttributes {
      // Type-check with the same settings instead of only parsing, so that
      // `#if canImport(…)` is decided as in the program.
      jobs.append(
        toolchain.frontend(
          ["-dump-ast", file, "-parse-as-library"] + settings))
    }
    jobs = jobs.map { confinement.wrap($0, step) }
    var runs = try runAll(jobs, seconds: seconds)
    let isWhole = runs.allSatisfy(\.succeeded)
    if !isWhole, !isTheirs(runs[0], of: plan, file: file) {
      // Two compilers that fill the module cache at once can make each other
      // fail, so retry; a real error recurs.
      try proveSoundness(with: plan, settings, in: workshop.sources)
      if !runs[0].timedOut { runs = try runAll(jobs, seconds: seconds) }
    }
    try plan.refuse(
      imports: runs[1].text.split(separator: "\n").map(String.init))
    if runs.count > 2 { try plan.refuse(attributesIn: runs[2].text) }
    let said = diagnostics(
      in: runs[0].errors, file: file, shownAs: plan.source.path)
    guard runs[0].succeeded else {
      // One that ended by itself and blames nothing in the file was disturbed,
      // as by another that filled the module cache at the same time.
      if runs[0].exitStatus != nil,
        !said.contains(where: { $0.severity == "error" })
      {
        throw GradingError(
          "the compiler failed: \(lastLines(runs[0].errors)); "
            + "try `swift run course check \(plan.number) --fresh`")
      }
      throw CompileFailure(
        runs[0], diagnostics: said, path: plan.source.path, seconds: seconds)
    }
    // A file that was not read completely may contain something forbidden.
    guard runs.allSatisfy(\.succeeded) else { throw plan.unreadable }
    try link(
      plan, objects: [object, driver] + earlier.map { $0.1 + "/exercise.o" },
      settings: settings, in: workshop, step)
    // Only the program is needed again, and everything kept has to be sealed.
    for name in Files.list(workshop.products) where name != "program" {
      Files.remove("\(workshop.products)/\(name)")
    }
    return said
  }

  private func link(
    _ plan: Plan, objects: [String], settings: [String],
    in workshop: Workshop, _ step: Confinement.Step
  ) throws {
    let program = workshop.products + "/program"
    let command = libraries.linker.command(
      linking: objects, library: libraries.linked, into: program,
      withFoundation: plan.mentions("Foundation"))
    let result = try runOne(
      confinement.wrap(command, step), seconds: seconds)
    let isPublic = plan.exercise.functions.allSatisfy { function in
      plan.source.text.split(whereSeparator: \.isNewline).contains {
        !isComment($0) && $0.contains("public func \(function.baseName)")
      }
    }
    let isLinked = result.succeeded && Files.isRegular(program)
    if isLinked && isPublic { return }
    // A function that is not public links here, but later exercises cannot see
    // it.
    var wrong = try signatureDiagnostics(
      of: plan, settings: settings, in: workshop, step)
    if wrong.isEmpty && !isLinked {
      wrong = plan.unlinked(in: result.errors)
    }
    guard wrong.isEmpty else {
      throw CompileFailure(diagnostics: wrong)
    }
    if isLinked { return }
    // The linker names the objects in which a symbol is missing or duplicated.
    guard result.errors.contains("exercise.o") else {
      throw GradingError(
        "the program cannot be linked: \(lastLines(result.errors)); "
          + "try `swift run course check \(plan.number) --fresh`")
    }
    // The driver has a `main` of its own.
    let entry = codeTokens(plan.source.text).first { $0.text == "@main" }
    let reason =
      entry == nil ? linkReason(result.errors) : "`main` is defined twice"
    throw CompileFailure(
      diagnostics: [
        Diagnostic(
          file: plan.source.path, line: entry?.line ?? 1, column: 1,
          severity: "error", message: "the program does not link: \(reason)")
      ])
  }

  /// The compiler settings for a learner's module, with the search paths for
  /// the library and for earlier exercises.
  func settings(
    for plan: Plan, earlier: [(String, String)]
  ) throws(GradingError) -> [String] {
    let folder = try libraries.searchFolder(for: plan.exercise.imports)
    return try libraries.settings(searching: folder)
      + earlier.flatMap { ["-I", $0.1] }
  }

  /// The step of compiling a plan: what it reads, and where it writes.
  private func step(
    in workshop: Workshop, for plan: Plan, _ driver: String,
    _ earlier: [(String, String)]
  ) throws(GradingError) -> Confinement.Step {
    .compiling(
      reading: try libraries.readable(for: plan.exercise.imports)
        + [workshop.sources, driver] + earlier.map { $0.1 },
      writing: workshop.products)
  }
}

/// Why a program does not link, in the linker's words, but without the places
/// of the course's own files.
private func linkReason(_ errors: String) -> String {
  if errors.contains(/symbol: main\b|definition of .main\b/) {
    return "`main` is defined twice"
  }
  let reasons = errors.lines.filter { $0.contains("error: ") }
  let told = reasons.isEmpty ? errors.lines : reasons
  return lastLines(told.prefix(4).joined(separator: "\n"))
    .replacing(/[^\s:(`]*\/(?<name>[^\s\/:)]*)/) { String($0.output.name) }
}

/// The folders of one compilation.
package struct Workshop: Sendable {
  /// Where the course writes the files to compile.
  let sources: String

  /// Where the compiler and the linker write.
  let products: String

  /// Creates a workshop of two folders, so that a compiler that a stranger's
  /// file misled cannot touch what the course writes.
  package init(sources: String, products: String) {
    self.sources = sources
    self.products = products
  }

  /// One folder for both.
  init(_ folder: String) {
    self.init(sources: folder, products: folder)
  }
}

/// A compiled program.
package struct Program: Sendable {
  package var path: String

  /// The paths of the learner's files, keyed by the names they were compiled
  /// under.
  package var files: [String: String]

  /// Warnings; empty if the program came from the cache.
  package var diagnostics: [Diagnostic]

  /// Whether it came from the cache.
  package var cached: Bool
}

/// A learner's file that does not compile.
package struct CompileFailure: Error, Equatable {
  package var diagnostics: [Diagnostic]

  /// Whether the compiler was killed because it took too long.
  package var tookTooLong = false

  init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  init(
    _ run: Run, diagnostics: [Diagnostic], path: String, seconds: Double
  ) {
    self.diagnostics = diagnostics
    tookTooLong = run.timedOut || run.ranOutOfMemory
    if diagnostics.contains(where: { $0.severity == "error" }) { return }
    let reason =
      run.timedOut
      ? "the compiler took longer than \(Int(seconds)) s; "
        + "split long expressions into several statements"
      : "the compiler failed without an error message: \(lastLines(run.errors))"
    self.diagnostics.append(
      Diagnostic(
        file: path, line: 1, column: 1, severity: "error", message: reason))
  }
}

func lastLines(_ text: String) -> String {
  text.lines.filter { !$0.isEmpty }.suffix(4).joined(separator: "; ")
}
