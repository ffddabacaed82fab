internal import Synchronization
internal import System

/// What the elements of the pages show now.
///
/// Every change has a number, so that a page that reconnects gets exactly what
/// it missed. Only the latest contents of each element are kept, so a slow page
/// costs no memory.
final class PageStore: Sendable {
  enum Contents: Sendable, Equatable {
    /// Markup that replaces what an element contains.
    case markup(String)
    /// The questions answered so far: whether the first answer was right.
    case answers([String: Bool])
    /// The version of the lessons' texts; a page of another one loads again.
    case texts(String)
  }

  struct Change: Sendable {
    var id: String
    var contents: Contents
  }

  private struct Entry {
    var number: UInt64
    var contents: Contents
  }

  private struct State {
    var number: UInt64 = 0
    var heartbeats: UInt64 = 0
    var pages: [String: [String: Entry]] = [:]
    var subscribers: [UInt64: AsyncStream<Void>.Continuation] = [:]
    var nextSubscriber: UInt64 = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Tells this run of the server from others, whose numbers mean nothing.
  let run: String

  /// More pages than anybody has open.
  static let mostSubscribers = 100

  init(run: String) { self.run = run }

  /// Sets what an element of a page contains; the same again is no change.
  func update(_ contents: Contents, at id: String, of page: String) {
    state.withLock { state in
      guard state.pages[page]?[id]?.contents != contents else { return }
      state.number += 1
      state.pages[page, default: [:]][id] = Entry(
        number: state.number, contents: contents)
      for subscriber in state.subscribers.values { subscriber.yield() }
    }
  }

  /// Forgets an element that goes from the page with the one around it.
  func forget(_ id: String, of page: String) {
    state.withLock { _ = $0.pages[page]?.removeValue(forKey: id) }
  }

  /// What changed on a page after a number, the oldest first, and the number
  /// of the last change.
  func changes(
    of page: String, after number: UInt64
  ) -> (changes: [Change], last: UInt64) {
    state.withLock { state in
      let later = (state.pages[page] ?? [:]).filter { $0.value.number > number }
        .sorted { $0.value.number < $1.value.number }
      return (
        later.map { Change(id: $0.key, contents: $0.value.contents) },
        later.last?.value.number ?? number
      )
    }
  }

  /// Wakes every subscriber, so that it tells its page that it is still there.
  func heartbeat() {
    state.withLock { state in
      state.heartbeats += 1
      for subscriber in state.subscribers.values { subscriber.yield() }
    }
  }

  var heartbeats: UInt64 { state.withLock { $0.heartbeats } }

  /// A stream that says when to look for changes; nil if there are too many.
  func subscribe() -> AsyncStream<Void>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id: UInt64? = state.withLock { state in
      guard !state.isClosed, state.subscribers.count < Self.mostSubscribers
      else {
        return nil
      }
      state.nextSubscriber += 1
      state.subscribers[state.nextSubscriber] = continuation
      return state.nextSubscriber
    }
    guard let id else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.subscribers.removeValue(forKey: id) }
    }
    continuation.yield()
    return stream
  }

  /// Ends every stream.
  func close() {
    let subscribers = state.withLock { state in
      state.isClosed = true
      defer { state.subscribers = [:] }
      return Array(state.subscribers.values)
    }
    for subscriber in subscribers { subscriber.finish() }
  }
}
