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
