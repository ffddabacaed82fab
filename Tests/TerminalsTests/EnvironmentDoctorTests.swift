import Pages
import Testing

@testable import Terminals

@Suite("What the environment tells of the terminal")
struct EnvironmentDoctorTests {
  @Test(
    arguments: [
      ([:], true), (["LANG": "en_US.UTF-8"], true), (["LANG": "C"], false),
      (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "zh_CN.utf8", "LANG": "C"], true),
      (["LC_CTYPE": "POSIX"], false), (["LANG": "de_CH.ISO-8859-1"], false),
      (["LC_ALL": "C.UTF-8"], true),
    ] as [([String: String], Bool)])
  func locales(environment: [String: String], isUnicode: Bool) {
    #expect(speaksUnicode(environment) == isUnicode)
  }

  @Test(
    arguments: [
      (nil, .dark), ("15;0", .dark), ("0;15", .light), ("0;default;15", .light),
      ("7;8", .dark), ("0;7", .light), ("", .dark), ("12;default", .dark),
    ] as [(String?, Screen.Background)])
  func backgrounds(colors: String?, background: Screen.Background) {
    #expect(knownBackground(colors) == background)
  }

  @Test(
    arguments: [
      ([:], false), (["VTE_VERSION": "6800"], true),
      (["VTE_VERSION": "4200"], false), (["TERM": "xterm-kitty"], true),
      (["TERM_PROGRAM": "vscode"], true),
      (["TERM_PROGRAM": "Apple_Terminal"], false),
      (["VTE_VERSION": "6800", "TMUX": "/tmp/x"], false),
      (["KONSOLE_VERSION": "220400"], true), (["WT_SESSION": "1"], true),
    ] as [([String: String], Bool)])
  func links(environment: [String: String], follows: Bool) {
    #expect(followsLinks(environment) == follows)
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], .sixteen),
      (["TERM": "xterm-256color"], .full), (["TERM": "dumb"], .none),
      ([:], .none),
      (["TERM": "xterm", "COLORTERM": "truecolor"], .full),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], .none),
      (["TERM": "xterm-256color", "NO_COLOR": ""], .full),
    ] as [([String: String], Screen.Colors)])
  func colors(environment: [String: String], colors: Screen.Colors) {
    let screen = Screen(environment: environment, isTerminal: true)
    #expect(screen.colors == colors)
    let pipe = Screen(environment: environment, isTerminal: false)
    #expect(pipe.colors == .none)
    #expect(!pipe.links)
  }
}
