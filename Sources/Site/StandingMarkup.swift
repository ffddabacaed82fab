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
