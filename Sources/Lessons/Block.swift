/// A piece of a lesson that stands on lines of its own.
package indirect enum Block: Sendable, Equatable {
  case heading(level: Int, [Inline], anchor: String)
  case paragraph([Inline])
  case list(List)
  case quote([Block])
  /// A quotation that asks for one of the exercise's functions.
  case checkpoint(Checkpoint, [Block])
  /// A quotation that opens with `[!NOTE]` or another of GitHub's kinds.
  case callout(Callout, [Block])
  /// Code that is only shown; `language` may be empty.
  case code(language: String, text: String)
  case cell(Cell)
  case math(Math)
  case quiz(Quiz)
  /// A picture that stands alone, its path relative to the lesson's folder.
  case figure(path: String, alternative: String, at: Place = Place())
  case table(Table)
  case thematicBreak
  /// The tags and comments of HTML, and the text between them.
  case html([Inline])
}

package struct List: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package var blocks: [Block]
    /// Whether the task is done; nil where the item is not a task.
    package var done: Bool?
  }

  /// The first number of an ordered list; nil for bullets.
  package var start: Int?
  /// Whether the items stand without blank lines between them.
  package var tight: Bool
  package var items: [Item]
}

package enum Callout: String, Sendable, CaseIterable {
  case note
  case tip
  case important
  case warning
  case caution
}

/// A displayed formula.
package struct Math: Sendable, Equatable {
  /// TeX, exactly as it was written.
  package var source: String
  /// The derivation in the lesson's checks that proves the steps.
  package var derivation: String?
  /// The first line of the formula in the lesson's file.
  package var line: Int
}
