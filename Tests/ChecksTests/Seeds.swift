import Foundation

/// The seeds of a search over wrong answers.
///
/// `swift test` tries a tenth of them.
/// `ALL_SEEDS=1 swift test --filter ChecksTests` tries all: those for which
/// the bounds are promised.
func seeds(_ count: UInt64) -> ClosedRange<UInt64> {
  let all = ProcessInfo.processInfo.environment["ALL_SEEDS"] != nil
  return 1...(all ? count : count / 10)
}
