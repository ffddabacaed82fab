/// A function that the lesson asks for, and the result of its last check.
package struct CheckpointState: Sendable, Equatable {
  package enum Standing: Sendable {
    /// Not written yet, or not checked yet.
    case open
    case failed
    case passed
  }

  /// The function's full name.
  package var function: String
  package var standing: Standing

  package init(function: String, standing: Standing) {
    self.function = function
    self.standing = standing
  }

  package var words: String {
    switch standing {
    case .open: "to write"
    case .failed: "not right yet"
    case .passed: "passed"
    }
  }

  var style: Style {
    switch standing {
    case .open: .number
    case .failed: .bad
    case .passed: .good
    }
  }

  func mark(on screen: Screen) -> [Span] {
    if screen.plain { return [] }
    return switch standing {
    case .open: [Span("○ ", style)]
    case .failed: [Span("✗ ", style)]
    case .passed: [Span("✓ ", style)]
    }
  }
}
