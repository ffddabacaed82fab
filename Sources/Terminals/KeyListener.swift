internal import System

/// Reads keys as they are pressed, unseen, while a program draws on a part of
/// the screen.
///
/// Ctrl-C and Ctrl-Z do at once what they always do, even while the program
/// waits for something else; the shell then restores the terminal. Call
/// `end()` on every other way out.
package final class KeyListener {
  private var before = termios()
  private var isListening = false

  /// Nil if standard input is not a terminal, or this program runs in its
  /// background.
  package init?() {
    guard tcgetattr(STDIN_FILENO, &before) == 0, isInForeground else {
      return nil
    }
    listen()
  }

  deinit { end() }

  /// One in the background would be stopped for changing the terminal.
  private var isInForeground: Bool { tcgetpgrp(STDIN_FILENO) == getpgrp() }

  private func listen() {
    var keys = before
    keys.c_lflag &= ~tcflag_t(ECHO | ICANON)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &keys)
    isListening = true
  }

  /// What was typed since the last time.
  package func typed() -> String {
    guard isListening, isInForeground else { return "" }
    // After Ctrl-Z and `fg` the terminal is as the shell likes it.
    var now = termios()
    if tcgetattr(STDIN_FILENO, &now) == 0,
      now.c_lflag & tcflag_t(ICANON) != 0
    {
      listen()
    }
    guard case .bytes(let bytes) = readInput() else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Restores the terminal as it was.
  package func end() {
    guard isListening, isInForeground else { return }
    isListening = false
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }
}
