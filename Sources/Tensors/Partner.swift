import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A second thread that does one job at a time while the first does another.
///
/// A step of training takes some 100 microseconds, and waking a thread that
/// sleeps can take half as long; so each of the two watches for the other for
/// a moment before it goes to sleep.
package final class Partner<Job: Sendable, Outcome: Sendable>: Sendable {
  private let shared = Exchange<Job, Outcome>()

  /// A partner that knows how to do one kind of job.
  package init(_ work: @escaping @Sendable (Job) -> Outcome) {
    DispatchQueue(label: "partner").async { [shared] in
      while let job = shared.takeJob() { shared.give(work(job)) }
    }
  }

  deinit { shared.giveJob(nil) }

  /// Hands over a job; the one before must have been finished.
  package func begin(_ job: Job) { shared.giveJob(job) }

  /// Waits for what has become of the job.
  package func finish() -> Outcome { shared.takeOutcome() }
}

/// Where the two threads meet.
private final class Exchange<Job: Sendable, Outcome: Sendable>: Sendable {
  private let job = Mutex<Job?>(nil)
  private let outcome = Mutex<Outcome?>(nil)
  private let jobIsThere = Baton()
  private let outcomeIsThere = Baton()

  func giveJob(_ newJob: Job?) {
    job.withLock { $0 = newJob }
    jobIsThere.pass()
  }

  /// The next job, or `nil` when there will be none.
  func takeJob() -> Job? {
    jobIsThere.take()
    return job.withLock { $0.take() }
  }

  func give(_ result: Outcome) {
    outcome.withLock { $0 = result }
    outcomeIsThere.pass()
  }

  func takeOutcome() -> Outcome {
    outcomeIsThere.take()
    guard let result = outcome.withLock({ $0.take() }) else {
      stop("Partner", "no outcome", "each job is finished once")
    }
    return result
  }
}

/// A semaphore that is watched for a while before its thread goes to sleep.
private final class Baton: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let passes = Atomic<Int>(0)

  func pass() {
    semaphore.signal()
    passes.add(1, ordering: .releasing)
  }

  func take() {
    let deadline = ContinuousClock.now + .microseconds(200)
    while passes.load(ordering: .acquiring) <= 0, ContinuousClock.now < deadline
    {
      sched_yield()
    }
    semaphore.wait()
    passes.subtract(1, ordering: .acquiringAndReleasing)
  }
}

/// Runs `body` on both halves of `0..<count`, on two threads.
package func inHalves<Outcome: Sendable>(
  _ count: Int, _ body: @Sendable (Range<Int>) -> Outcome
) -> (Outcome, Outcome) {
  let halves = [0..<count / 2, count / 2..<count]
  let outcomes = Mutex<[Outcome?]>([nil, nil])
  DispatchQueue.concurrentPerform(iterations: 2) { i in
    let outcome = body(halves[i])
    outcomes.withLock { $0[i] = outcome }
  }
  let both = outcomes.withLock { $0 }
  guard let first = both[0], let second = both[1] else {
    stop("inHalves", "a missing outcome", "both halves must have run")
  }
  return (first, second)
}
