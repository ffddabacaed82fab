/// A reader's answer to a question.
package enum QuizAnswer: Sendable, Equatable {
  /// The indices of the options that were chosen.
  case options(Set<Int>)
  case number(Double)
}

extension Quiz {
  /// Reads what a reader typed: letters or numbers of options, or a number.
  ///
  /// `a`, `1`, `a, c` and `1 3` name options; `0.25`, `1/4` and `25%` are the
  /// same number. Returns nil if the text does not answer this question.
  package func answer(reading text: String) -> QuizAnswer? {
    switch kind {
    case .number:
      return number(in: text).map { .number($0) }
    case .choice, .choices, .runs:
      let pieces = text.lowercased().split {
        $0.isWhitespace || $0 == "," || $0 == ")" || $0 == "."
      }
      // Letters may be written together, as in `ac`; digits form one number.
      let names = pieces.flatMap { piece in
        piece.allSatisfy(\.isLetter)
          ? piece.map { String($0) } : [String(piece)]
      }
      let chosen = names.map(option)
      guard !chosen.isEmpty, !chosen.contains(nil) else { return nil }
      let options = Set(chosen.compactMap(\.self))
      return kind == .choices || options.count == 1 ? .options(options) : nil
    }
  }

  private func option(_ name: String) -> Int? {
    let index: Int
    if let number = Int(name) {
      index = number - 1
    } else if let letter = name.utf8.first, name.utf8.count == 1 {
      index = Int(letter) - Int(UInt8(ascii: "a"))
    } else {
      return nil
    }
    return options.indices.contains(index) ? index : nil
  }

  /// Whether an answer is right: the right options and no others, or a number
  /// within the tolerance.
  package func isRight(_ answer: QuizAnswer) -> Bool {
    switch answer {
    case .options(let chosen):
      return chosen == Set(options.indices.filter { options[$0].right })
    case .number(let number):
      guard let expected = self.answer else { return false }
      // Allow a little more, because binary numbers are not exact.
      let allowed = tolerance + expected.magnitude * 1e-9
      return (number - expected).magnitude <= allowed
    }
  }

  /// Whether a number is within 2% of the answer, so that it is probably the
  /// answer rounded.
  ///
  /// An answer without a tolerance is exact: 7,840 does not count as 7,850,
  /// rounded.
  package func isNearly(_ number: Double) -> Bool {
    tolerance > 0 && isWithin(0.02, number)
  }

  /// The relation of a wrong number to the answer, if it is a simple one.
  package func relation(of number: Double) -> Relation? {
    Relation.allCases.first {
      isWithin(tolerance > 0 ? 0.005 : 1e-9, $0.undone(number))
    }
  }

  /// How a wrong number relates to the right one.
  package enum Relation: CaseIterable, Sendable {
    case reciprocal, negative, half, double, hundredfold, hundredth

    fileprivate func undone(_ number: Double) -> Double {
      switch self {
      case .reciprocal: 1 / number
      case .negative: -number
      case .half: number * 2
      case .double: number / 2
      case .hundredfold: number / 100
      case .hundredth: number * 100
      }
    }
  }

  /// Whether a number differs from the answer by at most this share of it.
  ///
  /// False if the answer is 0.
  private func isWithin(_ share: Double, _ number: Double) -> Bool {
    guard let answer, answer != 0 else { return false }
    return (number - answer).magnitude <= answer.magnitude * share
  }
}

private func number(in text: String) -> Double? {
  var text = text.filter { !$0.isWhitespace && $0 != "_" }
  text = String(text.map { $0 == "−" ? "-" : $0 })
  if text.hasSuffix("%") {
    text.removeLast()
    return finite(text).map { $0 / 100 }
  }
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  if parts.count == 2 {
    guard let above = finite(String(parts[0])),
      let below = finite(String(parts[1])), below != 0
    else { return nil }
    return above / below
  }
  // A comma before three digits groups them, as in 60,000; any other comma is
  // a decimal point, as in 0,5.
  let groups = text.split(separator: ",", omittingEmptySubsequences: false)
  if groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }),
    groups[0] != "0"
  {
    return finite(groups.joined())
  }
  return finite(String(text.map { $0 == "," ? "." : $0 }))
}

private func finite(_ text: String) -> Double? {
  Double(text).flatMap { $0.isFinite ? $0 : nil }
}
