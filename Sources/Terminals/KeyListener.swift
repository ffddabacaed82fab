internal import System

/// Reads keys as they are pressed, unseen, while a program draws on a part of
/// the screen.
///
/// Ctrl-C and Ctrl-Z keep their meaning; after either, the shell restores the
/// terminal. Call `end()` on every other way out.
package final class KeyListener {
  private var before = termios()
  private var isListening = false

  /// Nil if standard input is not a terminal.
  package init?() {
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var keys = before
    keys.c_lflag &= ~tcflag_t(ECHO | ICANON)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &keys)
    isListening = true
  }

  deinit { end() }

  /// What was typed since the last time.
  package func typed() -> String {
    guard isListening, case .bytes(let bytes) = readInput() else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Restores the terminal as it was.
  package func end() {
    guard isListening else { return }
    isListening = false
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }
}
