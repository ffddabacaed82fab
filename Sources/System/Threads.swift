/// Runs something once on each of some threads of their own, and returns when
/// all have ended.
///
/// For work that blocks, and for what holds for one thread alone, such as its
/// restrictions, or that a child is killed when the thread that started it
/// ends. Returns an error number if a thread cannot be created; the others
/// have ended all the same.
package func onThreads(
  _ count: Int = 1, _ work: @Sendable (Int) -> Void
) -> Int32? {
  withoutActuallyEscaping(work) { work in
    var threads: [Identity] = []
    var failure: Int32?
    for number in 0..<count {
      let task = Unmanaged.passRetained(Task { work(number) })
      var thread = noThread
      let result = pthread_create(
        &thread, nil, { start($0) }, task.toOpaque())
      if result == 0 {
        threads.append(thread)
      } else {
        task.release()
        failure = result
      }
    }
    for thread in threads { join(thread) }
    return failure
  }
}

private final class Task {
  let work: () -> Void
  init(_ work: @escaping () -> Void) { self.work = work }
}

#if canImport(Darwin)
private typealias Identity = pthread_t?
private var noThread: Identity { nil }

private func join(_ thread: Identity) {
  if let thread { pthread_join(thread, nil) }
}

private func start(
  _ task: UnsafeMutableRawPointer
) -> UnsafeMutableRawPointer? {
  Unmanaged<Task>.fromOpaque(task).takeRetainedValue().work()
  return nil
}
#else
private typealias Identity = pthread_t
private var noThread: Identity { pthread_t() }

private func join(_ thread: Identity) { pthread_join(thread, nil) }

private func start(
  _ task: UnsafeMutableRawPointer?
) -> UnsafeMutableRawPointer? {
  if let task {
    Unmanaged<Task>.fromOpaque(task).takeRetainedValue().work()
  }
  return nil
}
#endif
