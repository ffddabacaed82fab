/// The message for a first word that is not a command, with the most similar
/// command; nil if the word is a command or an option.
func unknownCommand(_ arguments: [String], among names: [String]) -> String? {
  guard let word = arguments.first, !word.hasPrefix("-"),
    word != "help", !names.contains(word)
  else { return nil }
  let shown =
    word.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
    ? word : "of that name"
  let near = names.map { (name: $0, edits: edits(from: word, to: $0)) }
    .min { $0.edits < $1.edits }
  guard let near, near.edits <= 2 else {
    return "there is no command \(shown); there are "
      + names.joined(separator: ", ")
  }
  return "there is no command \(shown); did you mean \(near.name)?"
}

/// The least number of edits that turn one word into another.
///
/// An edit inserts, deletes or changes a letter, or swaps two neighbors (the
/// restricted Damerau-Levenshtein distance).
func edits(from a: String, to b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      let change = rows[i][j] + (a[i] == b[j] ? 0 : 1)
      var least = min(change, rows[i][j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        least = min(least, rows[i - 1][j - 1] + 1)
      }
      row.append(least)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
