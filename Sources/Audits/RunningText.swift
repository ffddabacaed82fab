internal import Lessons

/// Running text as one string, in which everything but words, such as code or
/// a formula, is replaced by a single character.
struct RunningText {
  private var text = ""
  /// The byte offset at which each piece of text begins, and its place in the
  /// file.
  private var pieces: [(start: Int, place: Place)] = []
  private var bindings: [Binding] = []

  init(_ inlines: [Inline]) {
    for inline in inlines.flattened {
      switch inline {
      case .text(let words, let place):
        pieces.append((text.utf8.count, place))
        text += words
      case .softBreak, .lineBreak: text += "\n"
      case .emphasis, .strong, .link: break
      case .binding(let binding):
        bindings.append(binding)
        text += "\0"
      case .code, .math, .image, .html: text += "\u{FFFC}"
      }
    }
  }

  private func place(of part: Substring) -> Place {
    let start = text.utf8.distance(from: text.startIndex, to: part.startIndex)
    guard let piece = pieces.last(where: { $0.start <= start }) else {
      return Place()
    }
    return piece.place.advanced(by: start - piece.start)
  }

  /// The numbers that are not part of a name or URL, with the sources that the
  /// comments after them give.
  var numerals: [Numeral] {
    let token =
      #/
      https?://\S+ | \p{L}\w*[.+\-−]? | \.\.+ | (?<comment>\0)
      | (?<digits> [+\-−]? \.? [0-9]+ (?: [.,] [0-9]+)*
          (?: [eE][+\-−]?[0-9]+)?)
        (?<percent> pp (?!\p{L}) | \s*(?: % | (?i: per\s?cent)))? [+\-−]?
      /#
    var numerals: [Numeral] = []
    var sources = bindings[...]
    for match in text.matches(of: token) {
      if match.comment != nil {
        let source = sources.popFirst()?.source
        if let last = numerals.indices.last { numerals[last].source = source }
      } else if let digits = match.digits {
        numerals.append(
          Numeral(
            digits: String(digits), percent: String(match.percent ?? ""),
            place: place(of: digits)))
      }
    }
    return numerals
  }

  /// The links `[text][label]` whose label is not defined; CommonMark treats
  /// them as plain text.
  var undefinedLinks: [(label: String, place: Place)] {
    text.matches(of: /([^\[\]]*)\]\[([^\[\]]*)\]/).compactMap { match in
      let label = match.2.isEmpty ? match.1 : match.2
      // `[2][3]` is not meant as a link.
      guard label.contains(where: \.isLetter) else { return nil }
      return (label.lowercased(), place(of: label))
    }
  }
}

extension Lesson {
  /// The numbers in the running text.
  var numerals: [Numeral] {
    blocks.flattened.flatMap { block in
      let isExempt =
        switch block {
        case .heading, .quiz: true
        default: false
        }
      return block.texts.flatMap { RunningText($0).numerals }.map {
        var numeral = $0
        numeral.isExempt = isExempt
        return numeral
      }
    }
  }
}
