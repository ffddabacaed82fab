import Testing

@testable import WebCommands

struct PageStoreTests {
  @Test func aPageHearsWhatItMissedAndOnlyThat() {
    let store = PageStore(run: "a")
    store.update(.markup("one"), at: "x", of: "page")
    store.update(.markup("two"), at: "y", of: "page")
    store.update(.markup("other"), at: "x", of: "elsewhere")
    let (first, last) = store.changes(of: "page", after: 0)
    #expect(first.map(\.id) == ["x", "y"])
    #expect(store.changes(of: "page", after: last).changes.isEmpty)

    store.update(.markup("three"), at: "x", of: "page")
    let (later, _) = store.changes(of: "page", after: last)
    #expect(later.map(\.id) == ["x"])
    #expect(later.map(\.contents) == [.markup("three")])
  }

  @Test func thePlaceKeepsItsLatestContentsAlone() {
    let store = PageStore(run: "a")
    for number in 0..<1_000 {
      store.update(.markup("\(number)"), at: "x", of: "page")
    }
    let (changes, _) = store.changes(of: "page", after: 0)
    #expect(changes.map(\.contents) == [.markup("999")])
  }

  @Test func theSameAgainIsNoChange() {
    let store = PageStore(run: "a")
    store.update(.markup("one"), at: "x", of: "page")
    let last = store.changes(of: "page", after: 0).last
    store.update(.markup("one"), at: "x", of: "page")
    #expect(store.changes(of: "page", after: last).changes.isEmpty)
  }

  @Test func listenersWakeAndAreBounded() async throws {
    let store = PageStore(run: "a")
    var streams: [AsyncStream<Void>] = []
    while let stream = store.subscribe() { streams.append(stream) }
    #expect(streams.count == PageStore.mostSubscribers)
    var wakes = streams[0].makeAsyncIterator()
    #expect(await wakes.next() != nil)
    store.update(.markup("one"), at: "x", of: "page")
    #expect(await wakes.next() != nil)
    store.close()
    #expect(await wakes.next() == nil)
    #expect(store.subscribe() == nil)
  }

  @Test func eventsAreNumberedAndResume() async throws {
    let store = PageStore(run: "run7")
    store.update(.markup("a \"b\"\n<i>"), at: "x", of: "page")
    let wakes = try #require(store.subscribe())
    var events = EventStream(store: store, page: "page", seen: 0, wakes: wakes)
      .makeAsyncIterator()
    var text = ""
    for _ in 0..<2 {
      let bytes = try #require(await events.nextBuffer(suggested: 4_096))
      text += String(decoding: bytes, as: UTF8.self)
    }
    // By the specification of server-sent events: fields on lines of their
    // own, an empty line after each event, no line break within the data.
    let blocks = text.split(separator: "\n\n")
    #expect(blocks.count == 2)
    #expect(blocks[0].contains("event: run\ndata: run7"))
    let lines = blocks[1].split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != ":" } } == ["event", "data", "id"])
    #expect(lines[2] == "id: run7-1")
  }
}
