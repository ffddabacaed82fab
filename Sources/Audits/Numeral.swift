/// A number as the running text writes it.
struct Numeral {
  /// With its sign, separators and percent sign.
  var text: String
  /// How much of the end of `text` says that it is a percentage: `%`, ` %`,
  /// ` per cent`; empty where it is none.
  var percent: Substring = ""
  var range: Range<String.Index>
  var line: Int
  /// What the comment after it says, such as `= prices[0]`; nil for none.
  var comment: String?
  var isExempt: Bool
}

/// What a comment says of the number before it.
enum NumberSource: Equatable {
  case cell(String, index: Int)
  /// And whose it is.
  case quoted(String)
}

extension Numeral {
  private var isNegative: Bool { "-−".contains(text.first ?? " ") }

  var isPercentage: Bool { !percent.isEmpty }

  /// Without what says that it is a percentage.
  private var digits: Substring { text.dropLast(percent.count) }

  /// How many digits follow the point.
  var decimals: Int {
    guard let point = digits.firstIndex(of: ".") else { return 0 }
    return digits[point...].dropFirst().prefix(while: \.isNumber).count
  }

  /// The number, 12 for `12%`.
  var value: Double? {
    var plain = digits.filter { $0 != "," }
    if isNegative || plain.hasPrefix("+") { plain.removeFirst() }
    return Double(plain).map { isNegative ? -$0 : $0 }
  }

  /// Whether it says so much that it needs a source; see Lessons/README.md.
  var needsSource: Bool {
    if isExempt { return false }
    if isPercentage || decimals > 0 || text.contains(",") { return true }
    let size = (value ?? 0).magnitude
    let isYear = !isNegative && (1500...2099).contains(size)
    return size >= 1_000 && !isYear
  }

  var source: NumberSource? {
    guard let comment else { return nil }
    if comment.hasPrefix("quoted:") {
      return .quoted(String(comment.dropFirst(7).drop { $0 == " " }))
    }
    let parts = comment.dropFirst().filter { $0 != " " && $0 != "]" }
      .split(separator: "[")
    guard comment.hasPrefix("="), parts.count == 2, let index = Int(parts[1])
    else { return nil }
    return .cell(String(parts[0]), index: index)
  }

  /// Whether this is how one would write `printed`, give or take `tolerance`.
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

  /// Another number, written as this one is.
  func rewritten(as printed: Double) -> String {
    let number = isPercentage ? printed * 100 : printed
    let scaled = (number.magnitude * power(10, decimals)).rounded()
    // What has an exponent, or is too large for these digits, is left as it
    // is printed.
    guard scaled < 1e15, !digits.lowercased().contains("e") else {
      return "\(printed)"
    }
    let digits = String(Int(scaled))
    let zeros = max(0, decimals + 1 - digits.count)
    let padded = String(repeating: "0", count: zeros) + digits
    var whole = String(padded.dropLast(decimals))
    if text.contains(",") || (whole.count > 4 && !text.contains(".")) {
      whole = grouped(whole)
    }
    let tail = decimals > 0 ? "." + padded.suffix(decimals) : ""
    let minus = text.contains("-") ? "-" : "−"
    let sign = number < 0 && scaled > 0 ? minus : ""
    return sign + whole + tail + percent
  }
}

/// The digits in threes, with commas between.
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

/// The numbers that a cell prints, in order; not counting `inf` and `nan`.
func printedNumbers(in output: String) -> [Double] {
  var numbers: [Double] = []
  let text = Array(output)
  var index = 0
  while index < text.count {
    let before = index > 0 ? text[index - 1] : " "
    let isSign =
      text[index] == "-" && index + 1 < text.count
      && text[index + 1].isASCIIDigit
    guard text[index].isASCIIDigit || isSign, !before.isWordPart else {
      index += 1
      continue
    }
    var end = index + 1
    while end < text.count {
      let isExponent =
        "eE".contains(text[end]) && end + 1 < text.count
        && (text[end + 1].isASCIIDigit || "+-".contains(text[end + 1]))
      let isPoint =
        text[end] == "." && end + 1 < text.count && text[end + 1].isASCIIDigit
      if isExponent {
        end += 2
      } else if isPoint || text[end].isASCIIDigit {
        end += 1
      } else {
        break
      }
    }
    if let number = Double(String(text[index..<end])) { numbers.append(number) }
    index = end
  }
  return numbers
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  /// Whether a number right after it would be part of a name.
  var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
