package import Pages

extension Screen {
  /// Creates a screen from what the environment says about standard output.
  package init(environment: [String: String], isTerminal: Bool) {
    let columns = environment["COLUMNS"].flatMap { Int($0) } ?? 80
    self.init(
      width: max(20, min(columns, 400)),
      colors: knownColors(environment, isTerminal: isTerminal),
      background: knownBackground(environment["COLORFGBG"]),
      links: isTerminal && hasColor(environment) && followsLinks(environment),
      ascii: !speaksUnicode(environment))
  }
}

private func hasColor(_ environment: [String: String]) -> Bool {
  let terminal = environment["TERM"] ?? ""
  return !terminal.isEmpty && terminal != "dumb"
    && (environment["NO_COLOR"] ?? "").isEmpty
}

private func knownColors(
  _ environment: [String: String], isTerminal: Bool
) -> Screen.Colors {
  guard isTerminal, hasColor(environment) else { return .none }
  let terminal = environment["TERM"] ?? ""
  let many = ["256", "kitty", "alacritty", "foot", "ghostty", "direct"]
  let isTrue = ["truecolor", "24bit"].contains(environment["COLORTERM"])
  return isTrue || many.contains { terminal.contains($0) } ? .full : .sixteen
}

/// Reads `COLORFGBG`, as rxvt, Konsole and others set it: the numbers of the
/// text color and the background color.
func knownBackground(_ colors: String?) -> Screen.Background {
  guard let last = colors?.split(separator: ";").last,
    let number = Int(last)
  else { return .dark }
  return number == 7 || (9...15).contains(number) ? .light : .dark
}

/// Whether the locale uses UTF-8.
///
/// As in POSIX, the first variable that is set decides. If none is set, Unicode
/// is assumed: that usually means a container without a locale, not a terminal
/// without Unicode.
func speaksUnicode(_ environment: [String: String]) -> Bool {
  let names = ["LC_ALL", "LC_CTYPE", "LANG"]
  let set = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
  guard let locale = set?.lowercased() else { return true }
  return locale.contains("utf-8") || locale.contains("utf8")
}

/// Whether the terminal is known to support links (OSC 8).
///
/// Others might print the addresses; within tmux and screen, the outer terminal
/// is unknown.
func followsLinks(_ environment: [String: String]) -> Bool {
  let terminal = environment["TERM"] ?? ""
  if environment["TMUX"] != nil || terminal.hasPrefix("screen")
    || terminal.hasPrefix("tmux")
  {
    return false
  }
  let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Tabby", "rio"]
  let names = ["kitty", "alacritty", "foot", "ghostty", "contour", "wezterm"]
  let known = ["WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM"]
  return programs.contains(environment["TERM_PROGRAM"] ?? "")
    || names.contains { terminal.contains($0) }
    || known.contains { environment[$0] != nil }
    || number(environment["VTE_VERSION"]) >= 5000
    || number(environment["KONSOLE_VERSION"]) >= 201200
}

private func number(_ text: String?) -> Int { text.flatMap { Int($0) } ?? 0 }
