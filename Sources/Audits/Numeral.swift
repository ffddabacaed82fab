internal import Lessons

/// A number as it is written in running text.
struct Numeral {
  /// The digits, with their sign and separators.
  var digits: String
  /// What follows the digits of a percentage, such as `%`, ` %` or ` per cent`;
  /// otherwise empty.
  var percent: String
  var place: Place
  /// The source that the comment after it gives.
  var source: Binding.Source?
  /// Whether it is in a heading or quiz, where numbers need no source.
  var isExempt = false

  var text: String { digits + percent }
}

extension Numeral {
  private var isNegative: Bool { "-−".contains(digits.first ?? " ") }

  private var isPercentage: Bool { !percent.isEmpty }

  /// The number of digits after the decimal point.
  private var decimals: Int {
    guard let point = digits.firstIndex(of: ".") else { return 0 }
    return digits[point...].dropFirst().prefix(while: \.isNumber).count
  }

  /// The number as written: 12 for `12%`.
  private var value: Double? {
    var plain = digits.filter { $0 != "," }
    if isNegative || plain.hasPrefix("+") { plain.removeFirst() }
    return Double(plain).map { isNegative ? -$0 : $0 }
  }

  /// Whether it needs a source; Lessons/README.md lists which numbers do.
  var needsSource: Bool {
    let isVersion = digits.count { $0 == "." } > 1
    if isExempt || isVersion { return false }
    if isPercentage || decimals > 0 || digits.contains(",") { return true }
    let size = (value ?? 0).magnitude
    let isYear = !isNegative && (1500...2099).contains(size)
    return size >= 1_000 && !isYear
  }

  /// Whether this is `printed`, rounded to the digits written, give or take
  /// `tolerance`.
  func agrees(with printed: Double, tolerance: Double) -> Bool {
    guard let value else { return false }
    let factor = isPercentage ? 100.0 : 1
    let exponent =
      digits.lowercased().split(separator: "e").dropFirst().first.flatMap {
        Int($0.replacing("−", with: "-"))
      } ?? 0
    let unit = power(10, exponent - decimals)
    let slack = unit / 2 * (1 + 1e-9) + tolerance * factor
    return (value - printed * factor).magnitude
      <= slack + value.magnitude * 1e-12
  }

  /// Another number in the format of this one.
  func rewritten(as printed: Double) -> Numeral {
    var new = self
    let number = isPercentage ? printed * 100 : printed
    let scaled = (number.magnitude * power(10, decimals)).rounded()
    // Keep the printed form if this has an exponent or the other is too large.
    guard scaled < 1e15, !digits.lowercased().contains("e") else {
      new.digits = "\(printed)"
      return new
    }
    let all = String(Int(scaled))
    let zeros = max(0, decimals + 1 - all.count)
    let padded = String(repeating: "0", count: zeros) + all
    var whole = String(padded.dropLast(decimals))
    if digits.contains(",") || (whole.count > 4 && !digits.contains(".")) {
      whole = grouped(whole)
    }
    let tail = decimals > 0 ? "." + padded.suffix(decimals) : ""
    let minus = digits.contains("-") ? "-" : "−"
    let sign = number < 0 && scaled > 0 ? minus : ""
    new.digits = sign + whole + tail
    return new
  }
}

/// The digits in groups of three, separated by commas.
private func grouped(_ digits: String) -> String {
  let first = digits.count % 3
  return digits.enumerated().reduce(into: "") { text, digit in
    if digit.offset > 0, digit.offset % 3 == first { text += "," }
    text.append(digit.element)
  }
}

private func power(_ base: Double, _ exponent: Int) -> Double {
  let size = (0..<exponent.magnitude).reduce(1.0) { product, _ in
    product * base
  }
  return exponent < 0 ? 1 / size : size
}

/// The numbers that a cell prints, in order, without `inf` and `nan`.
func printedNumbers(in output: String) -> [Double] {
  let token =
    /[\p{L}_]\w*-?|(-?[0-9]+(?:\.[0-9]+)*(?:[eE][+\-]?[0-9]+)?)-?/
  return output.matches(of: token).compactMap { $0.1.flatMap { Double($0) } }
}
