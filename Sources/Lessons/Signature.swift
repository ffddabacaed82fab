/// The declaration of a function that a learner writes.
package struct Signature: Sendable, Equatable {
  package struct Parameter: Sendable, Equatable {
    /// The argument label, or nil for `_`.
    package var label: String?
    package var name: String
    /// The type as it is declared, such as `[Int]` or `inout Tensor`.
    package var type: String

    /// A variable as the argument of a call, with its label, and with `&` if
    /// it is `inout`.
    package func argument(_ variable: String) -> String {
      (label.map { "\($0): " } ?? "")
        + (type.hasPrefix("inout ") ? "&" : "") + variable
    }
  }

  /// The exact text, without the body.
  package var declaration: String
  /// The line in the lesson's file, if it comes from one.
  package var line: Int?
  /// The name before the parenthesis, such as `softmax`.
  package var baseName: String
  package var parameters: [Parameter]
  /// `throws`, `throws(E)` or empty.
  package var effect: String
  /// The type after the arrow, or `Void` if there is none.
  package var result: String

  package var isThrowing: Bool { !effect.isEmpty }

  /// The name with its labels, such as `crossEntropy(logits:_:)`.
  package var fullName: String {
    baseName + "("
      + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
  }

  /// The function's type, such as `(Tensor, [Int]) -> Tensor`.
  package var functionType: String {
    "(" + parameters.map(\.type).joined(separator: ", ") + ")"
      + (isThrowing ? " \(effect)" : "") + " -> \(result)"
  }
}

/// The reason why an exercise cannot have this declaration.
package struct SignatureError: Error, Equatable {
  package var problem: String
}

extension Signature {
  /// Reads a declaration such as `public func softmax(_ x: Tensor) -> Tensor`.
  package init(_ declaration: String) throws(SignatureError) {
    var scanner = SignatureScanner(declaration)
    guard scanner.skip("public"), scanner.skip("func") else {
      throw SignatureError(
        problem: "`\(declaration)` does not begin with `public func`")
    }
    let name = scanner.word()
    guard !name.isEmpty, scanner.skip("(") else {
      throw SignatureError(
        problem: "`\(declaration)` has no name with parameters after it")
    }
    guard let inside = scanner.upTo(")") else {
      throw SignatureError(
        problem: "a bracket of `\(declaration)` is not closed")
    }
    self.declaration = declaration
    baseName = name
    parameters = []
    if !inside.isEmpty {
      for piece in SignatureScanner.split(inside) {
        parameters.append(try Parameter(piece, in: declaration))
      }
    }
    effect = scanner.effect()
    result = scanner.skip("->") ? scanner.rest() : "Void"
    if result == "()" { result = "Void" }
    guard !result.isEmpty, scanner.isAtEnd, SignatureScanner.isType(result)
    else {
      throw SignatureError(
        problem: "`\(declaration)` does not end with its result's type")
    }
  }
}

extension Signature.Parameter {
  fileprivate init(
    _ text: String, in declaration: String
  ) throws(SignatureError) {
    var scanner = SignatureScanner(text)
    let first = scanner.word()
    let second = scanner.word()
    let colon = scanner.skip(":")
    let type = SignatureScanner.withoutDefault(scanner.rest())
    guard !first.isEmpty, colon, SignatureScanner.isType(type) else {
      throw SignatureError(
        problem: "`\(text)` in `\(declaration)` is not a parameter")
    }
    label = first == "_" ? nil : first
    name = second.isEmpty ? first : second
    self.type = type
  }
}
