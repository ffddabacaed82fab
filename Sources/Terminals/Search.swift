/// A search for words in the text that is being read.
package struct Search {
  private var sought = ""
  private var isTyped = false
  private var isMissing = false

  /// The text about the search for the bar, or nil if there is none.
  package var words: String? {
    if isTyped { return "find: \(sought)▏" }
    return isMissing ? "“\(sought)” is not in this text" : nil
  }

  package init() {}

  /// Handles a key that is part of a search; returns false for other keys.
  ///
  /// `/` begins a search, Enter ends the words, and `n` goes to the next match.
  package mutating func take(_ key: Key, in reading: inout Reading) -> Bool {
    isMissing = false
    switch key {
    case .character("/") where !isTyped: (isTyped, sought) = (true, "")
    case .character("n") where !isTyped && !sought.isEmpty: find(in: &reading)
    case .character(let character) where isTyped: sought.append(character)
    case .backspace where isTyped: _ = sought.popLast()
    case .enter where isTyped:
      isTyped = false
      if !sought.isEmpty { find(in: &reading) }
    case .escape where isTyped, .interrupt where isTyped:
      (isTyped, sought) = (false, "")
    default: return isTyped
    }
    return true
  }

  private mutating func find(in reading: inout Reading) {
    isMissing = !reading.find(sought)
  }
}
