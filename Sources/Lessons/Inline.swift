/// A position in a lesson's file.
///
/// All places are equal, so that comparing texts compares only their words.
package struct Place: Sendable, Equatable {
  package var line = 0
  /// The byte within the line, counted from 1.
  package var column = 0

  package init() {}

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place that is this many bytes further along the line.
  package func advanced(by bytes: Int) -> Place {
    Place(line: line, column: column + bytes)
  }

  package static func == (left: Place, right: Place) -> Bool { true }
}

/// A piece of running text.
package indirect enum Inline: Sendable, Equatable {
  case text(String, at: Place = Place())
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  /// The TeX between `` $` `` and `` `$ ``, exactly as it was written.
  case math(String, line: Int)
  case link([Inline], destination: String, at: Place = Place())
  case image(alternative: String, path: String, at: Place = Place())
  /// The end of a line in the source, shown as a space.
  case softBreak
  case lineBreak
  /// A comment that says where the number before it comes from.
  case binding(Binding)
  /// An HTML tag or comment as it was written.
  case html(String, at: Place = Place())
}

extension [Inline] {
  /// The text without any styling.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let words, _), .code(let words), .math(let words, _):
        text += words
      case .emphasis(let inner), .strong(let inner), .link(let inner, _, _):
        text += inner.plainText
      case .image(let alternative, _, _): text += alternative
      case .softBreak, .lineBreak: text += " "
      case .binding, .html: break
      }
    }
    return text
  }
}
