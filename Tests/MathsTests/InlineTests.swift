import Testing

@testable import Maths

/// One line of Unicode, as a person would write it.
struct InlineTests {
  @Test(arguments: [
    (#"y_1, \dots, y_n"#, "y₁, …, yₙ"),
    (
      #"J(c) = \frac{1}{2n} \sum_{i=1}^{n} (y_i - c)^2 ."#,
      "J(c) = 1/(2n) ∑ᵢ₌₁ⁿ (yᵢ − c)²."
    ),
    (#"\frac12 a"#, "1/2 a"),
    (#"\frac{dJ}{dc}"#, "dJ/dc"),
    (#"\frac{\partial l}{\partial o_j}"#, "∂l/∂oⱼ"),
    (#"\frac{a + b}{c d}"#, "(a + b)/(cd)"),
    (#"\frac{\exp(o_j)}{\sum_k \exp(o_k)}"#, "exp(oⱼ)/(∑ₖ exp(oₖ))"),
    (#"\hat{y}_i"#, "y\u{302}ᵢ"),
    (#"\bar y"#, "y\u{304}"),
    (#"\overline{ab}"#, "a\u{305}b\u{305}"),
    (#"\hat{\mathbf{y}}"#, "𝐲\u{302}"),
    (#"\mathbf{X}^\top \mathbf{w}"#, "𝐗ᵀ𝐰"),
    (#"\mathbf{W} \in \mathbb{R}^{d \times q}"#, "𝐖 ∈ ℝ^(d×q)"),
    (#"\mathcal{L}(\boldsymbol{\theta})"#, "ℒ(𝛉)"),
    (#"\mathrm{softmax}(\mathbf{o})_j"#, "softmax(𝐨)ⱼ"),
    (#"\operatorname{softmax}(x)"#, "softmax(x)"),
    (#"\operatorname*{arg\,max}_j o_j"#, "arg maxⱼ oⱼ"),
    (#"-\log \hat y_j"#, "−log y\u{302}ⱼ"),
    (#"\log_2 n"#, "log₂ n"),
    (#"e^{-x}, x^{-1}, x^q, x_q"#, "e⁻ˣ, x⁻¹, x^q, x_q"),
    (#"e^{o_j}, x_{i,j}"#, "e^(oⱼ), x_(i,j)"),
    (#"x^{(i)}"#, "x⁽ⁱ⁾"),
    (#"x'_i"#, "xᵢ′"),
    (#"{(a+b)}^2, \left(\frac ab\right)^2"#, "((a + b))², (a/b)²"),
    (
      #"a \cdot b \times c \le d \ge e \neq f \approx g"#,
      "a · b × c ≤ d ≥ e ≠ f ≈ g"
    ),
    (#"x \to \infty"#, "x → ∞"),
    (#"a = -b, (-1)"#, "a = −b, (−1)"),
    (#"P(y \mid x)"#, "P(y ∣ x)"),
    (#"\lVert x \rVert_2 \lfloor y \rfloor"#, "‖x‖₂⌊y⌋"),
    (#"\sqrt{2}, \sqrt{x+1}, \sqrt[3]{x}"#, "√2, √(x + 1), ³√x"),
    (#"10{,}000 + 0.5"#, "10,000 + 0.5"),
    (#"a \quad b~c\,d"#, "a  b c d"),
    (#"y = 1 \text{ if } x_i > 0"#, "y = 1 if xᵢ > 0"),
    (#"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#, "[1, 2; 3, 4]"),
    (#"\begin{cases} a & b \\ c & d \end{cases}"#, "{a b; c d"),
    (
      #"\begin{aligned} x &= 1 \\ &= 2 + 3 \\ \end{aligned}"#,
      "x = 1\n  = 2 + 3"
    ),
    ("a % a comment\n+ b", "a + b"),
    ("损失 = 1", "损失 = 1"),
    ("", ""),
  ])
  func isWhatAPersonWrites(source: String, expected: String) throws {
    #expect(inline(try Formula(parsing: source)) == expected)
  }
}
