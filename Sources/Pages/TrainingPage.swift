package import Checks
import Lessons
import Maths
package import Plots
import System

/// The metrics of an epoch, on one line if they fit.
package func epochLines(_ epoch: EpochMetrics, on screen: Screen) -> [Line] {
  let parts = [
    "epoch \(epoch.epoch)", "loss \(decimals(epoch.loss, 4))",
    "train accuracy \(decimals(epoch.trainAccuracy, 3))",
    "test accuracy \(decimals(epoch.testAccuracy, 3))",
  ]
  let apart = parts.joined(separator: "   ")
  guard displayWidth(apart) > screen.width else {
    return [Line([Span(apart, .dim)])]
  }
  return wrap(
    [Span(parts.joined(separator: ", "), .dim)], width: screen.width)
}

/// The metrics of all epochs, as a table.
package func epochTable(
  _ epochs: some Collection<EpochMetrics>, on screen: Screen
) -> [Line] {
  guard !epochs.isEmpty else { return [] }
  let rows = epochs.map { epoch in
    [
      "\(epoch.epoch)", decimals(epoch.loss, 4),
      decimals(epoch.trainAccuracy, 3), decimals(epoch.testAccuracy, 3),
    ].map { [Span($0)] }
  }
  return table(
    header: ["epoch", "loss", "train accuracy", "test accuracy"].map {
      [Span($0)]
    }, rows: rows,
    alignments: Array(repeating: .trailing, count: 4), on: screen)
}

/// An earlier training run, with which another one is compared.
package struct EarlierTraining: Sendable {
  package var name: String
  package var epochs: [EpochMetrics]

  package init(_ name: String, _ epochs: [EpochMetrics]) {
    self.name = name
    self.epochs = epochs
  }
}

/// The progress of training: curves, the latest epochs, the progress of the
/// current epoch, the time left, and what a key does.
///
/// Before there are two epochs to draw, the losses of the `first` batches are.
/// It has no more than `rows` lines.
package func trainingPage(
  _ epochs: [EpochMetrics], batch: BatchProgress? = nil,
  first: [BatchProgress] = [], secondsLeft: Double?,
  beside earlier: [EarlierTraining] = [], key: String? = nil,
  rows: Int, on screen: Screen
) -> [Line] {
  var status = statusLines(
    epochs.last, batch: batch, secondsLeft: secondsLeft, on: screen)
  if let key, !status.isEmpty { status += paragraph(key, .dim, on: screen) }
  // Leave most of the room for the curves.
  let room = rows - status.count - 1
  let told = epochs.suffix(max(1, room >= 16 ? room / 4 : room - 12))
  let lines = told.flatMap { epochLines($0, on: screen) }
  let height = room - lines.count - 1
  let curves =
    epochs.count > 1
    ? trainingCurves(epochs, beside: earlier, rows: height, on: screen)
    : batchCurve(first, rows: height, on: screen)
  let shown =
    curves.isEmpty
    ? Array(epochs.flatMap { epochLines($0, on: screen) }.suffix(max(0, room)))
    : lines
  return Array(
    [curves, shown, status].filter { !$0.isEmpty }.joined(separator: [Line()]))
}

/// The current epoch and batch, and the time left.
private func statusLines(
  _ last: EpochMetrics?, batch: BatchProgress?, secondsLeft: Double?,
  on screen: Screen
) -> [Line] {
  var left = ""
  if let secondsLeft, secondsLeft > 0 {
    left = ", about \(duration(secondsLeft)) left"
  }
  if let batch {
    let words = "epoch \(batch.epoch) of \(batch.planned), batch "
    guard screen.width >= 60, !screen.plain else {
      let numbers = "\(batch.batch) of \(batch.batches)"
      return wrap([Span(words + numbers + left)], width: screen.width)
    }
    let bar = progressBar(
      done: batch.batch, of: batch.batches, width: 20, on: screen)
    return [Line([Span(words)] + bar.spans + [Span(left)])]
  }
  guard let last else { return [] }
  let planned = last.planned.map { " of \($0) done" } ?? ""
  return wrap(
    [Span("epoch \(last.epoch)\(planned)\(left)")], width: screen.width)
}

/// The losses of the first epoch's batches, if there is room for a chart.
private func batchCurve(
  _ batches: [BatchProgress], rows: Int, on screen: Screen
) -> [Line] {
  guard batches.count > 1, !screen.plain, !screen.ascii else { return [] }
  let chart = batchChart(batches)
  let height = min(rows - 4, 20)
  guard height >= 4,
    let cells = chart.cells(width: min(screen.width, 76), height: height)
  else { return [] }
  return cells.map(Line.init)
}

