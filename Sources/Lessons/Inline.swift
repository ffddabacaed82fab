/// A piece of running text.
package indirect enum Inline: Sendable, Equatable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  /// TeX between `` $` `` and `` `$ ``, exactly as it was written.
  case math(String, line: Int)
  case link([Inline], destination: String)
  case image(alternative: String, path: String)
  /// The end of a line of the source: a space to the reader.
  case softBreak
  case lineBreak
  /// A comment that says where the number before it comes from.
  case binding(Binding)
  /// A tag or a comment as it was written.
  case html(String)
}

extension [Inline] {
  /// The words alone, without any styling.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let words), .code(let words), .math(let words, _):
        text += words
      case .emphasis(let inner), .strong(let inner), .link(let inner, _):
        text += inner.plainText
      case .image(let alternative, _): text += alternative
      case .softBreak, .lineBreak: text += " "
      case .binding, .html: break
      }
    }
    return text
  }
}
