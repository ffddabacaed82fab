import Maths

/// A command to type, kept on one line where there is room for it, so that
/// it can be copied.
func command(_ text: String, on screen: Screen) -> Span {
  let glued = String(text.map { $0 == " " ? "\u{A0}" : $0 })
  return Span(displayWidth(text) <= screen.width - 8 ? glued : text, .code)
}
