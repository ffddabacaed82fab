package import Checks
internal import System

/// Compiles the many variants of answers that the author's gate tries.
extension Compiler {
  /// The same compiler with a cache of its own, so that thousands of programs
  /// do not evict the learner's.
  package func apart(in name: String) throws(GradingError) -> Compiler {
    try Compiler(
      self, caching: Cache(in: ["\(cache.folder)/\(name)"]), seconds: 600)
  }

  /// The errors in an exercise; empty if it compiles.
  ///
  /// An expression that takes the type checker too long is also an error.
  package func errors(in plan: Plan) throws -> [Diagnostic] {
    let arguments = [
      "-emit-sil", "-Onone", "-suppress-warnings",
      "-solver-scope-threshold=30000",
    ]
    return try compile(plan, arguments: arguments).errors
  }

  /// The assembly of an exercise; nil if it does not compile.
  ///
  /// An object file would contain a hash of its source.
  package func machineCode(of plan: Plan) throws -> [UInt8]? {
    try compile(plan, arguments: ["-S"]).code
  }

  /// The result of compiling an exercise, from the cache if it is there.
  private func compile(
    _ plan: Plan, arguments: [String]
  ) throws -> (errors: [Diagnostic], code: [UInt8]?) {
    let modules = try plan.earlier.map { ($0.module, try module(of: $0)) }
    let settings =
      try settings(for: plan, earlier: modules)
      .filter { $0 != "-g" } + arguments
    let key = [
      plan.source.text, libraries.identity, settings.joined(separator: " "),
      modules.map { "\($0.0) \($0.1)" }.joined(separator: "\n"),
    ].joined(separator: "\u{0}")
    let folder = try cache.entry("variant", key: key, most: 4_096) { folder in
      try compile(plan, settings: settings, in: folder)
    }.get().folder
    let errors = try Files.read(folder + Self.errorsFile).map {
      try JSONDecoder().decode([Diagnostic].self, from: Data($0))
    }
    return (errors ?? [], Files.read(folder + Self.codeFile))
  }

  private func compile(
    _ plan: Plan, settings: [String], in folder: String
  ) throws {
    let file = "\(folder)/\(plan.sourceFile)"
    try Files.write(plan.source.text, to: file)
    defer { Files.remove(file) }
    var command = toolchain.frontend(
      [
        "-primary-file", file, "-parse-as-library", "-module-name",
        plan.module, "-o", folder + Self.codeFile,
      ] + settings)
    command.limits?.processorSeconds = Int(seconds)
    let result = try runOne(command, seconds: seconds)
    if result.succeeded { return }
    let said = diagnostics(
      in: result.errors, file: file, shownAs: plan.source.path, most: 10_000
    ).filter { $0.severity == "error" }
    guard !said.isEmpty else {
      throw CompileFailure(
        result, diagnostics: [], path: plan.source.path, seconds: seconds)
    }
    Files.remove(folder + Self.codeFile)
    let errors = try JSONEncoder().encode(said)
    try Files.write(
      String(decoding: errors, as: UTF8.self), to: folder + Self.errorsFile)
  }

  private static let codeFile = "/exercise.s"
  private static let errorsFile = "/errors.json"
}
