package import Pages

/// How a checkpoint stands by the journal, before anything was checked.
package func standingMarkup(_ checkpoint: CheckpointState) -> HTML {
  let (mark, kind) =
    switch checkpoint.standing {
    case .open: ("○ ", "state")
    case .failed: ("✗ ", "state failed")
    case .passed: ("✓ ", "state passed")
    }
  return HTML("p", ["class": kind], mark + checkpoint.words)
}

/// How a lesson stands, on the map of the course.
package func lessonMarkup(
  isPassed: Bool, passed: Int, of functions: Int
) -> HTML {
  if isPassed { return HTML("span", ["class": "passed"], "✓ passed") }
  return passed == 0
    ? HTML("") : HTML("\(passed) of \(functions) functions passed")
}

/// How far the learner is in the course, and where to go on.
package func progressMarkup(
  passed: Int, of exercises: Int, next: (page: String, title: String)?
) -> HTML {
  HTML([
    HTML("\(passed) of \(exercises) exercises passed."),
    next.map { goOnMarkup(page: $0.page, title: $0.title) } ?? HTML(""),
  ])
}

package func goOnMarkup(page: String, title: String) -> HTML {
  HTML("a", ["href": page], "Next: \(title)")
}

/// That the learner's file opens in an editor, or links of the editors that
/// have a scheme of their own.
package func editingMarkup(
  _ name: String, at path: String, in editor: String?
) -> HTML {
  if let editor {
    return HTML("p", ["class": "note"], "\(name) opens in \(editor).")
  }
  let allowed = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~")
  let address = path.map { character in
    allowed.contains(character)
      ? String(character)
      : character.utf8.map { byte in
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
  }.joined()
  let editors = [
    ("VS Code", "vscode://file"), ("Cursor", "cursor://file"),
    ("Zed", "zed://file"), ("IntelliJ", "idea://open?file="),
  ]
  return HTML(
    "p", ["class": "note editors"],
    [HTML("Your file is "), HTML("code", name), HTML(". Open it in")]
      + editors.map { HTML("a", ["href": $1 + address], $0) })
}
