import Maths
import Testing

@testable import Lessons
@testable import Pages

/// What is shown at a terminal beside lessons and verdicts.
struct DeskPageTests {
  private func bars(columns: Int, text: String?) -> [String] {
    watchBars(
      WatchState(
        number: 1, title: "A", path: "a", text: text, standing: "",
        isGood: false, position: nil, passed: 0, exercises: 1),
      on: Screen(width: columns)
    ).below.dropFirst(2).map(\.text)
  }

  /// A terminal's last column stays free.
  @Test func theKeysFitTheirLine() {
    #expect(
      bars(columns: 79, text: nil) == [
        "n next  h hint  t text  l list  q quit  ? keys  z quiz  c cells  "
          + "d diff  u undo"
      ])
    #expect(
      bars(columns: 39, text: nil) == [
        "n next  h hint  t text  l list  q quit",
        "? keys  z quiz  c cells  d diff  u undo",
      ])
    #expect(bars(columns: 79, text: "Lesson 1").count == 1)
    let narrow = bars(columns: 39, text: "Lesson 1")
    #expect(narrow.last == "z quiz  c cells  l list  ? keys")
  }

  @Test(arguments: [20, 40, 79])
  func thePageOfKeysFits(columns: Int) {
    let lines = keysPage(on: Screen(width: columns)).map(\.text)
    #expect(lines.allSatisfy { displayWidth($0) <= columns }, "\(lines)")
    // A screen of 24 rows shows all of it between the bars.
    if columns == 79 { #expect(lines.count <= 20) }
  }

  @Test(
    arguments: [
      (.right, "✓ Right.", "Right."),
      (.rounded, "✓ Right, to the decimals you typed.", nil),
      (.beginning, "✓ Right, as far as it goes.", nil),
      (
        .brackets, "Almost: the numbers are right, the brackets are not.", nil
      ),
      (
        .nearly(
          .init(count: 1, total: 6, place: 4, typed: "-4", printed: "-40.0")),
        "Almost: number 4 of 6 is -40.0, not -4.", nil
      ),
      (
        .nearly(.init(count: 2, total: 6, place: 4, typed: "1", printed: "2")),
        "4 of 6 numbers are right; number 4 is 2, not 1.", nil
      ),
      (.wrong, "✗ Wrong.", "Wrong."),
    ] as [(Prediction, String, String?)])
  func whatIsSaidOfAPrediction(
    prediction: Prediction, words: String, plain: String?
  ) {
    #expect(predictionPage(prediction, on: Screen()).map(\.text) == [words])
    if let plain {
      let page = predictionPage(prediction, on: Screen(plain: true))
      #expect(page.map(\.text) == [plain])
    }
  }
}
