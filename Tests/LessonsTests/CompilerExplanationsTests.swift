import Foundation
import Testing

@testable import Lessons

@Suite("What the compiler says, in plain words")
struct CompilerExplanationsTests {
  private let words: CompilerExplanations

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    words = try CompilerExplanations(file: root + "/Lessons/compiler.yaml")
  }

  // What swiftc 6.3 says of these lines in a function of a tensor x, word for
  // word, and a part of the right advice.
  @Test(arguments: [
    ("exp(x)", "cannot find 'exp' in scope", "x.exp()"),
    ("log(x)", "cannot find 'log' in scope", "x.log()"),
    (
      "abs(x)",
      "global function 'abs' requires that 'Tensor' conform to 'SignedNumeric'",
      "x.absolute()"
    ),
    (
      "exp(x)", "no exact matches in call to global function 'exp'", "x.exp()"
    ),
    ("x ** 2", "cannot find operator '**' in scope", "x.squared()"),
    ("x.T", "value of type 'Tensor' has no member 'T'", "transposed()"),
    (
      "x.view(-1, 1)", "value of type 'Tensor' has no member 'view'",
      "reshaped(["
    ),
    ("np.exp(x)", "cannot find 'np' in scope", "reference"),
    (
      "Tensor.cat([x, x])", "type 'Tensor' has no member 'cat'",
      "Tensor(rows:"
    ),
    ("None", "cannot find 'None' in scope", "nil"),
    (
      "x.sum(axis: 1, keepdim: true)", "extra argument 'keepdim' in call",
      "keepingDimensions:"
    ),
    (
      "x.max(dim: 1)", "argument passed to call that takes no arguments",
      "axis:"
    ),
    (
      "return x @ x",
      "consecutive statements on a line must be separated by ';'",
      "matmul"
    ),
    (
      "let a = x[0][1]", "value of type 'Float' has no subscripts", "x[i, j]"
    ),
    (
      "x[0, 0..<2]",
      "cannot convert value of type 'Range<Int>' to expected argument type "
        + "'Int'", "x[0..<3]"
    ),
    ("gt(x, 0)", "cannot find 'gt' in scope", "x .> y"),
    ("x.std()", "value of type 'Tensor' has no member 'std'", "correction=0"),
    (
      "if x <= 1 {",
      "referencing operator function '<=' on 'BinaryInteger' requires that "
        + "'Tensor' conform to 'BinaryInteger'", "Compare single numbers"
    ),
    (
      "x / batchSize",
      "binary operator '/' cannot be applied to operands of type 'Tensor' and "
        + "'Int'", "Float(n)"
    ),
    ("p.log()", "value of type 'Float' has no member 'log'", "Foundation"),
    (
      "y.row(0) = z",
      "expression is not assignable: function call returns immutable value",
      "x[i, j] ="
    ),
    (
      "Float(p - y == 0)", "no exact matches in call to initializer",
      "? 1 : 0"
    ),
    (
      "[x] - [x]",
      "binary operator '-' cannot be applied to two '[Tensor]' "
        + "operands", "zip(a, b)"
    ),
    ("<<<<<<< HEAD", "source control conflict marker in source file", "Git"),
    ("print(1)", "expressions are not allowed at the top level", "check"),
    (
      "def softmax(x):", "expressions are not allowed at the top level", "func"
    ),
    ("helper(x)", "cannot find 'helper' in scope", "Only this file"),
    (
      "for r in x {", "for-in loop requires 'Tensor' to conform to 'Sequence'",
      "x.row(i)"
    ),
    (
      "let s: Float = x.sum()",
      "cannot convert value of type 'Tensor' to specified type 'Float'",
      "x.item"
    ),
    ("if a and b {", "expected '{' after 'if' condition", "&&"),
    ("n * x", mixed("Float", "Int"), "Float(n)"),
  ])
  func whatToWriteInstead(
    _ code: String, _ message: String, _ advice: String
  )
    throws
  {
    let meaning = try #require(words.meaning(of: message, in: code))
    #expect(meaning.contains(advice), "\(meaning)")
  }

  // The commonest errors of Swift itself.
  @Test(arguments: [
    "cannot convert value of type 'Int' to specified type 'String'",
    "cannot convert return expression of type 'Int' to return type 'Float'",
    "cannot convert return expression of type '()' to return type 'Int'",
    "non-void function should return a value",
    "missing return in global function expected to return 'Tensor'",
    "cannot find 'retrun' in scope",
    "incorrect argument label in call (have 'x:', expected 'y:')",
    "missing argument label 'y:' in call",
    "extraneous argument label 'x:' in call",
    "left side of mutating operator isn't mutable: 'i' is a 'let' constant",
    "value of optional type 'Int?' must be unwrapped to a value of type 'Int'",
    "expected '}' at end of brace statement",
    "missing argument for parameter #1 in call",
    "extra argument in call",
    "result of call to 'f' is unused",
    "value of type 'String' has no member 'foo'",
    "expected expression in list of expressions",
  ])
  func theCommonestErrorsHavePlainWords(message: String) {
    #expect(words.meaning(of: message, in: "") != nil)
  }

  @Test func whatIsRareHasNone() {
    #expect(words.meaning(of: "something rare", in: "exp(x)") == nil)
    // Not every member that a tensor lacks is one that others have.
    #expect(
      words.meaning(of: "value of type 'String' has no member 'T'", in: "")?
        .contains("transpose") == false)
  }
}

private func mixed(_ left: String, _ right: String) -> String {
  "binary operator '*' cannot be applied to operands of type '\(left)' and "
    + "'\(right)'"
}
