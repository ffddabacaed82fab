internal import Maths
internal import System

/// What the bars of `watch` tell.
package struct WatchState: Sendable {
  package var number: Int
  package var title: String
  package var path: String
  /// The name of the text that is being read; nil for the verdict.
  package var text: String?
  /// How things stand, in one sentence.
  package var standing: String
  package var isGood: Bool
  package var position: String?
  package var passed: Int
  package var exercises: Int

  package init(
    number: Int, title: String, path: String, text: String?,
    standing: String, isGood: Bool, position: String?, passed: Int,
    exercises: Int
  ) {
    self.number = number
    self.title = title
    self.path = path
    self.text = text
    self.standing = standing
    self.isGood = isGood
    self.position = position
    self.passed = passed
    self.exercises = exercises
  }
}

/// The lines above and below what `watch` shows.
package func watchBars(
  _ state: WatchState, on screen: Screen
) -> (above: [Line], below: [Line]) {
  let name = state.text ?? "Exercise \(state.number), \(state.title)"
  let progress = "\(state.passed) of \(state.exercises) exercises passed"
  let rule = Line([Span(String(repeating: "─", count: screen.width), .dim)])
  let above = [
    bar(
      [Span(name, .heading), Span("  \(state.path)", .code)],
      [Span(progress, .dim)], on: screen), rule,
  ]
  let position = state.position.map { [Span($0, .dim)] } ?? []
  let standing = Span(
    state.standing, state.isGood ? [.good, .strong] : .strong)
  // A question, or what to do, is worth a second and a third line.
  let isLong =
    displayWidth(state.standing) + displayWidth(state.position ?? "") + 1
    > screen.width
  let stands =
    isLong
    ? Array(wrap([standing], width: screen.width).prefix(3))
    : [bar([standing], position, on: screen)]
  return (
    above,
    [rule] + stands
      + keyBars(state.text == nil ? verdictKeys : textKeys, on: screen)
  )
}

// The most used ones, on one line of 80 columns; `?` shows them all.
private let verdictKeys = [
  ("n", "next"), ("h", "hint"), ("t", "text"), ("l", "list"), ("q", "quit"),
  ("?", "keys"), ("z", "quiz"), ("c", "cells"), ("d", "diff"), ("u", "undo"),
]

private let textKeys = [
  ("↑↓ space", "scroll"), ("q", "back"), ("n", "next"), ("h", "hint"),
  ("z", "quiz"), ("c", "cells"), ("l", "list"), ("?", "keys"),
]

/// What the keys do, on one line or two: as many as fit.
func keyBars(
  _ keys: [(key: String, does: String)], on screen: Screen
) -> [Line] {
  // Whole keys only: the first line takes as many as it has room for.
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

/// Why there is no verdict.
package func watchFailure(_ words: String, on screen: Screen) -> [Line] {
  words.lines.filter { !$0.isEmpty }.flatMap {
    wrap([Span(String($0), .bad)], width: screen.width)
  }
}
