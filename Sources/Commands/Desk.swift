/// What a reader who sits at a terminal can do beside looking: seams, as
/// those of ``World``, which are there only where standard output is a
/// terminal.
package struct Desk: Sendable {
  /// The lines of the screen.
  package var rows: Int

  /// Whether standard input is the terminal, too: questions can be asked.
  package var canAnswer: Bool

  /// Reads one line that the reader types; nil at the end of input.
  package var readLine: @Sendable () -> String?

  /// Shows a text by a program such as `less -R`; false where that cannot be
  /// started, and nothing was shown.
  package var page: @Sendable (_ text: String, _ pager: String) -> Bool

  /// Asks the terminal, with a time-out, whether it draws pictures by
  /// kitty's graphics protocol.
  package var drawsPictures: @Sendable () -> Bool

  package init(
    rows: Int, canAnswer: Bool, readLine: @escaping @Sendable () -> String?,
    page: @escaping @Sendable (_ text: String, _ pager: String) -> Bool,
    drawsPictures: @escaping @Sendable () -> Bool
  ) {
    self.rows = rows
    self.canAnswer = canAnswer
    self.readLine = readLine
    self.page = page
    self.drawsPictures = drawsPictures
  }
}
