internal import Lessons

extension Plan {
  /// A module of the same name with the same declarations and no content:
  /// what the driver is compiled against, once for each lesson.
  ///
  /// Any learner's module with the same signatures links in its place.
  var stubText: String {
    let functions = exercise.functions.map {
      "\($0.declaration) { notWritten() }"
    }
    return (importLines + functions).joined(separator: "\n") + "\n"
  }

  /// The program around the learner's functions.
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

  /// A file that compiles only where every function has its promised type;
  /// function i stands on line `probeOffset + i`.
  var probe: (text: String, firstLine: Int) {
    let head = importLines + ["import \(module)"]
    let lines = exercise.functions.enumerated().map { index, function in
      "let probe\(index) = { @Sendable in \(call(of: function)) }"
        + " as @Sendable \(function.functionType)"
    }
    return ((head + lines).joined(separator: "\n") + "\n", head.count + 1)
  }

  /// The call of a function on the closure's arguments: an exact type is
  /// asked of it, and labels choose among functions of one name.
  private func call(of function: Signature) -> String {
    let arguments = function.parameters.enumerated().map { index, parameter in
      (parameter.label.map { "\($0): " } ?? "") + "$\(index)"
    }
    let effect = function.isThrowing ? "try " : ""
    return "\(effect)\(module).\(function.baseName)"
      + "(\(arguments.joined(separator: ", ")))"
  }

  /// The least that is an exercise: it may import what this one may.
  var emptyText: String { importLines.joined(separator: "\n") + "\n" }

  private var importLines: [String] { allowedImports.map { "import \($0)" } }
}
