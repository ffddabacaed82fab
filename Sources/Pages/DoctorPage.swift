/// The state of one thing that the course needs.
package struct DoctorFinding: Sendable, Equatable {
  package var name: String
  package var state: String

  /// The command that fixes it, or nil if nothing is wrong.
  package var remedy: String?

  /// Whether the course works without it, though less well.
  package var isAdvice: Bool

  package init(
    _ name: String, _ state: String, remedy: String? = nil,
    isAdvice: Bool = false
  ) {
    self.name = name
    self.state = state
    self.remedy = remedy
    self.isAdvice = isAdvice
  }

  fileprivate func mark(on screen: Screen) -> Span {
    guard remedy != nil else {
      return Span(screen.plain ? "fine    " : "✓ ", .good)
    }
    return isAdvice
      ? Span(screen.plain ? "advice  " : "! ", .warning)
      : Span(screen.plain ? "missing " : "✗ ", .bad)
  }
}

/// What is installed, what is missing, and the commands that fix it.
package func doctorPage(
  _ findings: [DoctorFinding], on screen: Screen
) -> [Line] {
  let width = findings.map(\.name.count).max() ?? 0
  return findings.flatMap { finding in
    let padding = String(
      repeating: " ", count: width - finding.name.count + 2)
    let name = [
      finding.mark(on: screen), Span(finding.name, .strong), Span(padding),
    ]
    let room = max(16, screen.width - Pages.width(name))
    var lines = wrap([Span(finding.state)], width: room)
    if let remedy = finding.remedy {
      lines += wrap(
        [Span("to fix it: ", .dim), command(remedy, on: screen)],
        width: room)
    }
    return lines.beside(name)
  }
}
