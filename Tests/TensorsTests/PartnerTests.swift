import Testing

@testable import Tensors

@Test func everyJobHasItsOutcome() {
  let partner = Partner { (n: Int) in n * n }
  for n in 0..<20_000 {
    partner.begin(n)
    #expect(partner.finish() == n * n)
  }
}

@Test func aPartnerThatIsLeftWithAJobLetsGoOfIt() async throws {
  final class Job: Sendable {}
  weak var last: Job?
  for n in 0..<200 {
    let partner = Partner { (job: Job) in job }
    let job = Job()
    last = job
    if !n.isMultiple(of: 3) { partner.begin(job) }
  }
  // Its thread may still be at work for a moment.
  for _ in 0..<200 where last != nil {
    try await Task.sleep(for: .milliseconds(10))
  }
  #expect(last == nil)
}

@Test func bothHalvesAreDone() {
  let (first, second) = inHalves(7) { $0.reduce(0, +) }
  #expect(first == 0 + 1 + 2 && second == 3 + 4 + 5 + 6)
}
