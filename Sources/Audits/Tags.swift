/// Whether what stands between angle brackets is a tag of HTML, and not the
/// middle of `a <b and 0.5> c`.
func isTag(_ inside: Substring) -> Bool {
  var words: Substring = ""
  for (index, part) in quotedParts(of: inside).enumerated()
  where index.isMultiple(of: 2) {
    words += part + " "
  }
  return words.split(whereSeparator: \.isWhitespace).allSatisfy {
    $0.first.map { $0.isLetter || "_:/=!?".contains($0) } == true
  }
}

/// What the attributes `href` and `src` of a tag name.
func destinations(inTag inside: Substring) -> [String] {
  let parts = quotedParts(of: inside)
  return parts.indices.dropFirst().compactMap { index in
    guard !index.isMultiple(of: 2) else { return nil }
    let name = parts[index - 1].filter { !$0.isWhitespace }.lowercased()
    return name.hasSuffix("href=") || name.hasSuffix("src=")
      ? String(parts[index]) : nil
  }
}

/// What stands outside and inside of quotes, by turns.
private func quotedParts(of text: Substring) -> [Substring] {
  var parts: [Substring] = []
  var rest = text
  while let quote = rest.first(where: { "\"'".contains($0) }) {
    let pieces = rest.split(
      separator: quote, maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3 else { break }
    parts += pieces[..<2]
    rest = pieces[2]
  }
  return parts + [rest]
}

/// A line `[label]: destination`, which reference links name.
struct LinkDefinition: Equatable {
  var label: String
  var destination: String

  init?(_ line: Substring) {
    let content = line.drop { $0 == " " || $0 == ">" }
    guard content.hasPrefix("["), let end = content.firstRange(of: "]:")
    else { return nil }
    let target = content[end.upperBound...].split(separator: " ").first
    guard let target else { return nil }
    label = referenceLabel(content[..<end.lowerBound].dropFirst())
    destination = target.filter { $0 != "<" && $0 != ">" }
    if label.isEmpty || label.contains("]") { return nil }
  }
}

/// A label as CommonMark compares it.
func referenceLabel(_ text: Substring) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
}
