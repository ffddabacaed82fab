internal import Lessons

extension Site {
  /// The search index as a script, since a page that was opened from a disk may
  /// not read other files.
  ///
  /// An entry has a link, a title and the words of a section.
  var searchIndex: String {
    var entries: [[String]] = []
    for lesson in lessons {
      var entry = [lesson.page, lesson.title, lesson.summary]
      for block in lesson.blocks {
        if case .heading(let level, let inlines, let anchor) = block, level > 1
        {
          entries.append(entry)
          entry = [
            "\(lesson.page)#\(anchor)",
            "\(lesson.title): \(inlines.plainText)", "",
          ]
          continue
        }
        let words = [block].flattened.flatMap(\.texts).map(\.plainText)
        entry[2] += " " + words.joined(separator: " ")
      }
      entries.append(entry)
    }
    for (index, one) in reference.declarations.enumerated() {
      entries.append([
        "reference.html#\(referenceID(index))", one.name,
        one.summary.replacing("`", with: ""),
      ])
    }
    let lines = entries.map { entry in
      "[" + entry.map(literal).joined(separator: ",") + "]"
    }
    return "searchEntries=[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  private func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      // Within a script, `</script>` would end it.
      case "<": literal += "\\u003C"
      case "\u{2028}", "\u{2029}": literal += " "
      case _ where scalar.value < 0x20: literal += " "
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
