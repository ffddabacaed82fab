package import Checks
import Maths

/// One epoch of training, as a line that stands while the next one runs.
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

/// Training as it goes on: a line an epoch, the curves, how far the epoch is,
/// and the time left; no more than `rows` lines, the latest epochs first to
/// stay.
package func trainingPage(
  _ epochs: [EpochMetrics], batch: BatchProgress? = nil, secondsLeft: Double?,
  rows: Int, on screen: Screen
) -> [Line] {
  let curves = rows >= 12 ? trainingCurves(epochs, on: screen) : []
  let lines = epochs.flatMap { epochLines($0, on: screen) }
  let status = statusLines(
    epochs.last, batch: batch, secondsLeft: secondsLeft, on: screen)
  let parts = [lines, curves, status].filter { !$0.isEmpty }
  // An empty line between two parts, where there is room.
  let space = rows >= 16 ? [Line()] : []
  let others = curves.count + status.count + (parts.count - 1) * space.count
  let shown = Array(lines.suffix(max(0, rows - others)))
  return Array(
    [shown, curves, status].filter { !$0.isEmpty }.joined(separator: space))
}

/// How far training is.
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

/// The loss and the accuracy on the test images over the epochs.
///
/// They stand side by side where there is room, and are as long as what is
/// over of the epochs planned. A single epoch and a plain screen have none.
package func trainingCurves(
  _ epochs: [EpochMetrics], on screen: Screen
) -> [Line] {
  guard epochs.count > 1, !screen.plain else { return [] }
  let planned = epochs.last?.planned
  let isWide = screen.width >= 60
  let width = isWide ? min(44, (screen.width - 4) / 2) : min(44, screen.width)
  let loss = panel(
    "loss", epochs.map(\.loss), of: planned, width: width, on: screen)
  let accuracy = panel(
    "test accuracy", epochs.map(\.testAccuracy), of: planned, width: width,
    on: screen)
  guard isWide else { return loss + accuracy }
  return zip(loss, accuracy).map { left, right in
    let space = width + 4 - displayWidth(left.text)
    return Line(
      left.spans + [Span(String(repeating: " ", count: space))] + right.spans)
  }
}

private func panel(
  _ name: String, _ values: [Double], of planned: Int?, width: Int,
  on screen: Screen
) -> [Line] {
  let first = Line([Span(name, .strong), Span(", by epoch", .dim)])
  return [first]
    + curve(
      values: values, of: planned, width: width, height: 5, on: screen)
}

/// A time in words.
func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e6 else { return "long" }
  let whole = Int(seconds.rounded(.up))
  return whole < 90 ? "\(whole) s" : "\((whole + 30) / 60) min"
}
