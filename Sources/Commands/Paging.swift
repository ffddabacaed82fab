internal import ArgumentParser
internal import Pages
internal import Terminals

/// Whether long pages are shown a screen at a time.
struct PagingOptions: ParsableArguments {
  @Flag(help: "Print the whole page at once, also on a terminal.")
  var noPager = false
}

extension World {
  /// Shows a page: on a terminal in the reader, where it does not fit.
  ///
  /// The reader begins at `mark`. What is to be done stays on the terminal
  /// after it.
  func show(
    _ name: String, from mark: Line.Mark? = nil, _ paging: PagingOptions,
    afterwards: (Screen) -> [Line] = { _ in [] },
    sections: @escaping (String) -> String? = { _ in nil },
    page: @escaping (Screen) -> [Line]
  ) throws {
    let lines = page(screen)
    guard let desk, desk.takesScreen, !paging.noPager, !isPagerRefused,
      lines.count >= desk.rows
    else { return show(lines) }
    let terminal = try Terminal()
    defer { terminal.giveBack() }
    let reader = Reader(
      name, page, sections: sections, screen: screen, terminal: terminal)
    reader.run(from: mark)
    terminal.giveBack()
    show(afterwards(reader.screen))
  }

  /// Who sets PAGER like this wants no program to stop at a full screen.
  private var isPagerRefused: Bool {
    ["", "cat"].contains(environment["PAGER"])
  }
}
