/// Removes from a text everything that could control a terminal.
///
/// Control characters become their pictures (`␛` for escape) or U+FFFD, and
/// line breaks and tabs become spaces, unless the text keeps its lines.
/// Characters that are invisible or change the writing direction are removed.
package func harmless(
  _ text: String, keepingLines keepsLines: Bool = false
) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var changed = false
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isKept = keepsLines && (scalar == "\n" || scalar == "\t")
    let safe = isKept ? scalar : replacement(for: scalar)
    changed = changed || safe != scalar
    if let safe { scalars.append(safe) }
  }
  return changed ? String(scalars) : text
}

/// The replacement for a character: itself, a picture, or nil to remove it.
private func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
  case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value)
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0xFFFE, 0xFFFF: "\u{FFFD}"
  case 0xAD, 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
    0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001...0xE007F:
    nil
  default: scalar
  }
}
