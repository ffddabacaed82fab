/// The id of the check whose failure a learner should see to first; nil where
/// nothing failed and everything is written.
///
/// A function that waits for another comes after it. Of one function's
/// failures the one that says most comes first: a recognized mistake, a
/// relation, whatever else.
package func firstToRepair(in checks: [CheckReport]) -> String? {
  let failed = checks.filter {
    ![.passed, .skipped, .notWritten].contains($0.status)
  }
  guard let first = failed.first(where: { $0.blamed == nil }) ?? failed.first
  else { return checks.first { $0.status == .notWritten }?.id }
  let own = failed.filter { $0.function == first.function }
  return
    (own.first { $0.mistake != nil } ?? own.first { $0.relation != nil }
    ?? first).id
}
