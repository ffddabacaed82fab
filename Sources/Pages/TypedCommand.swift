internal import Maths

/// A command to type, kept on one line where there is room for it, so that
/// it can be copied; where a key does the same, the key.
func command(_ text: String, key: String? = nil, on screen: Screen) -> Span {
  if let key, screen.keys { return Span(key, .strong) }
  let glued = String(text.map { $0 == " " ? "\u{A0}" : $0 })
  return Span(displayWidth(text) <= screen.width - 8 ? glued : text, .code)
}
