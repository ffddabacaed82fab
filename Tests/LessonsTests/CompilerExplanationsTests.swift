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
    ("np.exp(x)", "cannot find 'np' in scope", "x.exp()"),
    ("np.float32(x)", "cannot find 'np' in scope", "reference"),
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
    ("t[i][labels[i]] = 1", rangeWanted, "one pair of brackets"),
    ("sum += x[i][j]", rangeWanted, "one pair of brackets"),
    ("let m = x[i].max(axis: 0)", rangeWanted, "x.row(i)"),
    (
      "t[i][labels[i]] = 1",
      "cannot assign through subscript: subscript is get-only", "t[i, j]"
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

  // Errors of which the line of code, or the types in the message, say what
  // to write instead.
  @Test(arguments: [
    (
      "0.5 * (yHat - y) ^ 2",
      "referencing operator function '-' on 'SIMD' requires that "
        + "'Tensor' conform to 'SIMD'", "x.squared()"
    ),
    ("0.5 * (yHat - y).pow(2)", blamed, "x.squared()"),
    ("0.5 * (yHat - y).square()", blamed, "x.squared()"),
    ("(yHat - y).clamp(min: -1, max: 1)", blamed, "max(-1, min(1, e))"),
    ("(yHat - y).squared().sqrt()", blamed, "x.squareRoot()"),
    ("(yHat - y).mean(dim: 0)", blamed, "axis:"),
    ("(x - y).softmx()", blamed, "something else"),
    (
      "x.softmax(axis: 1)", "argument passed to call that takes no arguments",
      "lesson 3"
    ),
    (
      "e / e.sums(axis: 1)",
      "binary operator '/' cannot be applied to operands of type "
        + "'Tensor' and '[Float]'", "without an s"
    ),
    (
      "Tensor.normal(mean: 0, std: 0.01, shape: s)",
      "extra argument 'std' in call", "standardDeviation:"
    ),
    (
      "np.clip(yHat - y, -1, 1)", "cannot find 'np' in scope",
      "max(-1, min(1, e))"
    ),
    ("np.linalg.solve(c, m)", "cannot find 'np' in scope", "elimination"),
    (
      "torch.where(a, b, c)", "cannot find 'torch' in scope",
      "condition ? a : b"
    ),
    (
      "torch.optim.SGD(p, lr: 0.1)", "cannot find 'torch' in scope",
      "SGD(model.parameters"
    ),
    ("return e / sum(e)", "cannot find 'sum' in scope", "x.sum()"),
    ("return sum / 2", "cannot find 'sum' in scope", "spelling"),
    ("matmul(x, w) + b", "cannot find 'matmul' in scope", "x.matmul(w)"),
    ("e = x.exp()", "cannot find 'e' in scope", "`let e = …`"),
    ("x.max(axis=1)", "cannot find 'axis' in scope", "`axis: …`"),
    ("zip(a, b).map { p - g }", "cannot find 'p' in scope", "{ p, g in"),
    ("if x is None {", "cannot find type 'None' in scope", "== nil"),
    (
      "x.map { $0 + 1 }",
      "'map' is inaccessible due to 'private' protection level", "x.values.map"
    ),
    ("x.max(1)", "missing argument label 'axis:' in call", "`axis:`"),
    ("x.reshaped(-1, 784)", "extra argument in call", "x.reshaped([-1, 784])"),
    (
      "Tensor.zeros(2, 3)", "extra argument in call",
      "Tensor.zeros(shape: [2, 3])"
    ),
    (
      "Sequential(Flatten(), Linear(784, 10))", "extra argument in call",
      "in braces"
    ),
    (
      "loss.item()", "cannot call value of non-function type 'Float'",
      "leave out the `()`"
    ),
    (
      "x.shape(0)", "cannot call value of non-function type '[Int]'",
      "x.shape[0]"
    ),
    ("x(0, 0)", "cannot call value of non-function type 'Tensor'", "x[i, j]"),
    ("x[i].exp()", "value of type 'Float' has no member 'exp'", "x.row(i)"),
    ("x[i, j].exp()", "value of type 'Float' has no member 'exp'", "exp(p)"),
    (
      "labels.tolist()", "value of type '[Int]' has no member 'tolist'",
      "leave out `tolist`"
    ),
    (
      "x.values.exp()", "value of type '[Float]' has no member 'exp'",
      "Tensor(values)"
    ),
    (
      "(p == y).mean()", "value of type 'Bool' has no member 'mean'",
      "zip(a, b).count"
    ),
    (
      "t[labels] = 1",
      "cannot convert value of type '[Int]' to expected argument type "
        + "'Int'", "labels[i]"
    ),
    (
      "x.reshaped(784)",
      "cannot convert value of type 'Int' to expected argument type "
        + "'[Int]'", "in square brackets"
    ),
    (
      "Tensor(labels)",
      "cannot convert value of type '[Int]' to expected argument type "
        + "'[Float]'", "Float($0)"
    ),
    (
      "return right / y.count",
      "cannot convert return expression of type 'Int' to return type "
        + "'Float'", "Float(a) / Float(b)"
    ),
    (
      "count += y.count",
      "cannot convert value of type 'Int' to expected argument type "
        + "'Float'", "write `Float(n)`"
    ),
    (
      "return ceil(n)",
      "cannot convert return expression of type 'Double' to return "
        + "type 'Int'", "Int(x"
    ),
    (
      "bytes.map { $0 / 255 }",
      "cannot convert value of type 'UInt8' to closure result type "
        + "'Float'", "Float($0) / 255"
    ),
    (
      "order[0..<3]",
      "cannot convert value of type 'ArraySlice<Int>' to closure "
        + "result type '[Int]'", "Array( … )"
    ),
    (
      "rate * x",
      "binary operator '*' cannot be applied to operands of type "
        + "'Double' and 'Tensor'", "Float(x)"
    ),
    ("content(idx)", "call can throw but is not marked with 'try'", "`try`"),
    ("names[indices]", "no exact matches in call to subscript", "indices.map"),
    ("let m = x.max", "ambiguous use of 'max'", "x.max()"),
    ("with torch.no_grad() { w -= g }", twoStatements, "withoutGradients"),
    ("return w, b", twoStatements, "[w, b]"),
    ("return f(w, b) c", twoStatements, "Two statements"),
    (
      "for i, l in enumerate(y) {", "expected 'in' after for-each pattern",
      "enumerated()"
    ),
    ("[f(i) for i in y]", "expected ',' separator", "map"),
    ("order[0:3]", "expected ',' separator", "a..<b"),
    (
      "a * 256 + b * 65536 + c",
      "the compiler is unable to type-check this expression in "
        + "reasonable time; try breaking up the expression into "
        + "distinct sub-expressions", "into steps"
    ),
    (
      "import Tensors",
      "the compiler took longer than 60 s; split long expressions into "
        + "several statements", "into steps"
    ),
  ])
  func theLineSaysMore(
    _ code: String, _ message: String, _ advice: String
  ) throws {
    try whatToWriteInstead(code, message, advice)
  }

  // An operator is blamed for what follows it, so nothing is said of `<`.
  @Test(arguments: ["(x - y).pow(2)", "(x - y).norm()", "(x - y).oops()"])
  func onlyComparisonsAreCalledSo(code: String) {
    #expect(words.meaning(of: blamed, in: code)?.contains("compared") == false)
  }

  @Test func aPatternThatIsNoneIsRefused() {
    let text = """
      torch:
        exp(): x.exp()
      lines:
        - says: [x]
          code: '('
          means: y
      spellings:
        exp: y
      errors:
        - says: [x]
          means: y
      """
    #expect(throws: LessonError.self) {
      try CompilerExplanations(parsing: text, file: "compiler.yaml")
    }
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

/// What swiftc says of `(yHat - y).name()` when there is no such method.
private let blamed =
  "referencing operator function '-' on 'Strideable' requires that 'Tensor' "
  + "conform to '_Pointer'"

private let rangeWanted =
  "subscript 'subscript(_:)' requires that 'Int' conform to 'RangeExpression'"

private let twoStatements =
  "consecutive statements on a line must be separated by ';'"

private func mixed(_ left: String, _ right: String) -> String {
  "binary operator '*' cannot be applied to operands of type '\(left)' and "
    + "'\(right)'"
}
