internal import Lessons
internal import System

/// How often images of each class were predicted as each class, as a heat map: a
/// row for each true class, a column for each predicted class.
///
/// Shades say how much of a row a number is. Right predictions are marked, and
/// so are mistakes that were made with a tenth or more of a class's images.
package func confusionPage(
  _ counts: [[Int]], names: [String], on screen: Screen
) -> [Line] {
  let rows = counts.enumerated().map { label, row in
    let total = max(1, row.reduce(0, +))
    return [[Span(names[label])]]
      + row.enumerated().map { predicted, count in
        let isCommon = count * 10 >= total
        let style: Style =
          predicted == label
          ? [.good, .strong] : isCommon ? .bad : count == 0 ? .dim : []
        let mark = isCommon && predicted != label ? "!" : ""
        return [
          Span(
            "\(count)\(mark)"
              + shade(Double(count) / Double(total), on: screen),
            style)
        ]
      }
  }
  // The names of the columns are as long as there is room for.
  let first = names.map(\.count).max() ?? 0
  let room = max(4, (screen.width - first) / max(names.count, 1) - 3)
  let columns = names.map { [Span(String($0.prefix(room)), .dim)] }
  return table(
    header: [[Span("shown")]] + columns, rows: rows,
    alignments: [.leading] + columns.map { _ in .trailing }, on: screen)
    + paragraph(
      "Rows: what the images show. Columns: what was predicted. A ! marks "
        + "mistakes made with a tenth or more of a class's images.", .dim,
      on: screen)
}

/// Darker for a larger share of a row; nothing where characters are few.
private func shade(_ share: Double, on screen: Screen) -> String {
  guard !screen.plain, !screen.ascii else { return "" }
  return switch share {
  case ..<0.05: " "
  case ..<0.25: "░"
  case ..<0.5: "▒"
  case ..<0.75: "▓"
  default: "█"
  }
}

/// One interval of confidence: how many predictions fell into it, how sure the
/// model was of them, and how often it was right.
package struct ConfidenceBin: Sendable, Equatable {
  package var range: ClosedRange<Double>
  package var count = 0
  package var confidence = 0.0
  package var accuracy = 0.0

  package init(range: ClosedRange<Double>) { self.range = range }
}

/// How often the model is right, compared with how sure it is.
package func reliabilityPage(
  _ bins: [ConfidenceBin], on screen: Screen
) -> [Line] {
  let rows = bins.filter { $0.count > 0 }.map { bin in
    [
      "\(percent(bin.range.lowerBound)) to \(percent(bin.range.upperBound))",
      "\(bin.count)", percent(bin.confidence), percent(bin.accuracy),
    ].map { [Span($0)] }
  }
  return table(
    header: ["confidence", "images", "mean", "right"].map { [Span($0)] },
    rows: rows, alignments: [.leading, .trailing, .trailing, .trailing],
    on: screen)
    + paragraph(
      "Where the last column is below the one before it, the model is surer "
        + "than it should be.", .dim, on: screen)
}

/// A share as a percentage, with one decimal.
package func percent(_ share: Double) -> String {
  decimals(share * 100, 1) + " %"
}
