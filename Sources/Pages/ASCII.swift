/// Replaces drawing characters with ASCII characters of the same width.
func asciiDrawing(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  return String(text.map { $0.isASCII ? $0 : replacement(for: $0) })
}

/// Replaces typographic marks with one or more ASCII characters.
///
/// This changes the width of the text, so it comes before layout.
func asciiWords(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  return text.reduce(into: "") { all, character in
    switch character {
    case "…": all += "..."
    case "—": all += "--"
    case "→": all += "->"
    case "←": all += "<-"
    case "≤": all += "<="
    case "≥": all += ">="
    default: all.append(character)
    }
  }
}

private func replacement(for character: Character) -> Character {
  guard let scalar = character.unicodeScalars.first else { return character }
  switch scalar.value {
  // Braille patterns, with which curves are drawn.
  case 0x2800: return " "
  case 0x2801...0x28FF: return "*"
  case 0x2581...0x2584, 0x2591, 0x258F: return "."
  case 0x2580, 0x2585...0x258E, 0x2590, 0x2592...0x259F: return "#"
  default: return replacements[character] ?? character
  }
}

private let replacements: [Character: Character] = [
  "─": "-", "━": "-", "═": "=", "│": "|", "┃": "|", "║": "|", "┼": "+",
  "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+",
  "┴": "+", "╭": "+", "╮": "+", "╰": "+", "╯": "+", "•": "*", "·": ".",
  "▸": ">", "►": ">", "○": "o", "●": "*", "✓": "+", "✗": "x", "☑": "x",
  "☐": "_", "↳": ">", "→": ">", "←": "<", "↑": "^", "↓": "v", "…": ".",
  "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "–": "-", "—": "-",
  "−": "-", "×": "x", "≈": "~",
]
