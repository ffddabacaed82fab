/// The anchors of a page's headings, as GitHub makes them.
struct Anchors {
  private var taken: [String: Int] = [:]

  /// The next anchor for a heading of this text.
  ///
  /// Letters are made lowercase, spaces become hyphens, and whatever is
  /// neither a letter, a digit, a mark, a hyphen nor an underscore goes. The
  /// second heading of the same anchor gets `-1`, the third `-2`.
  mutating func next(for title: String) -> String {
    let base = Self.anchor(of: title)
    var anchor = base
    while taken[anchor] != nil {
      taken[base, default: 0] += 1
      anchor = "\(base)-\(taken[base, default: 0])"
    }
    taken[anchor] = 0
    return anchor
  }

  private static func anchor(of title: String) -> String {
    var anchor = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter,
        .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
        .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
        anchor.append(scalar)
      default:
        if scalar == " " || scalar == "-" { anchor.append("-") }
      }
    }
    return String(anchor)
  }
}

extension UInt8 {
  /// Whether an id may hold this byte.
  var isAnchor: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether a name in Swift may hold this byte.
  var isIdentifier: Bool {
    isAnchor && self != UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}
