import Testing

@testable import Maths

struct SpeechTests {
  @Test(arguments: [
    (#"\frac12"#, "1 over 2"),
    (#"x^2 + y_i^3"#, "x squared plus y sub i cubed"),
    (#"\max_j o_j"#, "max over j of o sub j"),
    (#"\log_2 n"#, "log to base 2 of n"),
    (#"\mathbf{X}^\top"#, "X transposed"),
    (#"\top"#, "a raised T"),
    (#"x^{-1}"#, "x inverse"),
    (#"w^* \leftarrow y'"#, "w star becomes y prime"),
    (#"\frac{a + b}{c}"#, "the fraction a plus b over c, end of fraction"),
    (
      #"\begin{aligned} x &= 1 \\ &= 2 \end{aligned}"#,
      "x equals 1\nequals 2"
    ),
    (
      #"\binom{k-1+m}{k-1}"#, "k minus 1 plus m choose k minus 1"
    ),
    (
      #"2 + \binom{n+1}{k}"#,
      "2 plus the binomial n plus 1 choose k, end of binomial"
    ),
    (
      #"\begin{pmatrix} 1 \\ 2 \end{pmatrix} x"#,
      "the matrix with rows 1; 2, end of matrix, times x"
    ),
  ])
  func isWhatAPersonReadsOut(source: String, expected: String) throws {
    #expect(spoken(try Formula(parsing: source)) == expected)
  }

  @Test(arguments: [
    (
      #"\frac{a + b}{c}."#, "the fraction a plus b over c, end of fraction."
    ),
    (
      #"\frac{a}{b + c} :"#, "the fraction a over b plus c, end of fraction:"
    ),
    (
      #"\sqrt{a + b} , c"#, "the square root of a plus b, end of root, c"
    ),
    (#"\sqrt{a + b}"#, "the square root of a plus b, end of root"),
    (
      #"a \iff b = \frac{1}{c + d}"#,
      "a, if and only if b equals the fraction 1 over c plus d, "
        + "end of fraction"
    ),
    (
      #"\ell = \begin{cases} e^2 & |e| \le 1 , \\ |e - 1| - 2 & e > 1 . "#
        + #"\end{cases}"#,
      "l equals either e squared, if the absolute value of e is at most 1, "
        + "or the absolute value of e minus 1, end of absolute value, minus 2, "
        + "if e is greater than 1."
    ),
    (
      #"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#,
      "either x if x is greater than 0, or 0 otherwise"
    ),
  ])
  func neverDoublesItsPunctuation(source: String, expected: String) throws {
    #expect(spoken(try Formula(parsing: source)) == expected)
  }

  @Test(arguments: [
    (#"|x| \le 1"#, "the absolute value of x is at most 1"),
    (#"\| w \|^2"#, "the squared norm of w"),
    (#"\left\| w \right\|_1"#, "the 1-norm of w"),
    (#"\lVert x \rVert"#, "the norm of x"),
    (
      #"\frac{\lambda}{2} \| w \|^2 ."#,
      "lambda over 2 times the squared norm of w."
    ),
    (#"\frac{\eta}{|B|}"#, "eta over the size of B"),
    (#"p(y | x) + p(x | y)"#, "p of (y given x) plus p of (x given y)"),
    (
      #"||a| - b|"#, "the absolute value of the absolute value of a minus b"
    ),
    (#"\left\lfloor x \right\rfloor"#, "the floor of x"),
  ])
  func saysBarsInWords(source: String, expected: String) throws {
    #expect(spoken(try Formula(parsing: source)) == expected)
  }

  @Test(arguments: [
    (#"f(x)"#, "f of x"),
    (#"\mathrm{softmax}(o)_j"#, "softmax of o, sub j"),
    (#"\ell(f(x), y)"#, "l of (f of x, y)"),
    (#"\exp(-z)"#, "exp of (minus z)"),
    (#"\beta(x) \, s(x)"#, "beta of x times s of x"),
    (#"p(x) / s(x)"#, "p of x over s of x"),
    (#"\mu (1 - \mu)^2"#, "mu times (1 minus mu) squared"),
    (#"-y \log \hat y"#, "minus y times log y hat"),
    (#"-\log \frac12"#, "minus log of 1 over 2"),
    (#"c_{ij} \, p(y = j)"#, "c sub i j times p of (y equals j)"),
    (#"\log p(x)"#, "log of p of x"),
    (
      #"\lambda^y e^{-\lambda} / y!"#,
      "lambda to the power y times e to the power minus lambda, "
        + "end of power, over y factorial"
    ),
    (#"P(y = j \mid x)"#, "P of (y equals j given x)"),
    (
      #"E_{(x, y) \sim P} \, \ell(f(x), y) ."#,
      "E sub (x, y) distributed as P, end of sub, of l of (f of x, y)."
    ),
    (#"E_{p} \, \ell"#, "E sub p of l"),
    (#"\hat y_{i, y_i}"#, "y hat sub i, y sub i, end of sub"),
    (#"o_1, \dots, o_q"#, "o sub 1, and so on to o sub q"),
    (#"x_1 + \dots + x_n"#, "x sub 1 plus and so on plus x sub n"),
  ])
  func saysWhatIsAppliedAndWhatIsMultiplied(
    source: String, expected: String
  ) throws {
    #expect(spoken(try Formula(parsing: source)) == expected)
  }

  @Test(arguments: [
    (#"\sum_{i=1}^{n} x_i"#, "the sum over i from 1 to n of x sub i"),
    (#"\prod_k \hat p_k"#, "the product over k of p hat sub k"),
    (#"\int_0^1 f(x)"#, "the integral from 0 to 1 of f of x"),
    (
      #"\lambda \sum |w_j|"#,
      "lambda times the sum of the absolute value of w sub j"
    ),
    (
      #"\frac1n \sum_{i \in B} -z_i"#,
      "1 over n times the sum over i in B of minus z sub i"
    ),
    (#"\min \sum_i z_i"#, "min of the sum over i of z sub i"),
    (
      #"\frac{\partial l}{\partial w}"#,
      "the partial derivative of l with respect to w"
    ),
    (
      #"\frac{\partial}{\partial w} \frac12 (w - y)^2"#,
      "the partial derivative with respect to w of 1 over 2 times (w minus y) "
        + "squared"
    ),
    (
      #"\frac{d f}{d x} = 0"#,
      "the derivative of f with respect to x equals 0"
    ),
    (
      #"\eta \nabla_w \ell_i"#,
      "eta times the gradient with respect to w of l sub i"
    ),
    (#"\nabla f"#, "the gradient of f"),
    (
      #"\frac{z_j}{\sum_k z_k} ."#,
      "the fraction with numerator z sub j and denominator the sum over k of "
        + "z sub k, end of fraction."
    ),
    (
      #"\frac{1 / (1 + h)}{h}"#,
      "the fraction with numerator 1 over (1 plus h) and denominator h, "
        + "end of fraction"
    ),
  ])
  func saysSumsAndSlopes(source: String, expected: String) throws {
    #expect(spoken(try Formula(parsing: source)) == expected)
  }
}
