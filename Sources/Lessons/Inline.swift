/// Where something begins in a lesson's file.
///
/// It is no part of what is said: all places are equal, so that texts are
/// compared by their words.
package struct Place: Sendable, Equatable {
  package var line = 0
  /// In bytes, from 1.
  package var column = 0

  package init() {}

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of what stands so many bytes further on the line.
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
  /// TeX between `` $` `` and `` `$ ``, exactly as it was written.
  case math(String, line: Int)
  case link([Inline], destination: String, at: Place = Place())
  case image(alternative: String, path: String, at: Place = Place())
  /// The end of a line of the source: a space to the reader.
  case softBreak
  case lineBreak
  /// A comment that says where the number before it comes from.
  case binding(Binding)
  /// A tag or a comment as it was written.
  case html(String, at: Place = Place())
}

extension [Inline] {
  /// The words alone, without any styling.
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
