internal import Grading
internal import System

/// Opens a file in the editor that the learner's environment names.
///
/// Returns the editor's name, or nil if the environment names none with a
/// window of its own: an editor in a terminal cannot be started from a server.
func openInEditor(
  _ path: String, environment: [String: String]
) -> String? {
  var named = ["VISUAL", "EDITOR"].compactMap { environment[$0] }
  // The terminals within these editors say so.
  if environment["TERM_PROGRAM"] == "vscode" { named.append("code") }
  if environment["ZED_TERM"] != nil { named.append("zed") }
  let withWindows: Set = [
    "code", "code-insiders", "codium", "cursor", "windsurf", "zed", "zeditor",
    "subl", "gedit", "gnome-text-editor", "kate", "kwrite", "mousepad", "xed",
    "geany", "idea", "clion", "gvim", "mvim", "mate", "bbedit", "nova", "lapce",
  ]
  let command = named.lazy.map { $0.split(separator: " ").map(String.init) }
    .first { words in
      let program = words.first?.split(separator: "/").last
      return withWindows.contains(program.map(String.init) ?? "")
    }
  guard let command else { return nil }
  return startDetached(command + [path], environment: environment)
    ? command[0] : nil
}
