/// A step of help for a function that is not right yet.
///
/// The hints of a function are given one after another; the last names the
/// line of thought, never the code.
package struct Hint: Sendable, Equatable {
  /// The full name of the function it helps with.
  package let function: String

  /// The checks and mistakes (by id) that call for it; empty for any.
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
  /// The hints for a function that failed, in the order they are given.
  ///
  /// `occasions` are the ids of the checks that failed and of the mistakes
  /// that were recognised. First come the hints that were written for one of
  /// them, then those for any; hints written for something else do not come.
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
