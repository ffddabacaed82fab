internal import Checks
internal import Lessons
internal import System

/// A compiler that fails on code that is known to be correct.
///
/// Its module cache may be damaged, the disk full, or `swiftc` not a compiler;
/// the learner's code is not to blame.
struct UnsoundCompiler: Error, CustomStringConvertible {
  let description: String
}

extension Compiler {
  /// Whether a failed compilation reports an error on one of the learner's own
  /// lines, other than an import.
  func isTheirs(_ run: Run, of plan: Plan, file: String) -> Bool {
    let lines = plan.source.text.lines
    let found = diagnostics(
      in: run.errors, file: file, shownAs: plan.source.path)
    return found.contains { diagnostic in
      diagnostic.severity == "error" && diagnostic.file == plan.source.path
        && lines.indices.contains(diagnostic.line - 1)
        && !lines[diagnostic.line - 1].contains("import ")
    }
  }

  /// Throws if the compiler cannot compile an empty exercise.
  func proveSoundness(
    with plan: Plan, _ settings: [String], in folder: String
  ) throws {
    do {
      try compileEmpty(plan.emptyText, settings, in: folder)
    } catch is UnsoundCompiler {
      try compileEmpty(plan.emptyText, settings, in: folder)
    }
  }

  /// Throws if the compiler cannot compile a file that only imports the
  /// learner's library.
  package func proveSoundness() throws {
    let folder = "\(cache.folder)/.empty-\(UInt64.random(in: 0...UInt64.max))"
    try Files.makePrivateFolder(folder)
    defer { Files.remove(folder) }
    let search = try libraries.searchFolder(for: ["Tensors"])
    try compileEmpty(
      "import Tensors\n", try libraries.settings(searching: search),
      in: folder)
  }

  /// Fills what compilers share, so that it can stay read-only in a sandbox:
  /// everything that a file of this plan may import has been imported once,
  /// and other users may read it, where a sandbox shows it to them.
  package func prepare(for plan: Plan) throws {
    let folder = "\(cache.folder)/.empty-\(UInt64.random(in: 0...UInt64.max))"
    try Files.makePrivateFolder(folder)
    defer { Files.remove(folder) }
    let earlier = try plan.earlier.map { ($0.module, try module(of: $0)) }
    let driver = try driverObject(of: plan, earlier: earlier)
    let settings = try settings(for: plan, earlier: earlier)
    let system = alwaysAllowed.sorted().map {
      "#if canImport(\($0))\nimport \($0)\n#endif\n"
    }
    try compileEmpty(plan.emptyText + system.joined(), settings, in: folder)
    let read =
      try libraries.readable(for: plan.exercise.imports)
      + [Files.parent(driver)] + earlier.map { $0.1 }
    for path in read where path.hasPrefix(cache.folder + "/") {
      Files.makeReadable(path)
    }
  }

  /// Lets other users pass through to what they may read in the cache.
  ///
  /// Without a sandbox, nothing else gives them access.
  package func letOthersThrough() {
    chmod(cache.folder, 0o711)
    let parent = Files.parent(cache.folder)
    if parent.hasSuffix("/.course") { chmod(parent, 0o711) }
  }

  private func compileEmpty(
    _ text: String, _ settings: [String], in folder: String
  ) throws {
    let file = folder + "/Empty.swift"
    try Files.write(text, to: file)
    let object = folder + "/empty.o"
    let run = try runOne(
      toolchain.frontend(
        [
          "-c", "-primary-file", file, "-parse-as-library", "-module-name",
          "Empty", "-o", object,
        ] + settings), seconds: min(seconds, 60))
    if run.succeeded && Files.isRegular(object) { return }
    throw UnsoundCompiler(
      description: "\(toolchain.compiler) cannot compile even an empty "
        + "exercise: \(run.reason); run `swift run course doctor`")
  }
}

extension Run {
  /// Why it failed, in the program's own words if it printed any.
  fileprivate var reason: String {
    if timedOut { return "it does not finish" }
    let said = errors.isEmpty ? text : errors
    let line = said.split(whereSeparator: \.isNewline).first {
      $0.contains("error:")
    }
    guard let line else {
      let last = lastLines(said)
      return last.isEmpty ? "it printed nothing and made no object file" : last
    }
    return line.firstRange(of: "error: ").map {
      String(line[$0.upperBound...])
    } ?? String(line)
  }
}
