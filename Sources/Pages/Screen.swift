/// The properties of the screen that a page is laid out for.
///
/// They are plain values: nothing here queries a terminal.
package struct Screen: Sendable, Equatable {
  package enum Colors: Sendable {
    case none
    case sixteen
    /// The 256 colors that almost every terminal has.
    case full
  }

  package enum Background: Sendable {
    case dark
    case light
  }

  /// The greatest width of a line, in columns; `init` makes it at least 16.
  package var width: Int
  package var colors: Colors
  package var background: Background
  /// Whether to use words instead of drawings, for screen readers and copying.
  package var plain: Bool
  /// Whether the terminal is known to support hyperlinks (OSC 8).
  package var links: Bool
  /// Whether drawings must do without Unicode, as in a C locale.
  ///
  /// Boxes, bullets, bars and typographic marks are then ASCII, and formulas
  /// are words. Letters stay as they are, Chinese ones too: a terminal that
  /// cannot show them would gain nothing from replacements, and their width is
  /// measured here, not by the locale.
  package var ascii: Bool
  /// Whether pages name the key for an action instead of its command.
  package var keys = false

  package init(
    width: Int = 80, colors: Colors = .none,
    background: Background = .dark, plain: Bool = false, links: Bool = false,
    ascii: Bool = false
  ) {
    self.width = max(width, 16)
    self.colors = plain ? .none : colors
    self.background = background
    self.plain = plain
    self.links = links && !plain
    self.ascii = ascii
  }

  /// The width of running text, limited because long lines are hard to read.
  package var measure: Int { min(width, 92) }

  /// The screen with fewer columns, for indented content.
  func narrowed(by columns: Int) -> Screen {
    var screen = self
    screen.width = max(width - columns, 1)
    return screen
  }
}
