internal import Pages
internal import Terminals

/// `list` on the whole of a terminal.
struct ListDesk {
  let world: World
  let terminal: Terminal
  private var list: ListView
  /// The lesson that is being read, over the list.
  private var reading: (number: Int, text: Reading)?
  private var stage: FullStage

  init(world: World, terminal: Terminal, list: ListView) {
    self.world = world
    self.terminal = terminal
    self.list = list
    stage = FullStage(world.screen)
  }

  /// Shows the list until the reader leaves it.
  mutating func run() -> ExitStatus {
    var decoder = KeyDecoder()
    while true {
      draw()
      let signals = terminal.wait(
        [], milliseconds: decoder.isUndecided ? 30 : -1)
      if signals.contains(.end) || terminal.isGone { return .done }
      if !signals.isEmpty { adapt(to: signals) }
      let bytes = terminal.typed()
      for key in decoder.keys(typed: bytes) where press(key) {
        return .done
      }
    }
  }

  private mutating func adapt(to signals: [Terminal.Signal]) {
    if signals.contains(.suspend) { terminal.suspend() }
    if signals.contains(.resume) { terminal.retake() }
    stage.measure()
    if let number = reading?.number { read(number) }
  }

  /// Does what a key says; true where it ends the program.
  private mutating func press(_ key: Key) -> Bool {
    switch key {
    case .suspend:
      terminal.suspend()
      stage.measure()
      return false
    case .redraw:
      stage.measure()
      return false
    default: break
    }
    if var text = reading?.text {
      if key == .interrupt { return true }
      if text.move(key, height: stage.rows - 2) {
        reading?.text = text
      } else if [.character("q"), .escape, .left, .character("l")]
        .contains(key)
      {
        reading = nil
      }
      return false
    }
    switch list.press(key, height: ListView.height(rows: stage.rows)) {
    case .open(let number): read(number)
    case .leave: return true
    case nil: break
    }
    return false
  }

  private mutating func read(_ number: Int) {
    let text = world.collecting(["read", "\(number)"], on: stage.screen).text
    reading = (number, Reading(splitRows(text, width: stage.screen.width)))
  }

  private mutating func draw() {
    guard reading != nil else {
      let rows = list.rows(on: stage.screen, rows: stage.rows)
      return stage.show(rows, on: terminal)
    }
    let height = stage.rows - 2
    let rows = reading?.text.visible(height) ?? []
    let position = reading?.text.position(height) ?? "all"
    let keys = keyBar(
      [("↑↓", "scroll"), ("space", "page"), ("q", "back to the list")],
      on: stage.screen)
    stage.show(
      rows + [""]
        + Pages.rows(
          [bar(keys.spans, [Span(position, .dim)], on: stage.screen)],
          on: stage.screen), on: terminal)
  }
}
