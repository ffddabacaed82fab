internal import Checks
internal import Maths
internal import Tensors

/// The TeX of a derivation against its steps, at random points.
struct DerivationTeX {
  private let derivation: Derivation
  private let points: [Surroundings]
  private let meanings: Meanings
  /// The choices of the free indices.
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

  /// The first side of a row that cannot be evaluated, or has another value
  /// than its step: the counter-example.
  func mistake(
    in row: DerivationRow, step: Int, leftStep: Int
  ) -> (problem: Unevaluated, line: Int)? {
    for (index, side) in row.sides.enumerated() {
      // A row that goes on begins with its sign of equality.
      if index == 0, side.items.isEmpty { continue }
      let step = derivation.steps[index == 0 ? leftStep : step]
      if let mistake = mistake(in: side, step) {
        return (mistake, index == 0 ? row.line : row.lineOfEquality)
      }
    }
    return nil
  }

  private func mistake(
    in side: Formula, _ step: Derivation.Step
  ) -> Unevaluated? {
    do {
      let free = derivation.letters.free
      let expression = try Expression(
        side, meanings: meanings, bound: Set(free))
      for surroundings in points {
        let values = try values(of: expression, in: surroundings)
        guard step.tex == .evaluated else {
          return Unevaluated(
            problem: "`\(inline(side))` is declared notEvaluated, and can be",
            remedy: "take that from its step")
        }
        let wanted = step.value(surroundings.point)
        if let difference = difference(values, wanted) {
          return Unevaluated(
            problem: "`\(inline(side))` is \(difference.value) where its step, "
              + "\(step.expression), is \(difference.wanted), at "
              + (difference.choice + surroundings.shown).joined(separator: ", "),
            remedy: "correct the TeX, or its step")
        }
      }
      return nil
    } catch {
      if case .notEvaluated = step.tex { return nil }
      return Unevaluated(
        problem: "`\(inline(side))` cannot be evaluated: \(error.problem)",
        remedy: error.remedy)
    }
  }

  /// A value for each choice of the free indices.
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

  /// Where the values differ first: the values, and the free indices there.
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
  /// What keeps a row from being one of a chain of equalities.
  func mistakeOfForm(isFirst: Bool, isLeft: Bool) -> Unevaluated? {
    let begins = sides.first?.items.isEmpty == true
    if isFirst, begins {
      return Unevaluated(
        problem: "it begins with =", remedy: "write what is equal")
    }
    if !isFirst, !begins {
      return Unevaluated(
        problem: "it does not begin with =",
        remedy: "begin each row but the first with the sign")
    }
    if isLeft || !isFirst, sides.count < 2 {
      return Unevaluated(
        problem: "it has no =", remedy: "write both sides in the first row")
    }
    return nil
  }
}

extension Surroundings {
  /// The numbers that the names have, as words: `oₖ = [1, 2]`.
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
  /// With four decimals at most, and none for a whole number.
  fileprivate var readable: String {
    let rounded = (self * 10_000).rounded() / 10_000
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
