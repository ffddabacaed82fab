/// The mathematical alphabets of Unicode.
enum Alphabets {
  /// The text in superscript; nil if a character has no superscript form.
  static func raised(_ text: String) -> String? {
    map(text, superscripts)
  }

  /// The text in subscript; nil if a character has no subscript form.
  static func lowered(_ text: String) -> String? {
    map(text, subscripts)
  }

  /// The commands that choose an alphabet.
  static let names: Set<String> = [
    "mathbf", "boldsymbol", "bm", "mathbb", "mathcal",
  ]

  /// A letter or digit in the alphabet that the command chooses.
  static func styled(_ text: String, by command: String) -> String? {
    guard let scalar = text.unicodeScalars.first,
      text.unicodeScalars.count == 1
    else { return nil }
    switch command {
    case "mathbb":
      if let special = doubleStruck[text] { return special }
      return shifted(
        scalar, upper: 0x1D538, lower: 0x1D552, digit: 0x1D7D8)
    case "mathcal":
      if let special = script[text] { return special }
      return shifted(scalar, upper: 0x1D49C, lower: nil, digit: nil)
    default:
      if (0x3B1...0x3C9).contains(scalar.value) {
        return character(0x1D6C2 + scalar.value - 0x3B1)
      }
      return shifted(
        scalar, upper: 0x1D400, lower: 0x1D41A, digit: 0x1D7CE)
    }
  }

  private static func shifted(
    _ scalar: Unicode.Scalar, upper: UInt32, lower: UInt32?, digit: UInt32?
  ) -> String? {
    switch scalar {
    case "A"..."Z": character(upper + scalar.value - 0x41)
    case "a"..."z": lower.flatMap { character($0 + scalar.value - 0x61) }
    case "0"..."9": digit.flatMap { character($0 + scalar.value - 0x30) }
    default: nil
    }
  }

  private static func character(_ value: UInt32) -> String? {
    Unicode.Scalar(value).map { String($0) }
  }

  private static func map(
    _ text: String, _ table: [Character: Character]
  ) -> String? {
    var mapped = ""
    for character in text {
      guard let other = table[character] else { return nil }
      mapped.append(other)
    }
    return mapped
  }

  private static func pairs(
    _ from: String, _ to: String
  ) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(from, to))
  }

  private static let superscripts = pairs(
    "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤∗′βγδθφχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ*′ᵝᵞᵟᶿᵠᵡ")

  private static let subscripts = pairs(
    "0123456789+−=()aehijklmnoprstuvxβγρφχ",
    "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

  private static let doubleStruck = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]

  private static let script = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ",
    "R": "ℛ",
  ]
}
