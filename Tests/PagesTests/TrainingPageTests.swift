import Checks
import Pages
import Testing

@Suite("Training on the screen")
struct TrainingPageTests {
  /// Epochs whose numbers are told apart: the loss falls from 2 to 0.4.
  private func epochs(_ count: Int, of planned: Int) -> [EpochMetrics] {
    (1...count).map {
      var epoch = EpochMetrics(
        epoch: $0, loss: 2.2 - 0.2 * Double($0),
        trainAccuracy: 0.6 + 0.03 * Double($0),
        testAccuracy: 0.6 + 0.02 * Double($0))
      epoch.planned = planned
      return epoch
    }
  }

  @Test(arguments: [(80, 18), (120, 34), (80, 14), (60, 24), (50, 40)])
  func theScreenIsFilledAndNotMore(width: Int, rows: Int) {
    let screen = Screen(width: width)
    var heights: Set<Int> = []
    for count in 2...9 {
      let page = trainingPage(
        epochs(count, of: 10), secondsLeft: 3, rows: rows, on: screen)
      #expect(page.count <= rows)
      #expect(page.allSatisfy { $0.text.count <= width })
      #expect(page.contains { $0.text.contains("╍ test accuracy") })
      #expect(page.last?.text == "epoch \(count) of 10 done, about 3 s left")
      heights.insert(page.firstIndex { $0.text.contains("└") } ?? 0)
    }
    // While epochs are added below, the curves become at most a bit lower.
    #expect(heights.count <= max(1, rows / 4))
  }

  @Test func theAxesStayWhileTrainingGoesOn() {
    let screen = Screen(width: 80)
    func axes(_ count: Int) -> [String] {
      trainingCurves(epochs(count, of: 10), rows: 14, on: screen).map {
        String($0.text.prefix { !"┤│└".contains($0) })
      }
    }
    #expect(axes(2) == axes(10))
    #expect(axes(2).contains("2.0 "))
  }

  @Test func aLossThatIsNoNumberLeavesTheOthers() {
    var all = epochs(6, of: 6)
    all[3].loss = .nan
    all[4].loss = .infinity
    let page = trainingCurves(all, rows: 14, on: Screen(width: 80))
    let dots = page.map(\.text).joined().unicodeScalars.count {
      (0x2801...0x28FF).contains($0.value)
    }
    #expect(dots > 20, "the other epochs are still drawn")
  }

  @Test func theFirstEpochIsDrawnByItsBatches() {
    let batches = (1...30).map { number in
      var batch = BatchProgress(
        epoch: 1, planned: 5, batch: number, batches: 40)
      batch.loss = 2.3 / Double(number)
      return batch
    }
    let screen = Screen(width: 80)
    func page(_ epochs: [EpochMetrics]) -> [String] {
      trainingPage(
        epochs, batch: batches.last, first: batches, secondsLeft: 2, rows: 23,
        on: screen
      ).map(\.text)
    }
    let first = page([])
    #expect(first.contains { $0.contains("batch of the first epoch") })
    // The axis is that of all batches, and the losses begin at 2.3.
    #expect(first.contains { $0.hasPrefix("2.5 ") })
    #expect(first.contains { $0.contains(" 40") })
    #expect(first.count <= 23)
    let later = page(epochs(2, of: 5))
    #expect(!later.contains { $0.contains("batch of the first epoch") })
  }

  @Test func earlierTrainingsAreDrawnBesideIt() {
    let page = trainingPage(
      epochs(4, of: 10), secondsLeft: 3,
      beside: [EarlierTraining("8-slow", epochs(9, of: 9))],
      key: "q stops", rows: 24, on: Screen(width: 100))
    let legend = page.first?.text ?? ""
    #expect(legend.ranges(of: "8-slow").count == 2, "\(legend)")
    #expect(page.last?.text == "q stops")
    #expect(page.count <= 24)
  }

  @Test func everyEpochIsInTheTable() {
    let lines = epochTable(epochs(2, of: 2), on: Screen(width: 80)).map(\.text)
    #expect(
      lines.filter { $0.contains("0.640") && $0.contains("1.8000") }.count == 1)
  }

  @Test func whatIsNoNumberHasNoSign() {
    let epoch = EpochMetrics(
      epoch: 1, loss: -.nan, trainAccuracy: 0.5, testAccuracy: -.infinity)
    let words = "epoch 1   loss nan   train accuracy 0.500   test accuracy -inf"
    #expect(epochLines(epoch, on: Screen()).map(\.text) == [words])
  }
}
