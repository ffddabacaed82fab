internal import FlyingFox
internal import FlyingSocks
internal import System

/// The changes of a page as server-sent events, without an end.
struct EventStream: AsyncBufferedSequence {
  typealias Element = UInt8

  let store: PageStore
  let page: String
  /// The number of the last change that the page has seen.
  let seen: UInt64
  let wakes: AsyncStream<Void>

  func makeAsyncIterator() -> Iterator {
    Iterator(
      store: store, page: page, seen: seen, heartbeats: store.heartbeats,
      wakes: wakes.makeAsyncIterator())
  }

  struct Iterator: AsyncBufferedIteratorProtocol {
    let store: PageStore
    let page: String
    var seen: UInt64
    var heartbeats: UInt64
    var wakes: AsyncStream<Void>.Iterator
    var hasBegun = false

    mutating func next() async -> UInt8? {
      // The server asks for buffers only.
      await nextBuffer(suggested: 1)?.first
    }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
      guard hasBegun else {
        hasBegun = true
        return Array("retry: 1000\nevent: run\ndata: \(store.run)\n\n".utf8)
      }
      while await wakes.next() != nil {
        let (changes, last) = store.changes(of: page, after: seen)
        if !changes.isEmpty {
          seen = last
          return Array(text(of: changes).utf8)
        }
        let now = store.heartbeats
        if now != heartbeats {
          heartbeats = now
          return Array(": still here\n\n".utf8)
        }
      }
      return nil
    }

    private func text(of changes: [PageStore.Change]) -> String {
      var events = changes.map { change in
        switch change.contents {
        case .markup(let html):
          "event: patch\ndata: \(json(["id": change.id, "html": html]))\n"
        case .texts(let version):
          "event: texts\ndata: \(version)\n"
        case .answers(let answers):
          "event: answers\ndata: \(json(answers))\n"
        }
      }
      // Only after the last event has everything up to its number been told.
      events[events.count - 1] += "id: \(store.run)-\(seen)\n"
      return events.joined(separator: "\n") + "\n"
    }
  }
}

private func json(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  let data = (try? encoder.encode(value)) ?? Data("{}".utf8)
  return String(decoding: data, as: UTF8.self)
}
