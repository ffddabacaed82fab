import Testing

@testable import Maths

struct SpeechTests {
  @Test(arguments: [
    (#"\frac12"#, "1 over 2"),
    (#"x^2 + y_i^3"#, "x squared plus y sub i cubed"),
    (#"\sum_{i=1}^{n} x_i"#, "the sum for i from 1 to n of x sub i"),
    (#"\prod_k \hat p_k"#, "the product over k of p hat sub k"),
    (#"\max_j o_j"#, "max over j of o sub j"),
    (#"\log_2 n"#, "log to base 2 of n"),
    (#"\mathbf{X}^\top"#, "X transpose"),
    (#"x^{-1}"#, "x inverse"),
    (#"|x| \le 1"#, "the absolute value of x is at most 1"),
    (#"\frac{a + b}{c}"#, "the fraction a plus b over c, end of fraction,"),
    (#"\frac{a + b}{c}."#, "the fraction a plus b over c, end of fraction."),
    (
      #"\begin{aligned} x &= 1 \\ &= 2 \end{aligned}"#,
      "x equals 1\nequals 2"
    ),
  ])
  func isWhatAPersonReadsOut(source: String, expected: String) throws {
    #expect(spoken(try Formula(parsing: source)) == expected)
  }
}
