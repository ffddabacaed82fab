import Audits
import Checks
import Content
import Foundation
import Lessons
import Tensors
import Testing

/// Derivations that go wrong.
extension BreakingTests {
  @Test(arguments: [
    (
      "03-softmax", #"\frac{\exp(o_j)}{\sum_k \exp(o_k)} ."#,
      #"\frac{\exp(o_j)}{\sum_k \exp(o_k)} + 7 ."#, "+ 7` is"
    ),
    (
      "03-softmax", #"\frac{\exp(o_j + c)}{"#, #"\frac{\exp(o_j - c)}{"#,
      "− c)/(∑ₖ exp(oₖ + c))` is"
    ),
    (
      "04-cross-entropy", #"\exp(o_k) - o_y"#, #"\exp(o_k) + o_y"#,
      "+ o_y` is"
    ),
    (
      "04-cross-entropy", #"\hat y_j - y_j"#, #"\hat y_y - y_j"#,
      "ŷ_y − yⱼ` is"
    ),
    (
      "04-cross-entropy", #"{\partial o_y}{\partial o_j} \\"#,
      #"{\partial o_j}{\partial o_j} \\"#, "∂oⱼ/∂oⱼ` is"
    ),
    (
      "04-cross-entropy", #"\exp(o_k - m) ."#, #"\exp(o_j - m) ."#,
      "j has no value"
    ),
    (
      "05-losses", #"  &= \hat y - y ,"#, #"  &\approx \hat y - y ,"#,
      "it does not begin with ="
    ),
    (
      "07-softmax-scratch", #"\frac1n \sum_{i=1}^{n} x_{ik} (\hat y_{ij} - "#,
      #"\frac1n \sum_{i=1}^{n} x_{ij} (\hat y_{ij} - "#, "cannot be"
    ),
    (
      "07-softmax-scratch", #"= \sum_{i=1}^{n} x_{ik} \frac"#,
      #"= \sum_{i=2}^{n} x_{ik} \frac"#, "∂ℓ/∂o"
    ),
  ])
  func theTeXOfADerivationAlone(
    _ lesson: String, _ words: String, _ others: String, _ problem: String
  ) throws {
    let copy = try LessonCopy(lesson)
    try copy.expect(problem, replacing: words, by: others)
  }
}
