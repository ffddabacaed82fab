import Testing

@testable import Lessons

/// What readers type for an output, and how well it predicts it.
struct PredictionTests {
  @Test(
    arguments: [
      ("6", "6.0\n", .right), (" 6.0 ", "6.0\n", .right),
      ("7", "6.0\n", .wrong), ("", "6.0\n", .wrong), ("?", "6.0\n", .wrong),
      ("2 2", "2.0 2.0\n", .right), ("2, 2", "2.0 2.0\n", .right),
      ("2", "2.0 2.0\n", .beginning), ("3", "2.0 2.0\n", .wrong),
      ("2 2 2", "2.0 2.0\n", .wrong), ("−1", "-1.0\n", .right),
      ("true", "true\n", .right), ("True", "true\n", .right),
      ("false", "true\n", .wrong), ("1 true", "1 false\n", .wrong),
      ("nan", "nan\n", .right), ("inf", "-inf\n", .wrong),
      // Labels may be left out, values may not.
      ("2.5", "mean 2.5\n", .right), ("mean 2.5", "mean 2.5\n", .right),
      ("median 2.5", "mean 2.5\n", .wrong), ("0.1", "0.1 true\n", .beginning),
      // So may brackets; those that are typed have to be right.
      ("1 2 3 4", "[[1.0, 2.0],\n [3.0, 4.0]]\n", .right),
      ("[[1,2],[3,4]]", "[[1.0, 2.0],\n [3.0, 4.0]]\n", .right),
      ("[1,2,3,4]", "[[1.0, 2.0],\n [3.0, 4.0]]\n", .brackets),
      ("[1,2,3,5]", "[[1.0, 2.0],\n [3.0, 4.0]]\n", .wrong),
      ("[1, 2]", "[1.0, 2.0]\n[3.0]\n", .beginning),
    ] as [(String, String, Prediction)])
  func exactNumbers(typed: String, printed: String, prediction: Prediction) {
    #expect(Prediction(typed, of: printed, tolerance: nil) == prediction)
  }

  @Test(
    arguments: [
      ("0.72", .rounded), ("0.721", .rounded), ("0.7213992", .right),
      ("0.7214", .right), ("0.73", .wrong), ("1", .wrong), ("0.0", .wrong),
      ("0.7213", .wrong), ("7.2e-1", .wrong),
    ] as [(String, Prediction)])
  func roundedNumbers(typed: String, prediction: Prediction) {
    #expect(Prediction(typed, of: "0.7213992\n", tolerance: 1e-6) == prediction)
  }

  @Test(
    arguments: [
      ("1 2 8", .right), ("1 2 7", .wrong), ("1 8 2 8 8 8", .right),
      ("2 8", .part), ("8 1", .wrong),
    ] as [(String, Prediction)])
  func whatEveryLineSharesMayBeLeftOut(typed: String, prediction: Prediction) {
    let printed = "sums: 1 of 8\nratios: 2 of 8\nboth: 8 of 8\n"
    #expect(Prediction(typed, of: printed, tolerance: nil) == prediction)
  }

  @Test func truthValuesMayStandAlone() {
    let printed = "[[0.5, 0.5]] true\n[[0.1, 0.9]] false\n"
    #expect(Prediction("true false", of: printed, tolerance: nil) == .right)
    #expect(Prediction("true true", of: printed, tolerance: nil) == .wrong)
  }

  @Test func aWholeNumberMayStandForOneCloseToIt() {
    let printed = "[5.0170706e-05, 0.99989966, 5.0170706e-05]\n"
    #expect(Prediction("0 1 0", of: printed, tolerance: nil) == .rounded)
    #expect(Prediction("0", of: "0.0012\n", tolerance: nil) == .wrong)
    #expect(Prediction("1", of: "0.99\n", tolerance: nil) == .wrong)
  }

  @Test(
    arguments: [
      ("more", .words), ("the second one", .words), ("mean", .words),
      ("2.3", .part), ("5", .wrong), ("0.97 2.3", .wrong),
    ] as [(String, Prediction)])
  func wordsAndValuesFromWithin(typed: String, prediction: Prediction) {
    let printed = "mean 24 2.3\n7 0.97\n"
    #expect(Prediction(typed, of: printed, tolerance: nil) == prediction)
  }

  @Test func theToleranceOfTheCellIsKept() {
    #expect(Prediction("100", of: "101\n", tolerance: 1) == .right)
    #expect(Prediction("100", of: "102\n", tolerance: 1) == .wrong)
  }

  @Test func theNumberThatDiffersIsKnown() {
    #expect(
      Prediction("[150, -10, 24]", of: "[150.0, -10.0, 240.0]\n", tolerance: 0)
        == .nearly(
          .init(count: 1, total: 3, place: 3, typed: "24", printed: "240.0")))
    #expect(
      Prediction("a 1 b 5 6", of: "a 1 b 2 3\n", tolerance: nil)
        == .nearly(
          .init(count: 2, total: 3, place: 2, typed: "5", printed: "2"))
    )
    // Nothing is right.
    #expect(Prediction("5 6", of: "1 2\n", tolerance: nil) == .wrong)
  }
}
