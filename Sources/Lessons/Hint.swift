/// A hint for a function that is not right yet.
///
/// The hints for a function are given one after another. Even the last one
/// only says how to think about the problem; it never shows the code.
package struct Hint: Sendable, Equatable {
  /// The full name of the function that it helps with.
  package let function: String

  /// The ids of the checks and mistakes it is for; empty if it is for any.
  package let occasions: [String]

  /// The hint, in Markdown.
  package let text: String

  package init(
    _ function: String, when occasions: [String] = [], _ text: String
  ) {
    self.function = function
    self.occasions = occasions
    self.text = text
  }
}

extension [Hint] {
  /// The hints for a function that failed, in the order in which to give them.
  ///
  /// `occasions` are the ids of the checks that failed and of the mistakes that
  /// were recognized. Hints for one of these come first, then hints for any
  /// occasion; hints for other occasions are left out.
  ///
  /// ```swift
  /// hints.helping("softmax(_:)", with: ["rows"])
  /// ```
  package func helping(
    _ function: String, with occasions: Set<String>
  ) -> [Hint] {
    let own = filter { $0.function == function }
    let fitting = own.filter { !occasions.isDisjoint(with: $0.occasions) }
    return fitting + own.filter(\.occasions.isEmpty)
  }
}
