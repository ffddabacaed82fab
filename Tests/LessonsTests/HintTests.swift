import Lessons
import Testing

/// Which hints are given, and in which order.
struct HintTests {
  private let hints = [
    Hint("softmax(_:)", "Read the formula again."),
    Hint("logSumExp(_:)", "The largest score first."),
    Hint("softmax(_:)", when: ["columns"], "Sum along the other axis."),
    Hint("softmax(_:)", when: ["large", "overflow"], "Take the largest away."),
    Hint("softmax(_:)", "Divide each row by its sum."),
  ]

  private func texts(_ function: String, _ occasions: Set<String>) -> [String] {
    hints.helping(function, with: occasions).map(\.text)
  }

  @Test func thoseForTheOccasionComeFirst() {
    #expect(
      texts("softmax(_:)", ["rows", "overflow"]) == [
        "Take the largest away.", "Read the formula again.",
        "Divide each row by its sum.",
      ])
  }

  @Test func thoseForOtherOccasionsDoNotCome() {
    #expect(
      texts("softmax(_:)", []) == [
        "Read the formula again.", "Divide each row by its sum.",
      ])
    #expect(texts("logSumExp(_:)", ["columns"]) == ["The largest score first."])
    #expect(texts("accuracy(_:)", ["columns"]) == [])
  }
}
