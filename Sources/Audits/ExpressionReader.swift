internal import Maths

extension Expression {
  /// Parses a grouped formula.
  ///
  /// Throws if the formula is ambiguous, as `a / b c` and `a 2` are. The body
  /// of a sum extends to the next plus or minus. The argument of a function is
  /// the expression in parentheses right after it or, without parentheses, all
  /// factors up to the next operation or function.
  init(
    _ formula: Formula, meanings: Meanings, bound: Set<String>
  ) throws(Unevaluated) {
    var reader = ExpressionReader(formula, meanings, bound)
    self = try reader.sum()
    if let stray = reader.next { throw reader.unknown(stray) }
  }
}

/// Reads the items of a row from left to right.
private struct ExpressionReader {
  private let meanings: Meanings
  private var items: ArraySlice<Formula>
  /// The index letters that have a value here, from a sum or a free index.
  private var bound: Set<String>

  init(_ formula: Formula, _ meanings: Meanings, _ bound: Set<String>) {
    self.meanings = meanings
    self.bound = bound
    items = formula.items.flatMap(\.withPowerApart)[...]
  }

  var next: Formula? { items.first }

  func unknown(_ formula: Formula) -> Unevaluated {
    let text = inline(formula)
    guard case .atom(let atom) = formula, atom.role != .ordinary else {
      return Unevaluated(
        problem: "\(text) has no value",
        remedy: "correct it, or add it to the letters of the derivation")
    }
    return Unevaluated(problem: "\(text) cannot be evaluated here")
  }

  private func read(_ formula: Formula) throws(Unevaluated) -> Expression {
    try Expression(formula, meanings: meanings, bound: bound)
  }

  private mutating func take(_ text: String) -> Bool {
    guard next?.isAtom(text) == true else { return false }
    items.removeFirst()
    return true
  }

  /// Takes a sign; true for a minus, nil if there is no sign.
  private mutating func sign() -> Bool? {
    take("−") ? true : take("+") ? false : nil
  }
}

// Sums of products of factors.
extension ExpressionReader {
  mutating func sum() throws(Unevaluated) -> Expression {
    var terms: [Expression] = []
    var sign = sign() ?? false
    while true {
      let term = try product()
      terms.append(sign ? .negative(term) : term)
      guard let another = self.sign() else { break }
      sign = another
    }
    return terms.count == 1 ? terms[0] : .sum(terms)
  }

  private var isAtEndOfTerm: Bool {
    guard case .atom(let atom)? = next else { return next == nil }
    return "+−".contains(atom.text) || atom.role == .relation
      || atom.role == .punctuation
  }

  private mutating func product() throws(Unevaluated) -> Expression {
    var result = try factor()
    var isAfterSlash = false
    while !isAtEndOfTerm {
      if take("·") || take("×") || take("∗") {
        let isNegative = sign() ?? false
        let right = try factor()
        result = .product(result, isNegative ? .negative(right) : right)
        isAfterSlash = false
      } else if take("/") {
        result = .quotient(result, try factor())
        isAfterSlash = true
      } else if isAfterSlash {
        throw Unevaluated(
          problem: "the factors after the / can be read in two ways",
          remedy: "use \\frac or parentheses")
      } else {
        result = .product(result, try besides())
      }
    }
    return result
  }

  /// A factor that follows another without a multiplication sign.
  private mutating func besides() throws(Unevaluated) -> Expression {
    if next?.isNumeral == true {
      throw Unevaluated(
        problem: "a number follows a factor",
        remedy: "put it first, or write \\cdot before it")
    }
    return try factor()
  }

  private mutating func factor() throws(Unevaluated) -> Expression {
    var result = try primary()
    while case .scripts(.row([]), nil, let power?)? = next {
      items.removeFirst()
      result = .power(result, try read(power))
    }
    return result
  }

  private mutating func primary() throws(Unevaluated) -> Expression {
    guard let item = next else {
      throw Unevaluated(
        problem: "an expression is missing", remedy: "write one")
    }
    // A bound letter shadows a name.
    if case .atom(let atom) = item, bound.contains(atom.text) {
      items.removeFirst()
      return .index(atom.text)
    }
    if let name = try name() { return name }
    items.removeFirst()
    if let number = item.number { return .number(number) }
    switch item {
    case .atom(let atom) where atom.role == .function:
      return try function(atom.text)
    case .scripts(.atom(let atom), let sub?, let sup)
    where Expression.Fold(rawValue: atom.text) != nil:
      return try fold(atom, sub, sup)
    case .scripts(.fenced("‖", let inside, "‖"), let sub, nil)
    where sub?.isAtom("2") ?? true:
      return try norm(of: inside)
    case .fraction(let above, let below):
      if let top = above.items.first, top.isAtom("∂") {
        return try slope(above.items.dropFirst(), below)
      }
      return .quotient(try read(above), try read(below))
    case .root(let inside, let index):
      let degree = try index.map { (index) throws(Unevaluated) in
        try read(index)
      }
      let one = Expression.number(1)
      return .power(try read(inside), .quotient(one, degree ?? .number(2)))
    case .fenced("‖", let inside, "‖"): return try norm(of: inside)
    case .fenced("|", let inside, "|"):
      return .function(.absolute, [try read(inside)])
    case .fenced(let open, let inside, let close)
    where ["()", "[]", "{}"].contains(open + close):
      return try read(inside)
    case .row: return try read(item)
    default: throw unknown(item)
    }
  }
}

