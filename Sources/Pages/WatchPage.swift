internal import Maths
internal import System

/// What the bars of `watch` show.
package struct WatchState: Sendable {
  package var number: Int
  package var title: String
  package var path: String
  /// The name of the text that is being read, or nil for the verdict.
  package var text: String?
  /// The current state, in one sentence.
  package var standing: String
  package var isGood: Bool
  /// The section being read, and how much of the text has been read.
  package var section: String?
  package var position: String?
  package var passed: Int
  package var exercises: Int

  package init(
    number: Int, title: String, path: String, text: String?,
    standing: String, isGood: Bool, section: String? = nil,
    position: String?, passed: Int, exercises: Int
  ) {
    self.number = number
    self.title = title
    self.path = path
    self.text = text
    self.standing = standing
    self.isGood = isGood
    self.section = section
    self.position = position
    self.passed = passed
    self.exercises = exercises
  }
}

/// The lines above and below the page that `watch` shows.
package func watchBars(
  _ state: WatchState, on screen: Screen
) -> (above: [Line], below: [Line]) {
  let rule = Line([Span(String(repeating: "─", count: screen.width), .dim)])
  let above = [
    state.text.map { textBar($0, state, on: screen) }
      ?? verdictBar(state, on: screen), rule,
  ]
  let standing = Span(
    state.standing, state.isGood ? [.good, .strong] : .strong)
  // A question or an instruction may take up to three lines.
  let stands = wrap([standing], width: screen.width).prefix(3)
  return (
    above,
    [rule] + stands
      + keyBars(state.text == nil ? verdictKeys : textKeys, on: screen)
  )
}

/// The exercise, the learner's file, and how many exercises are passed.
///
/// If they do not fit, the other parts are left out before the path is cut.
private func verdictBar(_ state: WatchState, on screen: Screen) -> Line {
  let path = Span("  \(state.path)", .code)
  let names = [
    "Exercise \(state.number), \(state.title)", "Exercise \(state.number)", "",
  ]
  let counts = [
    "\(state.passed) of \(state.exercises) exercises passed",
    "\(state.passed) of \(state.exercises) passed", "",
  ]
  let choices =
    counts.dropLast().map { (names[0], $0) }
    + [(names[1], counts[1]), (names[1], ""), (names[2], "")]
  let fitting = choices.first { name, count in
    displayWidth(name + path.text + count) + 2 <= screen.width
  }
  let (name, count) = fitting ?? ("", "")
  return bar(
    [Span(name, .heading), path], count.isEmpty ? [] : [Span(count, .dim)],
    on: screen)
}

/// The name of the text, the section, and how much has been read.
private func textBar(
  _ name: String, _ state: WatchState, on screen: Screen
) -> Line {
  let section = state.section.map { [Span(" · \($0)", .dim)] } ?? []
  return bar(
    [Span(name, .heading)] + section,
    state.position.map { [Span($0, .strong)] } ?? [], on: screen)
}

// The most used keys, on one line of 80 columns; `?` shows all of them.
private let verdictKeys = [
  ("n", "next"), ("h", "hint"), ("t", "text"), ("l", "list"), ("q", "quit"),
  ("?", "keys"), ("z", "quiz"), ("c", "cells"), ("d", "diff"), ("u", "undo"),
]

private let textKeys = [
  ("↑↓ space", "scroll"), ("q", "back"), ("n", "next"), ("h", "hint"),
  ("z", "quiz"), ("c", "cells"), ("l", "list"), ("?", "keys"),
]

/// The keys and what they do, on one or two lines, as many as fit.
func keyBars(
  _ keys: [(key: String, does: String)], on screen: Screen
) -> [Line] {
  // Break only between keys; the first line takes as many as fit.
  var first = keys.count
  while first > 1,
    displayWidth(Line(spans(of: keys[..<first])).text) > screen.width
  {
    first -= 1
  }
  return [keys[..<first], keys[first...]].filter { !$0.isEmpty }.map {
    Line(cut(spans(of: $0), to: screen.width))
  }
}

private func spans(of keys: ArraySlice<(key: String, does: String)>) -> [Span] {
  keys.flatMap { entry in
    let space = entry.key == keys.first?.key ? "" : "  "
    return [
      Span(space + entry.key, .strong), Span(" \(entry.does)", .dim),
    ]
  }
}

/// The reason why there is no verdict.
package func watchFailure(_ words: String, on screen: Screen) -> [Line] {
  words.lines.filter { !$0.isEmpty }.flatMap {
    wrap([Span(String($0), .bad)], width: screen.width)
  }
}
