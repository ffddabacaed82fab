extension Formula {
  /// Parses TeX; throws an error for anything outside the course's subset.
  package init(parsing source: String) throws(MathError) {
    var parser = Parser(source)
    self = try parser.row(depth: 0)
    if let stray = parser.peek {
      throw parser.mistake(
        "`\(stray)` matches nothing here", "add its counterpart or remove it")
    }
  }
}

/// Parses a formula from left to right.
struct Parser {
  /// Deeper than any formula a person would write, and safe for the stack.
  private static let deepest = 100

  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  /// The next token, after spaces and comments.
  var peek: String? {
    mutating get {
      skipSpace()
      guard position < scalars.count else { return nil }
      guard scalars[position] == "\\" else { return String(scalars[position]) }
      var end = position + 1
      while end < scalars.count, scalars[end].isLetter { end += 1 }
      if end == position + 1 { end = min(end + 1, scalars.count) }
      return String(String.UnicodeScalarView(scalars[position..<end]))
    }
  }

  mutating func next() -> String? {
    guard let token = peek else { return nil }
    position += token.unicodeScalars.count
    return token
  }

  func mistake(
    _ problem: String, _ remedy: String, at place: Int? = nil
  ) -> MathError {
    let before = scalars[..<min(place ?? position, scalars.count)]
    let line = before.count { $0 == "\n" } + 1
    let column =
      before.count - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
    return MathError(
      line: line, column: column, problem: problem, remedy: remedy)
  }

  private mutating func skipSpace() {
    while position < scalars.count {
      if scalars[position] == "%" {
        while position < scalars.count, scalars[position] != "\n" {
          position += 1
        }
      } else if scalars[position].properties.isWhitespace {
        position += 1
      } else {
        return
      }
    }
  }
}

// Rows and their elements.
extension Parser {
  private static let closers: Set<String> = [
    "}", "&", "\\\\", "\\end", "\\right",
  ]

  /// Reads up to a token that closes the row, or to the end.
  mutating func row(depth: Int) throws(MathError) -> Formula {
    var items: [Formula] = []
    while let token = peek, !Self.closers.contains(token) {
      items.append(try scripted(depth: depth))
    }
    return items.count == 1 ? items[0] : .row(items)
  }

  /// Reads an element with its subscript, superscript and primes.
  private mutating func scripted(depth: Int) throws(MathError) -> Formula {
    var base = Formula.row([])
    if let token = peek, token != "^", token != "_" {
      base = try element(depth: depth)
    }
    var sub: Formula?
    var sup: Formula?
    var primes: [Formula] = []
    scan: while let token = peek {
      switch token {
      case "\\limits", "\\nolimits": _ = next()
      case "_" where sub == nil:
        _ = next()
        sub = try argument(depth: depth)
      case "^" where sup == nil:
        _ = next()
        sup = try argument(depth: depth)
      case "'":
        _ = next()
        primes.append(.atom(Atom("′", spoken: "prime")))
      case "_", "^":
        throw mistake(
          "a second `\(token)` follows the first", "put braces around one")
      default: break scan
      }
    }
    if sub == nil, sup == nil, primes.isEmpty { return base }
    if let above = sup { primes.append(above) }
    if !primes.isEmpty { sup = primes.count > 1 ? .row(primes) : primes[0] }
    return .scripts(base, sub: sub, sup: sup)
  }

  /// Reads a group, a command, or one character.
  mutating func argument(depth: Int) throws(MathError) -> Formula {
    let place = position
    guard let token = peek, token == "{" || !Self.closers.contains(token)
    else {
      throw mistake("an argument is missing here", "write {…}", at: place)
    }
    if let digit = token.unicodeScalars.first, digit.isDigit {
      _ = next()
      return .atom(Atom(token, spoken: token))
    }
    return try element(depth: depth)
  }

  private mutating func element(depth: Int) throws(MathError) -> Formula {
    guard depth < Self.deepest else {
      throw mistake(
        "the formula is nested too deeply", "split it into two formulas")
    }
    let start = position
    guard let token = peek, let first = token.unicodeScalars.first else {
      throw mistake("an argument is missing here", "write {…}")
    }
    if first.isDigit { return number() }
    _ = next()
    if token == "{" { return try group(depth: depth, from: start) }
    if first == "\\", token != "\\" {
      return try command(
        String(token.dropFirst()), depth: depth + 1, from: start)
    }
    if token == "~" { return .space(1) }
    if token == ":", peek == "=" {
      _ = next()
      return .atom(Atom("≔", spoken: "is defined as", role: .relation))
    }
    if let atom = Symbols.character(first) { return .atom(atom) }
    guard first.isLetter || first.value > 0x9F else {
      throw mistake(
        "`\(token)` has no meaning in a formula", "remove it", at: start)
    }
    return .atom(Atom(token, spoken: token))
  }

  /// Reads the contents of a group and its closing brace.
  private mutating func group(
    depth: Int, from start: Int
  ) throws(MathError) -> Formula {
    let inside = try row(depth: depth + 1)
    guard next() == "}" else {
      throw mistake("this brace is not closed", "add a }", at: start)
    }
    // Braces turn an operator into an ordinary atom: 10{,}000.
    guard case .atom(var atom) = inside, atom.role != .large,
      atom.role != .function
    else { return inside }
    atom.role = .ordinary
    return .atom(atom)
  }

  /// Reads digits with a decimal point and the commas of `10{,}000`.
  private mutating func number() -> Formula {
    var digits = ""
    while position < scalars.count {
      let ahead = scalars[position...].prefix(4)
      if scalars[position].isDigit {
        digits.unicodeScalars.append(scalars[position])
        position += 1
      } else if ahead.first == ".", ahead.dropFirst().first?.isDigit == true {
        digits += "."
        position += 1
      } else if ahead.starts(with: "{,}".unicodeScalars),
        ahead.last?.isDigit == true
      {
        digits += ","
        position += 3
      } else {
        break
      }
    }
    return .atom(Atom(digits, spoken: digits))
  }

  /// Reads the characters of `{…}` unchanged, up to the matching brace.
  mutating func rawArgument() throws(MathError) -> String {
    let start = position
    guard next() == "{" else {
      throw mistake("text in braces is missing here", "write {…}", at: start)
    }
    var text = String.UnicodeScalarView()
    var depth = 1
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if depth == 0 { return String(text) }
      text.append(scalar)
    }
    throw mistake("this brace is not closed", "add a }", at: start)
  }

  /// Reads `[…]` if it comes next.
  mutating func option() throws(MathError) -> String? {
    guard peek == "[" else { return nil }
    let start = position
    guard let end = scalars[start...].firstIndex(of: "]") else {
      throw mistake("this bracket is not closed", "add a ]")
    }
    position = end + 1
    return String(String.UnicodeScalarView(scalars[(start + 1)..<end]))
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isLetter: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
