internal import Checks
internal import Maths
internal import Tensors

/// Compares the rows of a derivation with each other at random points.
struct DerivationTeX {
  private let derivation: Derivation
  private let points: [Surroundings]
  private let meanings: Meanings
  /// All combinations of the free indices.
  private let choices: [[Int]]

  init(
    _ derivation: Derivation, at points: [[Double]]
  ) throws(Unevaluated) {
    self.derivation = derivation
    let meanings = try Meanings(derivation.letters)
    self.meanings = meanings
    var all: [Surroundings] = []
    for point in points { all.append(try Surroundings(meanings, at: point)) }
    self.points = all
    choices = Audits.choices(
      of: derivation.letters.free.compactMap { meanings.indices[$0] })
  }

  /// The sides that cannot be evaluated or, if there are none, the first side
  /// that differs from the most common value, with a counterexample.
  func mistakes(
    in rows: [DerivationRow]
  ) -> [(row: Int, problem: Unevaluated, line: Int)] {
    var found: [(row: Int, problem: Unevaluated, line: Int)] = []
    var sides: [Side] = []
    for (number, row) in rows.enumerated() {
      // A row that begins with an equals sign has an empty first side.
      for (index, formula) in row.sides.enumerated()
      where index > 0 || !formula.items.isEmpty {
        let line = index == 0 ? row.line : row.lineOfEquality
        do {
          sides.append(try side(formula, row: number, line: line))
        } catch {
          found.append(
            (
              number,
              Unevaluated(
                problem:
                  "`\(inline(formula))` cannot be evaluated: \(error.problem)",
                remedy: error.remedy), line
            ))
        }
      }
    }
    guard found.isEmpty,
      let right = sides.max(by: { a, b in
        sides.count(where: a.equals) < sides.count(where: b.equals)
      })
    else { return found }
    for side in sides {
      guard let difference = difference(side, right) else { continue }
      return [(side.row, difference, side.line)]
    }
    return []
  }

  /// One side of a row, and its values at each point.
  private struct Side {
    let formula: Formula
    let row: Int
    let line: Int
    let values: [[Double]]

    func equals(_ other: Side) -> Bool {
      zip(values, other.values).allSatisfy(areEqual)
    }
  }

  private func side(
    _ formula: Formula, row: Int, line: Int
  ) throws(Unevaluated) -> Side {
    let expression = try Expression(
      formula, meanings: meanings, bound: Set(derivation.letters.free))
    var all: [[Double]] = []
    for surroundings in points {
      all.append(try values(of: expression, in: surroundings))
    }
    return Side(formula: formula, row: row, line: line, values: all)
  }

  /// How two sides differ, and at which point; nil if they are equal.
  private func difference(_ side: Side, _ right: Side) -> Unevaluated? {
    for (number, surroundings) in points.enumerated() {
      guard
        let difference = difference(
          side.values[number], right.values[number])
      else { continue }
      return Unevaluated(
        problem: "`\(inline(side.formula))` is \(difference.value), but "
          + "`\(inline(right.formula))` is \(difference.wanted), at "
          + (difference.choice + surroundings.shown).joined(separator: ", "),
        remedy: "correct the row")
    }
    return nil
  }

  /// The values for all combinations of the free indices.
  private func values(
    of expression: Expression, in surroundings: Surroundings
  ) throws(Unevaluated) -> [Double] {
    var values: [Double] = []
    for choice in choices {
      var chosen = surroundings
      for (letter, index) in zip(derivation.letters.free, choice) {
        chosen.indices[letter] = index
      }
      values.append(try chosen.value(of: expression))
    }
    return values
  }

  /// The first two values that differ, and the free indices there.
  private func difference(
    _ values: [Double], _ wanted: [Double]
  ) -> (value: String, wanted: String, choice: [String])? {
    guard values.count == wanted.count else {
      return ("\(values.count) numbers", "\(wanted.count)", [])
    }
    for (index, pair) in zip(values, wanted).enumerated()
    where !areEqual([pair.0], [pair.1]) {
      let choice = zip(derivation.letters.free, choices[index])
      var (value, wanted) = (pair.0.readable, pair.1.readable)
      if value == wanted { (value, wanted) = ("\(pair.0)", "\(pair.1)") }
      return (value, wanted, choice.map { "\($0) = \($1)" })
    }
    return nil
  }
}

extension DerivationRow {
  /// Why the row is not part of a chain of equalities; nil if it is.
  func mistakeOfForm(isFirst: Bool) -> Unevaluated? {
    let begins = sides.first?.items.isEmpty == true
    if isFirst, begins {
      return Unevaluated(
        problem: "it begins with =", remedy: "write the left side first")
    }
    if !isFirst, !begins {
      return Unevaluated(
        problem: "it does not begin with =",
        remedy: "begin each row but the first with =")
    }
    if !isFirst, sides.count < 2 {
      return Unevaluated(
        problem: "it is empty", remedy: "write `= FORMULA`, or remove it")
    }
    return nil
  }
}

extension Surroundings {
  /// The numbers that the names stand for, as text: `oₖ = [1, 2]`.
  fileprivate var shown: [String] {
    meanings.all.compactMap { meaning in
      guard case .numbers(let values) = meaning.content else { return nil }
      let numbers = values(point).map(\.readable).joined(separator: ", ")
      return meaning.ranges.isEmpty
        ? "\(meaning.name) = \(numbers)" : "\(meaning.name) = [\(numbers)]"
    }
  }
}

extension Double {
  /// The number rounded to at most four decimals, with none if it is whole.
  fileprivate var readable: String {
    let rounded = (self * 10_000).rounded() / 10_000
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
