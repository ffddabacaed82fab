internal import Pages
internal import Terminals

/// A pager that shows a long page on the whole terminal.
final class Reader {
  private let name: String
  private let page: (Screen) -> [Line]
  /// Maps the anchor of a section to its title.
  private let sections: (String) -> String?
  private let terminal: Terminal
  private var stage: FullScreenView
  private var reading: Reading
  private var search = Search()
  private var isOver = false

  /// The screen as last measured.
  var screen: Screen { stage.screen }

  init(
    _ name: String, _ page: @escaping (Screen) -> [Line],
    sections: @escaping (String) -> String?, screen: Screen, terminal: Terminal
  ) {
    self.name = name
    self.page = page
    self.sections = sections
    self.terminal = terminal
    stage = FullScreenView(screen)
    reading = Reading(page(stage.screen), on: stage.screen)
  }

  /// Shows the page from a mark on, until the reader leaves it.
  func run(from mark: Line.Mark?) {
    reading.go(to: mark)
    var decoder = KeyDecoder()
    while !isOver, !terminal.isGone {
      draw()
      let signals = terminal.wait(
        [], milliseconds: decoder.isUndecided ? 30 : -1)
      if signals.contains(.end) { return }
      if signals.contains(.suspend) { terminal.suspend() }
      if signals.contains(.resume) { terminal.retake() }
      if !signals.isEmpty { layOut() }
      for key in decoder.keys(typed: terminal.typed()) where !isOver {
        press(key)
      }
    }
  }

  private func layOut() {
    stage.measure()
    reading.replace(with: Reading(page(stage.screen), on: stage.screen))
  }

  private func press(_ key: Key) {
    if search.take(key, in: &reading) { return }
    switch key {
    case .character("q"), .escape, .interrupt: isOver = true
    case .suspend:
      terminal.suspend()
      layOut()
    case .redraw: stage.measure()
    default: _ = reading.move(key, height: height)
    }
  }

  /// The number of rows above the bars.
  private var height: Int { max(1, stage.rows - 3) }

  private func draw() {
    let body = reading.visible(height)
    let section = reading.section.flatMap(sections)
    let bars = readerBars(
      name: name, section: section, position: reading.position(height),
      notice: search.words, on: stage.screen)
    stage.show(body + rows(bars, on: stage.screen), on: terminal)
  }
}
