internal import Maths

/// A command to type, or the key that does the same.
///
/// The command is kept on one line if it fits, so that it can be copied.
func command(_ text: String, key: String? = nil, on screen: Screen) -> Span {
  if let key, screen.keys { return Span(key, .strong) }
  let glued = String(text.map { $0 == " " ? "\u{A0}" : $0 })
  return Span(displayWidth(text) <= screen.width - 8 ? glued : text, .code)
}
