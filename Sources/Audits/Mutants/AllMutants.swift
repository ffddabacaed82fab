/// The mutation operators: each lists edits of a function, and each edit makes
/// one mutant.
private let mutationOperators: [@Sendable (FunctionText) -> [Edit]] = [
  literalEdits, operatorEdits, nameEdits, callEdits, wrappingEdits,
  statementEdits, loopEdits, conditionEdits,
]

/// The mutants of every function in a file, without duplicates.
///
/// Not all of them compile.
func mutants(of text: String) -> [Mutant] {
  var seen: Set<String> = [bareCode(text)]
  return FunctionText.all(in: text).flatMap { function in
    mutationOperators.flatMap { $0(function) }
      .compactMap { Mutant(function, $0) }
      .filter { seen.insert(bareCode($0.file)).inserted }
  }
}
