package import Checks

/// What the compiler said, one entry a message, at most `most` of them.
///
/// The compiler saw a copy of the learner's file; the path is put back.
package func diagnostics(
  in text: String, file copy: String, shownAs path: String, most: Int = 50
) -> [Diagnostic] {
  var found: [Diagnostic] = []
  for line in text.split(separator: "\n") where found.count < most {
    // file:line:column: severity: message
    let parts = line.split(
      separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, let number = Int(parts[1]),
      let column = Int(parts[2])
    else { continue }
    let severity = parts[3].drop { $0 == " " }
    guard ["error", "warning", "note"].contains(severity) else { continue }
    found.append(
      Diagnostic(
        file: parts[0] == copy ? path : String(parts[0]), line: number,
        column: column, severity: String(severity),
        message: String(parts[4].drop { $0 == " " })))
  }
  return found
}
