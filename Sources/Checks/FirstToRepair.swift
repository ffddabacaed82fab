/// The id of the check whose failure a learner should see to first; nil where
/// nothing failed and everything is written.
///
/// A function that waits for another comes after it, and a whole training
/// after all. Of one function's failures the one that says most comes first:
/// a recognized mistake, a relation, whatever else.
package func firstToRepair(in checks: [CheckReport]) -> String? {
  let failed = checks.filter {
    ![.passed, .skipped, .notWritten].contains($0.status)
  }
  let ready = failed.filter { $0.blamed == nil }
  guard
    let first = ready.first(where: { !$0.triesAll }) ?? ready.first
      ?? failed.first
  else { return checks.first { $0.status == .notWritten }?.id }
  let own = failed.filter { $0.function == first.function }
  let named = own.first { $0.mistake != nil }
  return (named ?? own.first { $0.relation != nil } ?? first).id
}

extension CheckReport {
  /// Whether it tries all functions together, so that its failure may be due
  /// to any of them: such a check has more than one point.
  fileprivate var triesAll: Bool { maxPoints > 1 }
}
