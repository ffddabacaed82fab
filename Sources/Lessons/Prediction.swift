/// How well a typed line predicts what a cell prints.
///
/// Spaces, commas and line breaks do not matter, nor does `6` instead of
/// `6.0`. Labels and brackets may be left out, and so may the numbers that are
/// the same in every line, as the 8 in `1 of 8`, `3 of 8`; and where truth
/// values and numbers are printed, the truth values alone will do.
package enum Prediction: Sendable, Equatable {
  case right
  /// Right, to as many decimals as were typed.
  case rounded
  /// Right, but incomplete.
  case beginning
  /// Values from within, which may be what the text asked for.
  case part
  /// Said in words alone, such as "more", which only the reader can compare.
  case words
  /// Right except for the brackets.
  case brackets
  /// Right except for some of its numbers.
  case nearly(WrongNumbers)
  case wrong

  /// How many numbers differ, and the first one that does.
  package struct WrongNumbers: Sendable, Equatable {
    package var count: Int
    package var total: Int
    /// The position of the first one among all numbers, counted from 1.
    package var place: Int
    package var typed: String
    package var printed: String
  }

  package init(_ typed: String, of printed: String, tolerance: Double?) {
    let said = Token.all(in: typed)
    var came = Token.all(in: printed)
    if !said.contains(where: \.isBracket) { came.removeAll(where: \.isBracket) }
    if !said.contains(where: \.isLabel) { came.removeAll(where: \.isLabel) }
    self.init(said, of: came, tolerance ?? 0)
    for part in [Token.varying(in: printed), came.filter(\.isTruth)] {
      if self == .right || self == .rounded { return }
      let partly = Prediction(said, of: part, tolerance ?? 0)
      if !part.isEmpty, partly == .right || partly == .rounded { self = partly }
    }
    if !said.isEmpty, said.allSatisfy(\.isLabel) {
      self = .words
      return
    }
    guard self == .wrong else { return }
    if said.count < came.count,
      (0...came.count - said.count).contains(where: { start in
        zip(said, came[start...]).allSatisfy {
          $0.agreement(with: $1, tolerance ?? 0) != .none
        }
      }), said.contains(where: { !$0.isBracket })
    {
      self = .part
      return
    }
    let bare = Prediction(
      said.filter { !$0.isBracket }, of: came.filter { !$0.isBracket },
      tolerance ?? 0)
    if bare == .right || bare == .rounded { self = .brackets }
  }

  private init(_ said: [Token], of came: [Token], _ tolerance: Double) {
    let pairs = Array(zip(said, came))
    let agreements = pairs.map { $0.agreement(with: $1, tolerance) }
    let wrong = pairs.indices.filter { agreements[$0] == .none }
    if said.isEmpty || said.count > came.count {
      self = .wrong
    } else if let first = wrong.first {
      let numbers = pairs.indices.filter { pairs[$0].1.number != nil }
      let areNumbers = wrong.allSatisfy {
        pairs[$0].0.number != nil && pairs[$0].1.number != nil
      }
      guard areNumbers, wrong.count < numbers.count, said.count == came.count
      else {
        self = .wrong
        return
      }
      self = .nearly(
        WrongNumbers(
          count: wrong.count, total: numbers.count,
          place: numbers.count { $0 <= first },
          typed: pairs[first].0.text, printed: pairs[first].1.text))
    } else if said.count < came.count {
      self = .beginning
    } else {
      self = agreements.contains(.rounded) ? .rounded : .right
    }
  }
}

/// A number, a word or a bracket.
private struct Token: Equatable {
  let text: String

  static func all(in text: String) -> [Token] {
    let pattern = /-?\d+(?:\.\d+)?(?:[eE][+\-]?\d+)?|-?[\p{L}_]+|[\[\](){}]/
    return text.replacing("−", with: "-").matches(of: pattern)
      .map { Token(text: String($0.output).lowercased()) }
  }

  /// The values of lines alike, without those that all lines share.
  static func varying(in printed: String) -> [Token] {
    let lines = printed.split(separator: "\n").map { line in
      all(in: String(line)).filter { !$0.isLabel && !$0.isBracket }
    }
    guard lines.count > 1, let first = lines.first,
      lines.allSatisfy({ $0.count == first.count })
    else { return [] }
    let varying = first.indices.filter { column in
      lines.contains { $0[column].text != first[column].text }
    }
    return lines.flatMap { line in varying.map { line[$0] } }
  }

  var isTruth: Bool { text == "true" || text == "false" }

  var number: Double? { isWord ? nil : Double(text) }
  var isBracket: Bool { "[](){}".contains(text) }

  /// Whether this is a word that names a value, and is not a value itself.
  var isLabel: Bool {
    isWord && !["true", "false", "nil", "nan", "inf", "-inf"].contains(text)
  }

  private var isWord: Bool { text.last?.isLetter == true || text.last == "_" }

  enum Agreement {
    case none, rounded, full
  }

  func agreement(with printed: Token, _ tolerance: Double) -> Agreement {
    guard let number, let other = printed.number else {
      return text == printed.text ? .full : .none
    }
    let distance = (number - other).magnitude
    if distance <= tolerance { return .full }
    // A 0 for a small number does not count as rounded, nor does a whole number
    // for 0.7; but 1 does for 0.9999, and 0 for 0.00005.
    if number == number.rounded(), distance <= 5e-4 { return .rounded }
    guard number != 0, let dot = text.firstIndex(of: "."), !text.contains("e")
    else { return .none }
    var half = 0.5 + 1e-6
    for _ in text[dot...].dropFirst() { half /= 10 }
    return distance <= half ? .rounded : .none
  }
}
