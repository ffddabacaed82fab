/// Text whose drawing characters are replaced by ASCII of the same width.
func asciiDrawing(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
  return String(text.map { $0.isASCII ? $0 : replacement(for: $0) })
}

/// Running text whose typographic marks are written in ASCII, in as many
/// characters as it takes; it is not laid out yet.
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
  // Braille, as curves are drawn.
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
