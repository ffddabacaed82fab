internal import Tensors

/// What to say about a wrong answer: in the course's own words, or by an id
/// whose words are in the lesson's feedback.
package indirect enum Remark: Sendable, Equatable {
  /// Words that fit any lesson.
  case words(String)

  /// A sentence of the lesson's feedback, by its id.
  case sentence(String, Values)

  /// A recognized mistake, by its key: `mean`, or `mean.logits` if the same
  /// mistake has another explanation.
  case mistake(String, Values)

  package static func sentence(_ id: String) -> Remark { .sentence(id, [:]) }

  package static func mistake(_ key: String) -> Remark { .mistake(key, [:]) }

  /// The id of the recognized mistake; nil if there is none.
  package var mistake: String? {
    if case .mistake(let key, _) = self { mistakeID(of: key) } else { nil }
  }

  /// The values that a sentence names, such as `["row": 2, "sum": 0.5]`.
  package struct Values: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    package enum Shown: Sendable, Equatable {
      case text(String)
      /// A sentence within a sentence.
      case remark(Remark)
    }

    private var values: [String: Shown]

    package init(dictionaryLiteral elements: (String, Any)...) {
      values = Dictionary(elements.map { ($0, Shown($1)) }) { $1 }
    }

    package subscript(_ name: String) -> Shown? { values[name] }

    /// These values and a remark as another one.
    func adding(_ name: String, _ remark: Remark) -> Self {
      var copy = self
      copy.values[name] = .remark(remark)
      return copy
    }
  }
}

extension Remark.Values.Shown {
  /// A value as it is shown; NaN has no sign.
  fileprivate init(_ value: Any) {
    self =
      switch value {
      case let remark as Remark: .remark(remark)
      case let number as Float: .text(shown(number))
      case let number as Double: .text(shown(number))
      case let numbers as [Float]: .text("\(numbers)")
      case let numbers as [Double]: .text("\(numbers)")
      default: .text("\(value)")
      }
  }
}

/// The id of a mistake, the same for all of its explanations: the part before
/// the dot in `mean.logits`.
package func mistakeID(of key: String) -> String {
  String(key.prefix { $0 != "." })
}
