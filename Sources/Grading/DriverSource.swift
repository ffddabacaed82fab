internal import Lessons

extension Plan {
  /// A stub of the learner's module: the same name and declarations, no
  /// content.
  ///
  /// The driver is compiled against it, once per lesson. Any learner's module
  /// with the same signatures links in its place.
  var stubText: String {
    let functions = exercise.functions.map {
      "\($0.declaration) { notWritten() }"
    }
    return (importLines + functions).joined(separator: "\n") + "\n"
  }

  /// The main program, which serves the learner's functions.
  var driverText: String {
    if let driver { return driver }
    let lines = exercise.functions.map { function in
      "  expose(\"\(function.fullName)\", "
        + "{ @Sendable in \(call(of: function)) }"
        + " as @Sendable \(function.functionType)),"
    }
    return
      (importLines + ["import Workbench", "import \(module)", "serve(["]
      + lines + ["])"]).joined(separator: "\n") + "\n"
  }

  /// A file that compiles only if every function has its declared type;
  /// function `i` is on line `firstLine + i`.
  var probe: (text: String, firstLine: Int) {
    let head = importLines + ["import \(module)"]
    let lines = exercise.functions.enumerated().map { index, function in
      "let probe\(index) = { @Sendable in \(call(of: function)) }"
        + " as @Sendable \(function.functionType)"
    }
    return ((head + lines).joined(separator: "\n") + "\n", head.count + 1)
  }

  /// A call of a function with the closure's arguments.
  ///
  /// The closure has an exact type, and the labels select among overloads.
  private func call(of function: Signature) -> String {
    let arguments = function.parameters.enumerated().map { index, parameter in
      parameter.argument("$\(index)")
    }
    let effect = function.isThrowing ? "try " : ""
    return "\(effect)\(module).\(function.baseName)"
      + "(\(arguments.joined(separator: ", ")))"
  }

  /// An empty exercise with the same imports.
  var emptyText: String { importLines.joined(separator: "\n") + "\n" }

  private var importLines: [String] { allowedImports.map { "import \($0)" } }
}
