package import Checks
internal import System

/// Parses the compiler's messages, at most `most` of them.
///
/// Errors come before warnings, each followed by its notes. The compiler saw a
/// copy of the learner's file; `path` replaces its path.
package func diagnostics(
  in text: String, file copy: String, shownAs path: String, most: Int = 50
) -> [Diagnostic] {
  var found: [Diagnostic] = []
  let lines = text.lines
  for (index, line) in lines.enumerated() where found.count < 2_000 {
    guard var diagnostic = diagnostic(in: line, file: copy, shownAs: path)
    else { continue }
    // Below it come the learner's line, a caret, and possibly a fix-it.
    let below = lines.dropFirst(index + 1).prefix(3)
    if let last = below.last, below.count == 3,
      below.allSatisfy({
        Grading.diagnostic(in: $0, file: copy, shownAs: path) == nil
      })
    {
      diagnostic.fixIt = fixIt(in: last)
    }
    found.append(diagnostic)
  }
  return Array(errorsFirst(found).prefix(most))
}

/// The errors before the warnings, each with the notes that follow it.
private func errorsFirst(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  var groups: [[Diagnostic]] = []
  for diagnostic in diagnostics {
    if diagnostic.severity == "note", !groups.isEmpty {
      groups[groups.count - 1].append(diagnostic)
    } else {
      groups.append([diagnostic])
    }
  }
  let isError = { (group: [Diagnostic]) in group.first?.severity == "error" }
  return (groups.filter(isError) + groups.filter { !isError($0) }).flatMap {
    $0
  }
}

private func diagnostic(
  in line: Substring, file copy: String, shownAs path: String
) -> Diagnostic? {
  // file:line:column: severity: message
  let parts = line.split(
    separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
  guard parts.count == 5, let number = Int(parts[1]),
    let column = Int(parts[2])
  else { return nil }
  let severity = parts[3].drop { $0 == " " }
  guard ["error", "warning", "note"].contains(severity) else { return nil }
  return Diagnostic(
    file: parts[0] == copy ? path : String(parts[0]), line: number,
    column: column, severity: String(severity),
    message: String(parts[4].drop { $0 == " " }))
}

/// The fix-it below a caret; nil if it only removes text.
private func fixIt(in line: Substring) -> FixIt? {
  let text = line.drop { $0 == " " }
  guard !text.isEmpty else { return nil }
  let words = text.replacing("<#", with: "").replacing("#>", with: "")
  return FixIt(
    column: line.utf8.count - text.utf8.count + 1, text: String(words))
}
