internal import Dispatch
internal import Synchronization

/// A value that one task puts and the main thread waits for.
final class FirstValue: Sendable {
  private let value = Mutex<String?>(nil)
  private let isThere = DispatchSemaphore(value: 0)

  func update(_ value: String?) {
    self.value.withLock { $0 = value }
    isThere.signal()
  }

  func wait() -> String? {
    isThere.wait()
    return value.withLock { $0 }
  }
}
