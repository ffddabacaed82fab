internal import Checks

/// A Swift expression in a lesson, with a number as its value.
package struct SwiftExpression: Sendable, Equatable {
  package var text: String
  /// Its line in the lesson's file.
  package var line: Int

  package init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}

/// The values of a lesson's expressions.
package struct ExpressionValues: Sendable, Equatable {
  /// The values of the expressions before the first that stopped the program.
  package var values: [Double] = []

  package var problem: Problem?

  /// An error in an expression, and its line in the lesson.
  package struct Problem: Sendable, Equatable {
    package var line: Int
    package var words: String
  }
}

extension Compiler {
  /// Evaluates expressions in one small program that imports only Foundation.
  package func values(
    of expressions: [SwiftExpression]
  ) throws -> ExpressionValues {
    guard !expressions.isEmpty else { return ExpressionValues() }
    let program: String
    do {
      program = try expressionProgram(text(of: expressions))
    } catch let complaint as CellComplaint {
      let said = complaint.diagnostics[0]
      return ExpressionValues(
        problem: .init(line: said.line, words: said.message))
    }
    let run = try runOne(
      toolchain.command(program, []), seconds: 10)
    var found = ExpressionValues(
      values: run.text.split(separator: "\n").compactMap { Double($0) })
    if !run.succeeded || found.values.count < expressions.count {
      let index = min(found.values.count, expressions.count - 1)
      let reason = lastLines(withoutCrashReport(run.errors))
      found.problem = .init(
        line: expressions[index].line,
        words: reason.isEmpty ? "it stops the program" : reason)
    }
    return found
  }

  /// The path of the program, compiled if it is not in the cache.
  private func expressionProgram(
    _ text: String
  ) throws -> String {
    let key = text + "\u{0}" + toolchain.identity
    return try cache.entry("expressions", key: key) { folder in
      let file = folder + "/main.swift"
      try Files.write(text, to: file)
      try CellComplaint.refuse(
        try runOne(
          toolchain.driver([
            "-swift-version", "6", "-diagnostic-style", "llvm", file, "-o",
            folder + "/program",
          ]), seconds: seconds))
    }.get().folder + "/program"
  }
}

/// A program that prints each value on a line, unbuffered, so that a crash does
/// not lose the values before it.
private func text(of expressions: [SwiftExpression]) -> String {
  var lines = [
    "import Foundation",
    "func write(_ value: Double) {",
    "  FileHandle.standardOutput.write(Data(\"\\(value)\\n\".utf8))",
    "}",
  ]
  for (index, expression) in expressions.enumerated() {
    lines += [
      "#sourceLocation(file: \"lesson.md\", line: \(expression.line))",
      "let value\(index): Double = \(expression.text)",
      "#sourceLocation()", "write(value\(index))",
    ]
  }
  return lines.joined(separator: "\n") + "\n"
}
