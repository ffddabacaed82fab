/// A formula as a tree, which can be written in characters or spoken.
package indirect enum Formula: Sendable, Equatable {
  case row([Formula])
  case atom(Atom)
  /// Running text within the formula.
  case words(String)
  case fraction(Formula, over: Formula)
  case root(Formula, index: Formula?)
  case scripts(Formula, sub: Formula?, sup: Formula?)
  case accent(Accent, Formula)
  /// Brackets as tall as their contents; an empty one is not drawn.
  case fenced(String, Formula, String)
  case grid(Grid)
  /// A gap of this many columns.
  case space(Int)
}

/// The smallest piece of a formula.
package struct Atom: Sendable, Equatable {
  /// The role of an atom, which decides the gaps beside it.
  package enum Role: Sendable {
    case ordinary
    /// A sum or product, whose limits are written above and below it.
    case large
    /// A named function such as log.
    case function
    case binary
    case relation
    case opening
    case closing
    case punctuation
  }

  package var text: String
  package var spoken: String
  package var role: Role

  package init(_ text: String, spoken: String, role: Role = .ordinary) {
    self.text = text
    self.spoken = spoken
    self.role = role
  }
}

/// A mark above a formula.
package enum Accent: String, Sendable, CaseIterable {
  case hat
  case bar
  case tilde
  case vec
  case dot
  case ddot
}

/// Cells in rows and columns.
package struct Grid: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// Rows of a derivation, aligned at each `&`.
    case aligned
    case matrix(open: String, close: String)
    case cases
    /// A binomial coefficient, in two rows.
    case binomial
  }

  package var kind: Kind
  package var rows: [[Formula]]
}
