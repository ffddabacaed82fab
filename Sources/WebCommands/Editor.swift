internal import Grading
internal import System

/// Opens a file in the editor that the learner's environment names, and says
/// what was done.
///
/// An editor that runs in a terminal cannot be started from a server.
func openInEditor(
  _ path: String, named name: String, environment: [String: String]
) -> String {
  let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }
  let words = named.map { $0.split(separator: " ").map(String.init) }
  let withWindows = [
    "code", "code-insiders", "codium", "cursor", "windsurf", "zed", "zeditor",
    "subl", "gedit", "gnome-text-editor", "kate", "kwrite", "mousepad", "xed",
    "geany", "idea", "clion", "gvim", "mvim", "mate", "bbedit", "nova", "lapce",
  ]
  guard
    let command = words.first(where: { words in
      let program = words.first?.split(separator: "/").last
      return withWindows.contains(program.map(String.init) ?? "")
    })
  else {
    return "Your file is \(name); the variable EDITOR names no editor with a "
      + "window of its own."
  }
  var environment = environment
  environment["ELECTRON_RUN_AS_NODE"] = nil
  // By way of a shell in the background, so that the editor outlives us.
  let start = Command(
    "/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 &", "sh"] + command + [path],
    environment: environment)
  guard let run = try? Grading.run([start], seconds: 5)[0], run.succeeded
  else { return "\(command[0]) could not be started; your file is \(name)." }
  return "\(name) opens in \(command[0])."
}
