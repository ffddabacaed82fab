internal import Checks
internal import Maths

/// The names in a derivation's TeX, and what they stand for.
struct Meanings: Sendable {
  struct Meaning: Sendable {
    enum Content: Sendable {
      case numbers(Derivation.Letters.Numbers)
      case definition(Expression)
    }

    /// The items of the name's formula, in which `letters` stand for any index.
    var pattern: [Formula]
    var letters: [String]
    var ranges: [ClosedRange<Int>]
    var content: Content

    var name: String { inline(.row(pattern)) }
  }

  /// The meanings: first the numbers, then the definitions in their order.
  private(set) var all: [Meaning] = []
  /// The indices of `all`, the most specific pattern first: `\ell_2` is tried
  /// before `\ell_j`, and `p(x)` before `p`.
  private var order: [Int] = []
  let indices: [String: ClosedRange<Int>]

  init(_ letters: Derivation.Letters) throws(Unevaluated) {
    indices = letters.indices
    for letter in letters.free where indices[letter] == nil {
      throw Unevaluated(
        problem: "the free index \(letter) has no range",
        remedy: "add it to the indices of the derivation")
    }
    for (name, numbers) in letters.values.sorted(by: { $0.key < $1.key }) {
      try add(try items(parsing: name), .numbers(numbers))
    }
    for definition in letters.definitions {
      let sides = sides(of: .row(try items(parsing: definition)))
      guard sides.count == 2 else {
        throw Unevaluated(
          problem: "the definition \(definition) is not an equation",
          remedy: "write NAME = FORMULA")
      }
      let pattern = sides[0].items
      let body = try Expression(
        .row(sides[1].items), meanings: self,
        bound: Set(found(in: pattern)))
      try add(pattern, .definition(body))
    }
  }

  private mutating func add(
    _ pattern: [Formula], _ content: Meaning.Content
  ) throws(Unevaluated) {
    guard !pattern.isEmpty else {
      throw Unevaluated(
        problem: "a name is missing", remedy: "write the name of the value")
    }
    let letters = found(in: pattern)
    all.append(
      Meaning(
        pattern: pattern, letters: letters,
        ranges: letters.compactMap { indices[$0] }, content: content))
    order = all.indices.sorted { left, right in
      let (a, b) = (all[left], all[right])
      return (-a.pattern.count, a.letters.count, left)
        < (-b.pattern.count, b.letters.count, right)
    }
  }

  /// The index letters of a pattern, in order of appearance.
  private func found(in pattern: [Formula]) -> [String] {
    var letters: [String] = []
    for atom in pattern.flatMap(\.atoms)
    where indices[atom] != nil && !letters.contains(atom) {
      letters.append(atom)
    }
    return letters
  }

  private func items(parsing source: String) throws(Unevaluated) -> [Formula] {
    do {
      return try Formula(parsing: source).grouped.items
    } catch {
      throw Unevaluated(
        problem: "`\(source)` is not a formula: \(error.problem)",
        remedy: error.remedy)
    }
  }
}

extension Meanings {
  /// The name that the items begin with, its indices, and how many items it
  /// spans.
  func match(
    _ items: ArraySlice<Formula>
  ) -> (meaning: Int, indices: [Formula], length: Int)? {
    for index in order {
      let meaning = all[index]
      guard items.count >= meaning.pattern.count else { continue }
      var found: [String: Formula] = [:]
      let fits = zip(meaning.pattern, items).allSatisfy { pattern, item in
        pattern.fits(item, letters: meaning.letters, &found)
      }
      if fits {
        return (
          index, meaning.letters.compactMap { found[$0] },
          meaning.pattern.count
        )
      }
    }
    return nil
  }

  /// The meaning of a name without its indices, such as `o` for all `o_j`.
  func whole(_ formula: Formula) -> Int? {
    order.first { index in
      guard all[index].pattern.count == 1,
        case .scripts(let base, .some, nil) = all[index].pattern[0]
      else { return false }
      return base == formula && !all[index].letters.isEmpty
    }
  }
}

extension Formula {
  var items: [Formula] {
    if case .row(let items) = self { items } else { [self] }
  }

  /// The texts of all atoms, from left to right.
  fileprivate var atoms: [String] {
    switch self {
    case .row(let items): items.flatMap(\.atoms)
    case .atom(let atom): [atom.text]
    case .scripts(let base, let sub, let sup):
      base.atoms + (sub?.atoms ?? []) + (sup?.atoms ?? [])
    case .accent(_, let base): base.atoms
    case .fenced(_, let inside, _): inside.atoms
    default: []
    }
  }

  /// Whether another formula is this one with each letter replaced, every
  /// occurrence of a letter by the same formula.
  fileprivate func fits(
    _ other: Formula, letters: [String], _ found: inout [String: Formula]
  ) -> Bool {
    switch (self, other) {
    case (.atom(let atom), _) where letters.contains(atom.text):
      if let before = found[atom.text] { return before == other }
      found[atom.text] = other
      return true
    case (.atom(let left), .atom(let right)): return left.text == right.text
    case (.words(let left), .words(let right)): return left == right
    case (.accent(let left, let base), .accent(let right, let otherBase)):
      return left == right && base.fits(otherBase, letters: letters, &found)
    case (
      .fenced(let open, let inside, let close),
      .fenced(let otherOpen, let otherInside, let otherClose)
    ):
      return open == otherOpen && close == otherClose
        && inside.fits(otherInside, letters: letters, &found)
    case (
      .scripts(let base, let sub, let sup),
      .scripts(let otherBase, let otherSub, let otherSup)
    ):
      return base.fits(otherBase, letters: letters, &found)
        && Self.fit(sub?.parted, otherSub?.parted, letters, &found)
        && Self.fit(sup, otherSup, letters, &found)
    // The two indices of `w_{12}` have been parsed as one number.
    case (.row(let left), .atom(let atom))
    where atom.text.allSatisfy(\.isNumber):
      let digits = atom.text.map {
        Formula.atom(Atom(String($0), spoken: String($0)))
      }
      return digits.count == left.count
        && fits(.row(digits), letters: letters, &found)
    case (.row(let left), .row(let right)):
      return left.count == right.count
        && zip(left, right).allSatisfy {
          $0.fits($1, letters: letters, &found)
        }
    default: return false
    }
  }

  private static func fit(
    _ left: Formula?, _ right: Formula?, _ letters: [String],
    _ found: inout [String: Formula]
  ) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.fits(right, letters: letters, &found)
  }

  /// Indices that are separated by commas, as in `i, k + 1`, as one item each.
  private var parted: Formula {
    let parts = items.split {
      if case .atom(let atom) = $0 { atom.text == "," } else { false }
    }
    guard parts.count > 1 else { return self }
    return .row(
      parts.map { $0.count == 1 ? $0[$0.startIndex] : .row(Array($0)) })
  }
}
