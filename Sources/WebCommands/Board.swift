internal import Synchronization
internal import System

/// What the places of the pages show now.
///
/// Every change has a number, so that a page that was away hears what it
/// missed, and only that. A place keeps its latest contents alone: a slow page
/// costs no memory.
final class Board: Sendable {
  enum Contents: Sendable, Equatable {
    /// Markup that replaces what a place shows.
    case markup(String)
    /// The questions answered so far: whether the first answer was right.
    case answers([String: Bool])
    /// The version of the lessons' texts; a page of another one loads again.
    case texts(String)
  }

  struct Change: Sendable {
    var place: String
    var contents: Contents
  }

  private struct Entry {
    var number: UInt64
    var contents: Contents
  }

  private struct State {
    var number: UInt64 = 0
    var beats: UInt64 = 0
    var pages: [String: [String: Entry]] = [:]
    var listeners: [UInt64: AsyncStream<Void>.Continuation] = [:]
    var nextListener: UInt64 = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Tells this run of the server from others, whose numbers mean nothing.
  let run: String

  /// More pages than anybody has open.
  static let mostListeners = 100

  init(run: String) { self.run = run }

  /// Shows something at a place of a page; the same again is no change.
  func put(_ contents: Contents, at place: String, of page: String) {
    state.withLock { state in
      guard state.pages[page]?[place]?.contents != contents else { return }
      state.number += 1
      state.pages[page, default: [:]][place] = Entry(
        number: state.number, contents: contents)
      for listener in state.listeners.values { listener.yield() }
    }
  }

  /// Forgets what a place shows, when the page forgets it, too.
  func forget(_ place: String, of page: String) {
    state.withLock { _ = $0.pages[page]?.removeValue(forKey: place) }
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
        later.map { Change(place: $0.key, contents: $0.value.contents) },
        later.last?.value.number ?? number
      )
    }
  }

  /// Wakes every listener, so that it tells its page that it is still there.
  func beat() {
    state.withLock { state in
      state.beats += 1
      for listener in state.listeners.values { listener.yield() }
    }
  }

  var beats: UInt64 { state.withLock { $0.beats } }

  /// A stream that says when to look for changes; nil if there are too many.
  func listen() -> AsyncStream<Void>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id: UInt64? = state.withLock { state in
      guard !state.isClosed, state.listeners.count < Self.mostListeners else {
        return nil
      }
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      return state.nextListener
    }
    guard let id else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
    }
    continuation.yield()
    return stream
  }

  /// Ends every stream.
  func close() {
    let listeners = state.withLock { state in
      state.isClosed = true
      defer { state.listeners = [:] }
      return Array(state.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }
}
