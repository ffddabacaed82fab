/// All ways to change a function, each a list of edits; one of them makes a
/// mutant.
private let mutationOperators: [@Sendable (FunctionText) -> [Edit]] = [
  literalEdits, operatorEdits, nameEdits, callEdits, wrappingEdits,
  statementEdits, loopEdits, conditionEdits,
]

/// The mutants of every function of a file, each text once.
///
/// Whether they compile is not known here.
func mutants(of text: String) -> [Mutant] {
  var seen: Set<String> = [bareCode(text)]
  return FunctionText.all(in: text).flatMap { function in
    mutationOperators.flatMap { $0(function) }
      .compactMap { Mutant(function, $0) }
      .filter { seen.insert(bareCode($0.file)).inserted }
  }
}
