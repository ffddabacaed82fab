/// One thing that the course needs, and how it stands.
package struct DoctorFinding: Sendable, Equatable {
  package var name: String
  package var state: String

  /// The one command that mends it; nil where nothing is wrong.
  package var remedy: String?

  package init(_ name: String, _ state: String, remedy: String? = nil) {
    self.name = name
    self.state = state
    self.remedy = remedy
  }
}

/// What is there, what is missing, and what mends it.
package func doctorPage(
  _ findings: [DoctorFinding], on screen: Screen
) -> [Line] {
  let width = findings.map(\.name.count).max() ?? 0
  return findings.flatMap { finding in
    let isFine = finding.remedy == nil
    let mark =
      screen.plain ? (isFine ? "fine    " : "missing ") : (isFine ? "✓ " : "✗ ")
    let padding = String(
      repeating: " ", count: width - finding.name.count + 2)
    let label = Line([
      Span(mark, isFine ? .good : .bad), Span(finding.name, .strong),
      Span(padding),
    ])
    let indent = label.text.count
    let state = wrap(
      [Span(finding.state)], width: max(16, screen.width - indent))
    let head = state.enumerated().map { index, line in
      let space = Line([Span(String(repeating: " ", count: indent))])
      return Line((index == 0 ? label : space).spans + line.spans)
    }
    guard let remedy = finding.remedy else { return head }
    let mend = wrap(
      [Span("mend it: ", .dim), Span(remedy, .code)], width: screen.width - 4)
    return head + mend.indented(by: 4)
  }
}
