import Testing

@testable import Datasets

@Test func everyJobHasItsOutcome() {
  let worker = Worker { (n: Int) in n * n }
  for n in 0..<20_000 {
    worker.begin(n)
    #expect(worker.finish() == n * n)
  }
}

@Test func aWorkerThatIsLeftWithAJobLetsGoOfIt() async throws {
  final class Job: Sendable {}
  weak var last: Job?
  for n in 0..<200 {
    let worker = Worker { (job: Job) in job }
    let job = Job()
    last = job
    if !n.isMultiple(of: 3) { worker.begin(job) }
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
