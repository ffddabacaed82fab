package import Checks
internal import Lessons
internal import System

extension Compiler {
  /// The folder with the compiled module and object of an exercise that a
  /// later one imports.
  func module(of plan: Plan) throws -> String {
    let earlier = try plan.earlier.map { ($0.module, try module(of: $0)) }
    let settings = try settings(for: plan, earlier: earlier)
    let key =
      ([plan.module, plan.source.text] + settings)
      .joined(separator: "\u{0}") + libraries.identity
    return try cache.entry("module", key: key) { folder in
      let file = "\(folder)/\(plan.sourceFile)"
      try Files.write(plan.source.text, to: file)
      let interface = "\(folder)/\(plan.module).swiftmodule"
      let result = try compile(
        [
          "-c", "-primary-file", file, "-parse-as-library", "-module-name",
          plan.module, "-o", folder + "/exercise.o",
          "-emit-module-path", interface,
        ] + settings)
      guard result.succeeded else {
        throw EarlierFailure(
          number: plan.number,
          diagnostics: diagnostics(
            in: result.errors, file: file, shownAs: plan.source.path))
      }
    }.get().folder
  }

  /// Runs the compiler frontend, and once more if it fails: two that fill the
  /// module cache at once can make each other fail.
  private func compile(_ arguments: [String]) throws(GradingError) -> Run {
    let command = toolchain.frontend(arguments)
    let result = try runOne(command, seconds: seconds)
    if result.succeeded || result.timedOut { return result }
    return try runOne(command, seconds: seconds)
  }

  /// The driver of a lesson, compiled against a stub of the exercise.
  ///
  /// It does not depend on the learner's file, so it is compiled once.
  func driverObject(
    of plan: Plan, earlier: [(String, String)]
  ) throws(GradingError) -> String {
    let key = [
      plan.module, plan.stubText, plan.driverText, libraries.identity,
    ].joined(separator: "\u{0}")
    let entry = try cache.entry("driver", key: key) {
      folder throws(GradingError) in
      let search = try libraries.searchFolderForDrivers()
      let settings =
        try libraries.settings(searching: search)
        + earlier.flatMap { ["-I", $0.1] }
      let stub = folder + "/Stub.swift"
      let driver = folder + "/main.swift"
      try Files.write(plan.stubText, to: stub)
      try Files.write(plan.driverText, to: driver)
      let interface = "\(folder)/\(plan.module).swiftmodule"
      let commands = [
        // Without optimization: the module would otherwise say what its empty
        // functions do, such as that they leave `inout` arguments unchanged,
        // and the driver would rely on it.
        [
          "-emit-module", stub, "-parse-as-library", "-module-name",
          plan.module, "-o", interface,
        ] + settings + ["-Onone"],
        [
          "-c", "-primary-file", driver, "-module-name", "main", "-I", folder,
          "-o", folder + "/driver.o",
        ] + settings,
      ]
      for command in commands {
        let result = try compile(command)
        guard result.succeeded else {
          throw GradingError(
            "the driver of lesson \(plan.number) does not compile: "
              + result.errors)
        }
      }
    }
    return try entry.get().folder + "/driver.o"
  }

  /// Diagnostics for functions that are missing or have the wrong type.
  func signatureDiagnostics(
    of plan: Plan, settings: [String], in workshop: Workshop,
    _ step: Confinement.Step
  ) throws(GradingError) -> [Diagnostic] {
    let probe = plan.probe
    let products = workshop.products
    let file = workshop.sources + "/Probe.swift"
    try Files.write(probe.text, to: file)
    let module = toolchain.frontend(
      [
        "-emit-module", "\(workshop.sources)/\(plan.sourceFile)",
        "-parse-as-library", "-module-name", plan.module, "-o",
        "\(products)/\(plan.module).swiftmodule",
      ] + settings)
    let typecheck = toolchain.frontend(
      ["-typecheck", file, "-module-name", "main", "-I", products] + settings)
    _ = try runOne(confinement.wrap(module, step), seconds: seconds)
    let result = try runOne(
      confinement.wrap(typecheck, step), seconds: seconds)
    let lines = diagnostics(in: result.errors, file: file, shownAs: file)
      .filter { $0.severity == "error" }.map { $0.line - probe.firstLine }
    return plan.exercise.functions.indices.filter(lines.contains).map {
      plan.wrongSignature($0)
    }
  }
}

extension Plan {
  /// Diagnostics for functions that the linker does not find.
  ///
  /// A call of a function that is generic, or has a default argument, compiles
  /// like one of the function asked for, but has another symbol.
  func unlinked(in errors: String) -> [Diagnostic] {
    // The name of a function of the module, as Swift mangles it.
    let symbol = "undefined symbol: $s\(module.utf8.count)\(module)"
    return exercise.functions.indices.filter { index in
      let name = exercise.functions[index].baseName
      return errors.contains("\(symbol)\(name.utf8.count)\(name)")
    }.map(wrongSignature)
  }

  /// Tells how to declare a function, at the place of the learner's.
  fileprivate func wrongSignature(_ index: Int) -> Diagnostic {
    let function = exercise.functions[index]
    let place = source.text.place(ofFunction: function.baseName)
    let problem =
      switch place {
      case nil: "is missing"
      case let place? where !place.isPublic: "is not public"
      default: "has the wrong signature"
      }
    return Diagnostic(
      file: source.path, line: place?.line ?? 1, column: place?.column ?? 1,
      severity: "error",
      message: "\(function.fullName) \(problem); declare it as "
        + "`\(function.declaration)`")
  }
}

extension String {
  /// Where `func name` first occurs, counting from 1.
  fileprivate func place(
    ofFunction name: String
  ) -> (line: Int, column: Int, isPublic: Bool)? {
    for (index, line) in lines.enumerated() where !isComment(line) {
      guard let range = line.firstRange(of: "func \(name)"),
        let next = line[range.upperBound...].first, "(< ".contains(next)
      else { continue }
      let start = line.utf8.distance(
        from: line.startIndex, to: range.lowerBound)
      let isPublic = line[..<range.lowerBound].contains("public")
      return (index + 1, start + 6, isPublic)
    }
    return nil
  }
}

func isComment(_ line: Substring) -> Bool {
  line.drop { $0 == " " }.hasPrefix("//")
}

/// An earlier exercise that does not compile.
package struct EarlierFailure: Error, Equatable {
  package var number: Int
  package var diagnostics: [Diagnostic]
}
