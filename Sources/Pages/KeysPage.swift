import Maths

/// All keys of `watch`, and what each one does.
package func keysPage(on screen: Screen) -> [Line] {
  let width = keys.map { displayWidth($0.key) }.max() ?? 0
  return keys.flatMap { entry in
    let space = String(
      repeating: " ", count: width - displayWidth(entry.key) + 2)
    return wrap(
      [Span(entry.does)], width: screen.measure - width - 4
    ).beside([Span("  " + entry.key, .strong), Span(space)])
  }
}

private let keys = [
  ("n", "Goes on to the next exercise, once this one is passed."),
  ("h", "Gives one more hint on what failed."),
  ("t", "Shows the lesson's text, where the failure is explained."),
  ("z", "Asks the lesson's questions."),
  ("c", "Runs the lesson's code cells; you predict what some of them print."),
  ("l", "Lists the lessons; type a number to open one."),
  ("f", "Shows what a tensor, a layer or a data set can do."),
  ("r", "Checks your file again; saving it does the same."),
  ("d", "Shows what you changed since the starter."),
  ("u U", "Undoes and redoes changes to your file."),
  ("x", "Puts the starter in your file's place; yours is kept."),
  ("s", "Shows the model answer; before you pass, it asks first."),
  ("q", "Goes back from a text to the verdict; from there, quits."),
  ("↑ ↓", "Scroll by a line; space and b turn the page."),
  ("g G", "Go to the beginning and the end of a text."),
  ("] [", "Go to the next section of a text, and back."),
  ("/", "Finds words in a text; n then goes to the next match."),
  ("Ctrl-Z", "Goes to the shell for a while; type fg to come back."),
  ("Ctrl-L", "Draws the screen again."),
].map { (key: $0.0, does: $0.1) }