/// A chart of the losses of the first epoch's batches.
package func batchChart(_ batches: [BatchProgress]) -> Chart {
  let losses = batches.compactMap(\.loss)
  let top = max(0.5, ((losses.max() ?? 1) * 2).rounded(.up) / 2)
  let last = Double(max(batches[0].batches, 2))
  let points = zip(batches, losses).map { Point(Double($0.batch), $1) }
  var chart = Chart(
    x: Axis("batch of the first epoch", 1...last), y: Axis("", 0...top),
    [Chart.Series("loss", points)])
  chart.legend = true
  return chart
}

/// Charts of the loss and of the training and test accuracy by epoch.
///
/// They are side by side if there is room, and at most `rows` rows high. For
/// earlier training runs, the loss and the test accuracy are shown. The x-axis
/// spans all planned epochs, so that it does not change during training. There
/// are no charts for a single epoch, or on a screen without braille.
package func trainingCurves(
  _ epochs: [EpochMetrics], beside earlier: [EarlierTraining] = [],
  rows: Int, on screen: Screen
) -> [Line] {
  guard epochs.count > 1, !screen.plain, !screen.ascii else { return [] }
  let (loss, accuracy) = trainingCharts(epochs, beside: earlier)
  let isWide = screen.width >= 60
  let width = isWide ? min(60, (screen.width - 4) / 2) : screen.width
  // The legend is above a chart; the axis, its numbers and name are below.
  let height = min(isWide ? rows - 4 : rows / 2 - 4, 20)
  guard height >= 4, let left = loss.cells(width: width, height: height),
    let right = accuracy.cells(width: width, height: height)
  else { return [] }
  guard isWide else { return (left + right).map(Line.init) }
  return zip(left, right).map { left, right in
    let space = width + 4 - displayWidth(left.text)
    return Line(
      Line(left).spans + [Span(String(repeating: " ", count: space))]
        + Line(right).spans)
  }
}

/// The charts of the loss and of the accuracies by epoch.
package func trainingCharts(
  _ epochs: [EpochMetrics], beside earlier: [EarlierTraining] = []
) -> (loss: Chart, accuracy: Chart) {
  let last = Double(max(epochs.last?.planned ?? 0, epochs.count))
  func points(
    _ value: KeyPath<EpochMetrics, Double>, of epochs: [EpochMetrics],
    most: Double
  ) -> [Point] {
    epochs.filter { Double($0.epoch) <= last }.map {
      Point(Double($0.epoch), min(max($0[keyPath: value], 0), most))
    }
  }
  func others(
    _ value: KeyPath<EpochMetrics, Double>, most: Double
  ) -> [Chart.Series] {
    // The same color in both charts.
    zip(earlier, [Color.green, .purple, .red]).map { training, color in
      Chart.Series(
        training.name, points(value, of: training.epochs, most: most),
        as: .both, color: color)
    }
  }
  let all = epochs + earlier.flatMap(\.epochs)
  let losses = all.map(\.loss).filter(\.isFinite)
  // Round up to a multiple of 0.5, so that the axis seldom changes.
  let top = max(0.5, ((losses.max() ?? 1) * 2).rounded(.up) / 2)
  let accuracies = all.flatMap { [$0.trainAccuracy, $0.testAccuracy] }
  let bottom = accuracies.allSatisfy { $0 >= 0.5 } ? 0.5 : 0
  var x = Axis("epoch", 1...last)
  x.whole = true
  var loss = Chart(
    x: x, y: Axis("", 0...top),
    [Chart.Series("loss", points(\.loss, of: epochs, most: top))]
      + others(\.loss, most: top))
  var accuracy = Chart(
    x: x, y: Axis("", bottom...1),
    [
      Chart.Series(
        "train accuracy", points(\.trainAccuracy, of: epochs, most: 1)),
      Chart.Series(
        earlier.isEmpty ? "test accuracy" : "test",
        points(\.testAccuracy, of: epochs, most: 1),
        as: .dashes),
    ] + others(\.testAccuracy, most: 1))
  // Names beside the lines would move while the lines grow.
  (loss.legend, accuracy.legend) = (true, true)
  return (loss, accuracy)
}

/// A duration, rounded up to seconds or in minutes.
func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e6 else { return "a long time" }
  let whole = Int(seconds.rounded(.up))
  return whole < 90 ? "\(whole) s" : "\((whole + 30) / 60) min"
}
