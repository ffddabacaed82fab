/// The interactive features of the terminal, if standard output is one.
///
/// Tests replace them with their own.
package struct Desk: Sendable {
  /// The number of rows on the screen.
  package var rows: Int

  /// Whether lines can be overwritten; false on a dumb terminal.
  package var drawsOver: Bool

  /// The current columns and rows; the window may have been resized.
  package var size: @Sendable () -> (columns: Int, rows: Int)?

  /// Whether standard input is the terminal, too, so that questions can be
  /// asked and keys read.
  package var canAnswer: Bool

  /// Reads one line that the user types; nil at the end of input.
  package var readLine: @Sendable () -> String?

  /// Whether the program can take over the full screen and read keys instead of
  /// commands.
  package var takesScreen: Bool { drawsOver && canAnswer }
}
