/// What a reader who sits at a terminal can do beside looking: seams to the
/// outside, which are there only where standard output is a terminal.
package struct Desk: Sendable {
  /// The lines of the screen.
  package var rows: Int

  /// Whether lines may be drawn over; not on a dumb terminal.
  package var drawsOver: Bool

  /// The columns and rows now: somebody may have pulled at the window.
  package var size: @Sendable () -> (columns: Int, rows: Int)?

  /// Whether standard input is the terminal, too: questions can be asked and
  /// keys be pressed.
  package var canAnswer: Bool

  /// Reads one line that the reader types; nil at the end of input.
  package var readLine: @Sendable () -> String?

  /// Shows a text by a program such as `less -R`; false where that cannot be
  /// started, and nothing was shown.
  package var page: @Sendable (_ text: String, _ pager: String) -> Bool

  /// Whether keys on the whole of the screen can take the place of commands.
  package var takesScreen: Bool { drawsOver && canAnswer }
}
