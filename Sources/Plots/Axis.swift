/// An axis of a chart.
public struct Axis: Sendable, Equatable {
  /// The name of what the axis measures.
  public var label: String

  /// The range shown; nil for a little more than the range of the data.
  public var range: ClosedRange<Double>?

  /// Whether the scale is logarithmic.
  public var logarithmic: Bool

  /// Whether only whole numbers are marked, such as epochs.
  public var whole = false

  /// An axis with a name and, optionally, a fixed range.
  ///
  /// ```swift
  /// let axis = Axis("bill length (mm)", 30...60)
  /// ```
  public init(
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
  fileprivate let logarithmic: Bool

  init(_ axis: Axis, values: [Double]) {
    logarithmic = axis.logarithmic
    let shown = values.filter { $0.isFinite && (!axis.logarithmic || $0 > 0) }
    if axis.logarithmic {
      let least = shown.min() ?? 1
      let most = shown.max() ?? 10
      let given = axis.range.flatMap { $0.lowerBound > 0 ? $0 : nil }
      // Beyond these powers, numbers of a Double are 0 or infinite.
      let powers = -300.0...300
      func clamped(_ power: Double) -> Double {
        min(max(power, powers.lowerBound), powers.upperBound)
      }
      let low =
        given?.lowerBound ?? tenTo(clamped(logarithm(least).rounded(.down)))
      let high =
        given?.upperBound ?? tenTo(clamped(logarithm(most).rounded(.up)))
      range = low...max(high, low * 10)
      let first = logarithm(range.lowerBound).rounded(.up)
      let last = logarithm(range.upperBound).rounded(.down)
      ticks = (Int(first)...Int(last)).map {
        (tenTo(Double($0)), "10\(superscript($0))")
      }
    } else {
      let least = axis.range?.lowerBound ?? shown.min() ?? 0
      let most = axis.range?.upperBound ?? shown.max() ?? 1
      // A single value is in the middle of its axis.
      let margin =
        most == least
        ? max(0.5, most.magnitude * 1e-6)
        : axis.range == nil ? (most - least) * 0.05 : 0
      range = (least - margin)...(most + margin)
      ticks = niceTicks(in: range, step: axis.whole ? 1 : 0)
    }
  }

  /// The position of a value: 0 at the start of the axis and 1 at its end.
  func place(of value: Double) -> Double {
    if logarithmic {
      guard value > 0 else { return -1 }
      return logarithm(value / range.lowerBound)
        / logarithm(range.upperBound / range.lowerBound)
    }
    return (value - range.lowerBound) / (range.upperBound - range.lowerBound)
  }
}

extension Scale {
  /// The value at a position, the inverse of `place(of:)`.
  func value(at place: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    return logarithmic
      ? low * tenTo(place * logarithm(high / low)) : low + place * (high - low)
  }
}

/// Four to eight round numbers within a range, with as many decimals as they
/// need.
func niceTicks(
  in range: ClosedRange<Double>, step least: Double = 0
) -> [(value: Double, label: String)] {
  let span = range.upperBound - range.lowerBound
  guard span > 0, span.isFinite else { return [] }
  let power = tenTo(logarithm(span / 5).rounded(.down))
  let step = [1, 2, 5, 10].map { max($0 * power, least) }
    .first { span / $0 <= 7 }
  guard let step else { return [] }
  let decimals = max(0, Int(-logarithm(step).rounded(.down)))
  // Neighboring steps far from 0 may be the same number.
  guard max(range.upperBound, -range.lowerBound) / step < 1e12 else {
    return []
  }
  let first = Int((range.lowerBound / step - 1e-9).rounded(.up))
  let last = Int((range.upperBound / step + 1e-9).rounded(.down))
  guard first <= last else { return [] }
  return (first...last).map {
    (Double($0) * step, label(Double($0) * step, decimals: decimals))
  }
}

/// A number with the given number of decimals and a minus sign (−).
func label(_ number: Double, decimals: Int) -> String {
  let factor = tenTo(Double(decimals))
  guard number.magnitude * factor < 1e15 else { return "\(number)" }
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
