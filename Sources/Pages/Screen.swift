/// What a page is drawn on, as values: nothing here asks a terminal.
package struct Screen: Sendable, Equatable {
  package enum Colours: Sendable {
    case none
    case sixteen
    /// The 256 colours of almost every terminal.
    case full
  }

  package enum Background: Sendable {
    case dark
    case light
  }

  /// The columns that no line exceeds; at least 16.
  package var width: Int
  package var colours: Colours
  package var background: Background
  /// Words instead of drawings, for listening and for copying.
  package var plain: Bool
  /// Whether the terminal is known to follow links (OSC 8).
  package var links: Bool
  /// Whether what is drawn must do without Unicode, as in a C locale.
  ///
  /// Boxes, bullets and bars are then ASCII, and formulas are words. The
  /// words of a text stay as they are, Chinese too: a terminal that cannot
  /// show them would gain nothing by other ones, and their width is measured
  /// here, by no locale.
  package var ascii: Bool
  /// Whether keys on a full screen do what commands do elsewhere.
  package var keys = false

  package init(
    width: Int = 80, colours: Colours = .none,
    background: Background = .dark, plain: Bool = false, links: Bool = false,
    ascii: Bool = false
  ) {
    self.width = max(width, 16)
    self.colours = plain ? .none : colours
    self.background = background
    self.plain = plain
    self.links = links && !plain
    self.ascii = ascii
  }

  /// The width of running text: longer lines are hard to read.
  package var measure: Int { min(width, 92) }

  /// The same screen with fewer columns, for what stands further right.
  func narrowed(by columns: Int) -> Screen {
    var screen = self
    screen.width = max(width - columns, 1)
    return screen
  }
}
