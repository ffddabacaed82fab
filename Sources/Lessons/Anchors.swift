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

/// The anchors of the headings of a page, which need not be a lesson.
package func anchors(ofMarkdown text: String) -> [String] {
  var text = text[...]
  let mark = "---\n"
  if text.hasPrefix(mark), let end = text.dropFirst(4).firstRange(of: mark) {
    // Its last line would make a heading of the front matter.
    text = text[end.upperBound...]
  }
  guard let document = try? Markdown(parsing: String(text)) else { return [] }
  var anchors = Anchors()
  return document.headings.map { anchors.next(for: $0) }
}

extension Markdown {
  /// The texts of the headings, in order.
  fileprivate var headings: [String] {
    if case .heading = kind { return [plainText] }
    return children.flatMap(\.headings)
  }

  private var plainText: String {
    switch kind {
    case .text, .code: literal
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}
