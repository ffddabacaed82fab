internal import System

/// An axis of a chart.
package struct Axis: Sendable, Equatable {
  package var label: String

  /// The range shown; nil for a little more than the range of the data.
  package var range: ClosedRange<Double>?

  /// Whether the scale is logarithmic.
  package var logarithmic: Bool

  /// Whether only whole numbers are marked, such as epochs.
  package var whole = false

  package init(
    _ label: String = "", _ range: ClosedRange<Double>? = nil,
    logarithmic: Bool = false
  ) {
    self.label = label
    self.range = range
    self.logarithmic = logarithmic
  }
}

/// An axis with its range and ticks determined; maps values to 0...1.
struct Scale {
  let range: ClosedRange<Double>
  let ticks: [(value: Double, label: String)]
  private let logarithmic: Bool

  init(_ axis: Axis, values: [Double]) {
    logarithmic = axis.logarithmic
    let finite = values.filter { $0.isFinite && (!axis.logarithmic || $0 > 0) }
    let least = finite.min() ?? 0
    let most = finite.max() ?? 1
    if axis.logarithmic {
      let low = axis.range?.lowerBound ?? pow(10, log10(least).rounded(.down))
      let high = axis.range?.upperBound ?? pow(10, log10(most).rounded(.up))
      range = low...max(high, low * 10)
      let powers =
        Int(
          log10(range.lowerBound).rounded(.up))...Int(
          log10(range.upperBound).rounded(.down))
      ticks = powers.map { (pow(10, Double($0)), "10\(superscript($0))") }
    } else {
      let margin = most > least ? (most - least) * 0.05 : 0.5
      range = axis.range ?? (least - margin)...(most + margin)
      ticks = niceTicks(in: range, step: axis.whole ? 1 : 0)
    }
  }

  /// The position of a value: 0 at the start of the axis and 1 at its end.
  func place(of value: Double) -> Double {
    if logarithmic {
      guard value > 0 else { return -1 }
      return log10(value / range.lowerBound)
        / log10(range.upperBound / range.lowerBound)
    }
    return (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }
}

/// Four to eight round numbers within a range, with as many decimals as they
/// need.
func niceTicks(
  in range: ClosedRange<Double>, step least: Double = 0
) -> [(value: Double, label: String)] {
  let span = range.upperBound - range.lowerBound
  guard span > 0, span.isFinite else { return [] }
  let power = pow(10, log10(span / 5).rounded(.down))
  let step = [1, 2, 5, 10].map { max($0 * power, least) }
    .first { span / $0 <= 7 }
  guard let step else { return [] }
  let decimals = max(0, Int(-log10(step).rounded(.down)))
  let first = Int((range.lowerBound / step - 1e-9).rounded(.up))
  let last = Int((range.upperBound / step + 1e-9).rounded(.down))
  guard first <= last else { return [] }
  return (first...last).map {
    (Double($0) * step, label(Double($0) * step, decimals: decimals))
  }
}

/// A number with the given number of decimals and a minus sign (−).
func label(_ number: Double, decimals: Int) -> String {
  let factor = pow(10, Double(decimals))
  let whole = Int((number.magnitude * factor).rounded())
  let sign = number < 0 && whole > 0 ? "−" : ""
  guard decimals > 0 else { return "\(sign)\(whole)" }
  let digits = String(String(whole).reversed())
  let padded =
    digits + String(repeating: "0", count: max(0, decimals + 1 - digits.count))
  let tail = String(padded.prefix(decimals).reversed())
  return sign + String(padded.dropFirst(decimals).reversed()) + "." + tail
}

private func superscript(_ number: Int) -> String {
  let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
  return String(number).reduce(into: "") { text, character in
    text.append(character.wholeNumberValue.map { digits[$0] } ?? "⁻")
  }
}
