internal import Pages
internal import Terminals

extension World {
  /// The screen, with pictures where the terminal answers that it has them.
  ///
  /// It is asked only now, and not where the question would be misread: tmux
  /// takes it for a title.
  var forPictures: Screen {
    var screen = screen
    let terminal = environment["TERM"] ?? ""
    let isNested =
      environment["TMUX"] != nil || terminal.hasPrefix("tmux")
      || terminal.hasPrefix("screen") || terminal == "linux"
    if let desk, screen.colours != .none, !screen.ascii, !isNested {
      screen.pictures = desk.drawsPictures()
    }
    return screen
  }
}
