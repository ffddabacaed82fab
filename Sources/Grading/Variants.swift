package import Checks

/// What the author's gate asks of the compiler: of answers that are never
/// handed in, many at a time.
extension Compiler {
  /// This compiler with a folder of its own for what it compiles, so that
  /// thousands of programs do not drive out the learner's.
  package func apart(in name: String) throws(GradingError) -> Compiler {
    try Compiler(
      self, caching: Cache(in: ["\(cache.folder)/\(name)"]), seconds: 600)
  }

  /// The errors that keep an exercise from compiling; none where it compiles.
  ///
  /// An expression that takes the type checker long is an error, too.
  package func errors(in plan: Plan) throws -> [Diagnostic] {
    let arguments = [
      "-emit-sil", "-Onone", "-suppress-warnings",
      "-solver-scope-threshold=30000",
    ]
    return try compile(plan, arguments: arguments).errors
  }

  /// The assembly that an exercise becomes; nil where it does not compile.
  ///
  /// An object would hold a hash of what it was made from.
  package func machineCode(of plan: Plan) throws -> [UInt8]? {
    try compile(plan, arguments: ["-S"]).code
  }

  private func compile(
    _ plan: Plan, arguments: [String]
  ) throws -> (errors: [Diagnostic], code: [UInt8]?) {
    let modules = try plan.earlier.map { ($0.module, try module(of: $0)) }
    let settings = try settings(for: plan, earlier: modules)
    let folder = "\(cache.folder)/.variant-\(UInt64.random(in: 0...UInt64.max))"
    try Files.makePrivateFolder(folder)
    defer { Files.remove(folder) }
    let file = "\(folder)/\(plan.sourceFile)"
    let output = folder + "/exercise.s"
    try Files.write(plan.source.text, to: file)
    var command = toolchain.frontend(
      [
        "-primary-file", file, "-parse-as-library", "-module-name",
        plan.module, "-o", output,
      ] + settings.filter { $0 != "-g" } + arguments)
    command.limits?.processorSeconds = Int(seconds)
    let result = try runOne(command, seconds: seconds)
    if result.succeeded { return ([], Files.read(output)) }
    let said = diagnostics(
      in: result.errors, file: file, shownAs: plan.source.path, most: 10_000
    ).filter { $0.severity == "error" }
    guard said.isEmpty else { return (said, nil) }
    throw CompileFailure(
      result, diagnostics: [], path: plan.source.path, seconds: seconds)
  }
}
