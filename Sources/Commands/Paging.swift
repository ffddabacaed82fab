internal import ArgumentParser
internal import Pages
internal import Terminals

/// The option that turns the pager off.
struct PagingOptions: ParsableArguments {
  @Flag(help: "Print the whole page at once, also on a terminal.")
  var noPager = false
}

extension World {
  /// Shows a page, in the pager if it does not fit on the terminal.
  ///
  /// The pager begins at `mark`; after it, the terminal shows `afterwards`.
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

  /// Whether `PAGER` is set to nothing or to `cat`, which asks for no pager.
  private var isPagerRefused: Bool {
    ["", "cat"].contains(environment["PAGER"])
  }
}
