import Testing

@testable import WebCommands

struct BoardTests {
  @Test func aPageHearsWhatItMissedAndOnlyThat() {
    let board = Board(run: "a")
    board.put(.markup("one"), at: "x", of: "page")
    board.put(.markup("two"), at: "y", of: "page")
    board.put(.markup("other"), at: "x", of: "elsewhere")
    let (first, last) = board.changes(of: "page", after: 0)
    #expect(first.map(\.place) == ["x", "y"])
    #expect(board.changes(of: "page", after: last).changes.isEmpty)

    board.put(.markup("three"), at: "x", of: "page")
    let (later, _) = board.changes(of: "page", after: last)
    #expect(later.map(\.place) == ["x"])
    #expect(later.map(\.contents) == [.markup("three")])
  }

  @Test func thePlaceKeepsItsLatestContentsAlone() {
    let board = Board(run: "a")
    for number in 0..<1_000 {
      board.put(.markup("\(number)"), at: "x", of: "page")
    }
    let (changes, _) = board.changes(of: "page", after: 0)
    #expect(changes.map(\.contents) == [.markup("999")])
  }

  @Test func theSameAgainIsNoChange() {
    let board = Board(run: "a")
    board.put(.markup("one"), at: "x", of: "page")
    let last = board.changes(of: "page", after: 0).last
    board.put(.markup("one"), at: "x", of: "page")
    #expect(board.changes(of: "page", after: last).changes.isEmpty)
  }

  @Test func listenersWakeAndAreBounded() async throws {
    let board = Board(run: "a")
    var streams: [AsyncStream<Void>] = []
    while let stream = board.listen() { streams.append(stream) }
    #expect(streams.count == Board.mostListeners)
    var wakes = streams[0].makeAsyncIterator()
    #expect(await wakes.next() != nil)
    board.put(.markup("one"), at: "x", of: "page")
    #expect(await wakes.next() != nil)
    board.close()
    #expect(await wakes.next() == nil)
    #expect(board.listen() == nil)
  }

  @Test func eventsAreNumberedAndResume() async throws {
    let board = Board(run: "run7")
    board.put(.markup("a \"b\"\n<i>"), at: "x", of: "page")
    let wakes = try #require(board.listen())
    var events = EventStream(board: board, page: "page", seen: 0, wakes: wakes)
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
