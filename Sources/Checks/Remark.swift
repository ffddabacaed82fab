internal import Tensors

/// What is said of a wrong answer: in the course's own words, or by an id
/// whose words stand in the lesson's feedback.
package indirect enum Remark: Sendable, Equatable {
  /// What can be said of an answer in any lesson.
  case words(String)

  /// A sentence of the lesson.
  case sentence(String, Values)

  /// A recognised mistake, by its key: `mean`, or `mean.logits` where the
  /// same mistake is explained in another way.
  case mistake(String, Values)

  package static func sentence(_ id: String) -> Remark { .sentence(id, [:]) }

  package static func mistake(_ key: String) -> Remark { .mistake(key, [:]) }

  /// The id of the recognised mistake; nil where none was.
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
  }
}

extension Remark.Values.Shown {
  /// A value as it is shown; NaN has no sign.
  fileprivate init(_ value: Any) {
    self =
      switch value {
      case let remark as Remark: .remark(remark)
      case let number as Float: .text("\(number)")
      case let number as Double: .text("\(number)")
      case let numbers as [Float]: .text("\(numbers)")
      case let numbers as [Double]: .text("\(numbers)")
      default: .text("\(value)")
      }
  }
}

/// The id of a mistake, the same for all of its explanations: what stands
/// before the dot in `mean.logits`.
package func mistakeID(of key: String) -> String {
  String(key.prefix { $0 != "." })
}
