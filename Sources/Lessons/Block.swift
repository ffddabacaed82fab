/// A block of a lesson, such as a paragraph, a list or a table.
package indirect enum Block: Sendable, Equatable {
  case heading(level: Int, [Inline], anchor: String)
  case paragraph([Inline])
  case list(List)
  case quote([Block])
  /// A quotation that asks for one of the exercise's functions.
  case checkpoint(Checkpoint, [Block])
  /// A quotation that begins with `[!NOTE]` or another of GitHub's kinds.
  case callout(Callout, [Block])
  /// Code that is only shown; `language` may be empty.
  case code(language: String, text: String)
  case cell(Cell)
  case math(Math)
  case quiz(Quiz)
  /// A picture on its own; its path is relative to the lesson's folder.
  case figure(path: String, alternative: String, at: Place = Place())
  case table(Table)
  case thematicBreak
  /// HTML tags and comments, and the text between them.
  case html([Inline])
}

package struct List: Sendable, Equatable {
  package struct Item: Sendable, Equatable {
    package var blocks: [Block]
    /// Whether the task is done, or nil if the item is not a task.
    package var done: Bool?
  }

  /// The first number of an ordered list, or nil for bullets.
  package var start: Int?
  /// Whether there are no blank lines between the items.
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
  /// The TeX, exactly as it was written.
  package var source: String
  /// The derivation in the lesson's checks that proves the steps.
  package var derivation: String?
  /// The first line of the formula in the lesson's file.
  package var line: Int
}
