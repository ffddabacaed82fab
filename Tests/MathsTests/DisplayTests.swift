import Testing

@testable import Maths

/// Two dimensions, drawn by hand.
struct DisplayTests {
  @Test func aSumHasItsLimitsAboveAndBelow() throws {
    try expect(
      #"J(c) = \frac{1}{2n} \sum_{i=1}^{n} (y_i - c)^2"#,
      """
              1    n
      J(c) = ────  ∑  (yᵢ − c)²
              2n  i=1
      """)
  }

  @Test func fractionsNest() throws {
    try expect(
      #"\frac{1}{1 + \frac{a}{b}}"#,
      """
          1
      ─────────
            a
       1 + ───
            b
      """)
  }

  @Test func scriptsWithoutCharactersStandOnTheirRows() throws {
    try expect(
      #"x_{i,j}^{q} + e^{o_k - m}"#,
      """
       q      oₖ−m
      x    + e
       i,j
      """)
  }

  @Test func bracketsGrow() throws {
    try expect(
      #"\left( \frac{a}{b} \right)^2 + \left[ c \right]"#,
      """
      ⎛ a ⎞²
      ⎜───⎟  + [c]
      ⎝ b ⎠
      """)
  }

  @Test func matricesHaveColumns() throws {
    try expect(
      #"\begin{bmatrix} 2 & -3.4 \\ w_1 & 0 \end{bmatrix}^\top"#,
      """
      ⎡2   −3.4⎤ᵀ
      ⎣w₁   0  ⎦
      """)
  }

  @Test func casesHaveABrace() throws {
    try expect(
      #"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{else} "#
        + #"\end{cases}"#,
      """
             ⎧ x  if x > 0
      f(x) = ⎨
             ⎩ 0  else
      """)
  }

  @Test func derivationsAreAligned() throws {
    try expect(
      #"\begin{aligned} \frac{dJ}{dc} &= a - b \\ &= c \end{aligned}"#,
      """
       dJ
      ──── = a − b
       dc

           = c
      """)
  }

  @Test func whatIsTooWideIsBrokenAtRelations() throws {
    let formula = try Formula(parsing: "aaaa = bbbb + cccc = dddd")
    #expect(
      display(formula, width: 16) == ["aaaa", "  = bbbb + cccc", "  = dddd"])
    #expect(
      display(formula, width: 10)
        == ["aaaa", "  = bbbb", "    + cccc", "  = dddd"])
  }

  @Test func drawingsThatAreTooWideAreKeptApart() throws {
    let formula = try Formula(
      parsing: #"\begin{aligned} a &= \frac{b}{c} \\ &= d + e \end{aligned}"#)
    #expect(
      display(formula, width: 7) == [
        "     b", "a = ───", "     c", "", "  = d", "    + e",
      ])
  }

  private func expect(
    _ source: String, _ drawing: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let lines = display(try Formula(parsing: source), width: 80)
    let drawn = lines.joined(separator: "\n")
    #expect(drawn == drawing, "\n\(drawn)", sourceLocation: location)
  }
}
