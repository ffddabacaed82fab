package import Checks
import Maths

/// One epoch of training, as a line that stands while the next one runs.
package func epochLines(_ epoch: EpochMetrics, on screen: Screen) -> [Line] {
  let text =
    "epoch \(epoch.epoch)   loss \(decimals(epoch.loss, 4))   "
    + "train accuracy \(decimals(epoch.trainAccuracy, 3))   "
    + "test accuracy \(decimals(epoch.testAccuracy, 3))"
  return wrap([Span(text, .dim)], width: screen.width)
}

/// Training as it goes on: a line an epoch, the curves, and the time left; no
/// more than `rows` lines, the latest epochs first to stay.
package func trainingPage(
  _ epochs: [EpochMetrics], secondsLeft: Double?, rows: Int, on screen: Screen
) -> [Line] {
  let curves = rows >= 12 ? trainingCurves(epochs, on: screen) : []
  var status: [Line] = []
  if let last = epochs.last {
    var words = "epoch \(last.epoch)"
    if let planned = last.planned { words += " of \(planned) done" }
    if let secondsLeft, secondsLeft > 0 {
      words += ", about \(duration(secondsLeft)) left"
    }
    status = wrap([Span(words)], width: screen.width)
  }
  let lines = epochs.flatMap { epochLines($0, on: screen) }
  let room = max(1, rows - curves.count - status.count)
  return Array(lines.suffix(room)) + curves + status
}

/// The loss and the accuracy on the test images over the epochs, side by side
/// where there is room; nothing for a single epoch or a plain screen.
package func trainingCurves(
  _ epochs: [EpochMetrics], on screen: Screen
) -> [Line] {
  guard epochs.count > 1, !screen.plain else { return [] }
  let isWide = screen.width >= 60
  let width = isWide ? min(44, (screen.width - 4) / 2) : min(44, screen.width)
  let loss = panel("loss", epochs.map(\.loss), width: width, on: screen)
  let accuracy = panel(
    "test accuracy", epochs.map(\.testAccuracy), width: width, on: screen)
  guard isWide else { return loss + accuracy }
  return zip(loss, accuracy).map { left, right in
    let space = width + 4 - displayWidth(left.text)
    return Line(
      left.spans + [Span(String(repeating: " ", count: space))] + right.spans)
  }
}

private func panel(
  _ name: String, _ values: [Double], width: Int, on screen: Screen
) -> [Line] {
  let first = Line([Span(name, .strong), Span(", by epoch", .dim)])
  return [first] + curve(values: values, width: width, height: 5, on: screen)
}

/// A time in words.
func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e6 else { return "long" }
  let whole = Int(seconds.rounded(.up))
  return whole < 90 ? "\(whole) s" : "\((whole + 30) / 60) min"
}