// Names, functions, sums and derivatives.
extension ExpressionReader {
  private mutating func name() throws(Unevaluated) -> Expression? {
    guard let found = meanings.match(items) else { return nil }
    items = items.dropFirst(found.length)
    var indices: [Expression] = []
    for index in found.indices { indices.append(try read(index)) }
    return .name(found.meaning, indices)
  }

  private func norm(of inside: Formula) throws(Unevaluated) -> Expression {
    guard let meaning = meanings.whole(inside) else { throw unknown(inside) }
    return .norm(meaning)
  }

  private mutating func function(
    _ name: String
  ) throws(Unevaluated) -> Expression {
    guard let function = Expression.Function(rawValue: name) else {
      throw Unevaluated(problem: "the function \(name) is not known")
    }
    guard case .fenced("(", let inside, ")")? = next else {
      return .function(function, [try argument()])
    }
    items.removeFirst()
    var arguments: [Expression] = []
    let parts = inside.items.split(omittingEmptySubsequences: false) {
      $0.isAtom(",")
    }
    for part in parts { arguments.append(try read(.row(Array(part)))) }
    guard arguments.count == 1 || function == .max || function == .min else {
      throw Unevaluated(
        problem: "\(name) is given \(arguments.count) arguments",
        remedy: "give it one")
    }
    return .function(function, arguments)
  }

  /// An argument without parentheses: the factors up to the next operation or
  /// function.
  private mutating func argument() throws(Unevaluated) -> Expression {
    var result = try factor()
    while !isAtEndOfTerm, let item = next {
      if case .atom(let atom) = item,
        atom.role == .function || "·×∗/".contains(atom.text)
      {
        break
      }
      result = .product(result, try besides())
    }
    return result
  }

  /// A sum, product or extremum, whose operator has been read.
  private mutating func fold(
    _ atom: Atom, _ sub: Formula, _ sup: Formula?
  ) throws(Unevaluated) -> Expression {
    let items = sub.items
    guard let fold = Expression.Fold(rawValue: atom.text),
      case .atom(let letter)? = items.first
    else { throw unknown(.scripts(.atom(atom), sub: sub, sup: sup)) }
    let bounds: (from: Expression, through: Expression)
    if items.count > 2, items[1].isAtom("="), let sup {
      bounds = (try read(.row(Array(items.dropFirst(2)))), try read(sup))
    } else if items.count == 1, sup == nil,
      let range = meanings.indices[letter.text]
    {
      bounds = (
        .number(Double(range.lowerBound)), .number(Double(range.upperBound))
      )
    } else {
      throw Unevaluated(
        problem: "the range of \(inline(sub)) is not known",
        remedy: "write both bounds, or add the letter to the indices of the "
          + "derivation")
    }
    let outside = bound
    bound.insert(letter.text)
    defer { bound = outside }
    let body = fold == .sum || fold == .product ? try product() : try argument()
    return .fold(
      fold, letter.text, from: bounds.from, through: bounds.through, body)
  }

  /// The derivative of the expression in the numerator or, if there is none,
  /// of the rest of the term.
  private mutating func slope(
    _ above: ArraySlice<Formula>, _ below: Formula
  ) throws(Unevaluated) -> Expression {
    guard below.items.first?.isAtom("∂") == true else { throw unknown(below) }
    let variable = Formula.row(Array(below.items.dropFirst()))
    guard case .name(let meaning, let indices) = try read(variable) else {
      throw unknown(variable)
    }
    let inside =
      try above.isEmpty ? product() : read(.row(Array(above)))
    return .slope(inside, along: meaning, indices)
  }
}

extension Formula {
  fileprivate var isNumeral: Bool {
    if case .atom(let atom) = self {
      atom.text.first?.isNumber == true
    } else {
      false
    }
  }

  /// The number that an atom stands for; a numeral may contain thousands
  /// separators.
  fileprivate var number: Double? {
    guard case .atom(let atom) = self else { return nil }
    switch atom.text {
    case "π": return .pi
    case "e": return 2.718281828459045
    default:
      guard isNumeral else { return nil }
      return Double(atom.text.filter { $0 != "," })
    }
  }

  /// The base and its exponent as two items; primes and stars stay with the
  /// base.
  fileprivate var withPowerApart: [Formula] {
    guard case .scripts(let base, let sub, let sup?) = self, base != .row([])
    else { return [self] }
    if case .atom(let atom) = base,
      atom.role == .large || atom.role == .function
    {
      return [self]
    }
    let marks = sup.items.prefix { $0.isAtom("′") || $0.isAtom("∗") }
    let power = sup.items.dropFirst(marks.count)
    guard !power.isEmpty else { return [self] }
    let mark = marks.count == 1 ? marks.first : .row(Array(marks))
    let named =
      sub == nil && marks.isEmpty
      ? base : Formula.scripts(base, sub: sub, sup: marks.isEmpty ? nil : mark)
    let raised = power.count == 1 ? power.first : .row(Array(power))
    return [named, .scripts(.row([]), sub: nil, sup: raised)]
  }
}
