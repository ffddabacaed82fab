import Testing

@testable import Grading

/// What cells print, cut into events in whatever pieces it comes.
struct CellStreamTests {
  private let printed = "\u{1E}one\n1\n\n\u{1E}two\nno end\u{1E}three\n中\n4"
  private let expected: [CellEvent] = [
    .began("one"), .line("1"), .line(""), .began("two"), .line("no end"),
    .began("three"), .line("中"), .line("4"),
  ]

  @Test(arguments: [1, 2, 3, 7, 1000])
  func inPieces(of count: Int) {
    var stream = CellStream()
    var events: [CellEvent] = []
    var rest = Array(printed.utf8)[...]
    while !rest.isEmpty {
      events += stream.events(in: rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    events += stream.finish()
    #expect(events == expected)
  }
}
