internal import Dispatch
internal import Synchronization
internal import Tensors

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A second thread that does one job at a time while the first thread does
/// another.
///
/// A training step takes about 100 microseconds, and waking a sleeping thread
/// can take half as long, so each thread polls for a moment before it sleeps.
/// If the second thread has not started a job when the first needs its outcome,
/// the first thread does the job itself, so that on a busy machine nothing
/// waits for a thread that is not running.
package final class Worker<Job: Sendable, Outcome: Sendable>: Sendable {
  private let work: @Sendable (Job) -> Outcome
  private let exchange = Exchange<Job, Outcome>()

  /// A worker that does jobs with the given function.
  package init(_ work: @escaping @Sendable (Job) -> Outcome) {
    self.work = work
    DispatchQueue(label: "worker").async { [exchange] in
      exchange.serve(work)
    }
  }

  deinit { exchange.end() }

  /// Hands over a job; the previous one must have been finished.
  package func begin(_ job: Job) { exchange.give(job) }

  /// The outcome of the job, which runs here if the worker has not started it.
  package func finish() -> Outcome {
    if let job = exchange.takeBack() { return work(job) }
    return exchange.outcome()
  }
}

/// The state that the two threads share.
private final class Exchange<Job: Sendable, Outcome: Sendable>: Sendable {
  private enum Content: Sendable {
    case nothing
    case job(Job)
    case outcome(Outcome)
    case end
  }

  private let content = Mutex(Content.nothing)
  private let jobIsThere = Baton()
  private let outcomeIsThere = Baton()

  func give(_ job: Job) {
    content.withLock { $0 = .job(job) }
    jobIsThere.pass()
  }

  func end() {
    content.withLock { $0 = .end }
    jobIsThere.pass()
  }

  /// The job, unless it has been started.
  func takeBack() -> Job? {
    content.withLock { content in
      guard case .job(let job) = content else { return nil }
      content = .nothing
      return job
    }
  }

  func outcome() -> Outcome {
    outcomeIsThere.take(watching: true)
    let content = content.withLock { content in
      defer { content = .nothing }
      return content
    }
    guard case .outcome(let outcome) = content else {
      stop("Worker", "no outcome", "finish each job only once")
    }
    return outcome
  }

  /// Does the jobs that are given and not taken back, until the end.
  ///
  /// If this thread was too late for a job, it may share a core with the other
  /// thread. Then it sleeps at once, and the system can wake it on a free core.
  func serve(_ work: (Job) -> Outcome) {
    var isInTime = false
    while true {
      jobIsThere.take(watching: isInTime)
      isInTime = false
      if let job = takeBack() {
        isInTime = true
        let outcome = work(job)
        let isOver = content.withLock { content in
          if case .end = content { return true }
          content = .outcome(outcome)
          return false
        }
        if isOver { return }
        outcomeIsThere.pass()
      } else if content.withLock({ if case .end = $0 { true } else { false } })
      {
        return
      }
    }
  }
}

/// A semaphore that is polled for a while before its thread sleeps.
private final class Baton: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let passes = Atomic<Int>(0)

  func pass() {
    semaphore.signal()
    passes.add(1, ordering: .releasing)
  }

  func take(watching: Bool) {
    let deadline = ContinuousClock.now + .microseconds(watching ? 200 : 0)
    while passes.load(ordering: .acquiring) <= 0, ContinuousClock.now < deadline
    {
      sched_yield()
    }
    semaphore.wait()
    passes.subtract(1, ordering: .acquiringAndReleasing)
  }
}

/// Runs `body` on both halves of `0..<count`, in two threads.
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
