/// Makes the anchors of a page's headings as GitHub does.
struct Anchors {
  private var taken: [String: Int] = [:]

  /// Returns the next anchor for a heading with this text.
  ///
  /// Letters become lowercase and spaces become hyphens; everything else except
  /// digits, marks, hyphens and underscores is removed. The second heading with
  /// the same anchor gets `-1`, the third `-2`.
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
  /// Whether an id may contain this byte.
  var isAnchor: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether an ASCII identifier of Swift may contain this byte.
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
    // Otherwise its last line, `---`, would turn it into a heading.
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
