import Foundation
import System
import Testing

/// A program at a terminal of its own, with somebody who types and looks.
final class PseudoTerminal {
  private let master: Int32
  private let pid: pid_t
  private var status: Int32?
  private(set) var screen: ScreenText

  /// Everything that came, escape sequences too.
  private(set) var bytes: [UInt8] = []
  private var isOpen = true

  /// Starts a program in a folder, leader of the terminal's session.
  init(
    _ program: String, _ arguments: [String], in folder: String,
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws {
    let name: String
    (master, name) = try Self.open()
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    screen = ScreenText(columns: columns, rows: rows)
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session, it becomes its terminal.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "COLUMNS", "LINES", "COURSE_DATA", "PAGER"] {
      variables[name] = nil
    }
    variables["TERM"] = "xterm-256color"
    variables.merge(environment) { $1 }
    let words =
      ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program]
      + arguments
    let list = variables.map { "\($0.key)=\($0.value)" }
    var started: pid_t = 0
    let result = Self.withCStrings(words) { words in
      Self.withCStrings(list) { list in
        posix_spawn(&started, "/bin/sh", &actions, &attributes, words, list)
      }
    }
    try #require(result == 0)
    pid = started
  }

  /// Opens a new terminal: our end, and the name of the program's end.
  private static func open() throws -> (Int32, String) {
    #if canImport(Darwin)
    let master = posix_openpt(O_RDWR | O_NOCTTY)
    try #require(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0)
    return (master, String(cString: try #require(ptsname(master))))
    #else
    // The functions for it are not imported; these are what they do.
    let master = Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY)
    let (unlock, getNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
    var (locked, number) = (Int32(0), UInt32(0))
    try #require(
      master >= 0 && ioctl(master, unlock, &locked) == 0
        && ioctl(master, getNumber, &number) == 0)
    return (master, "/dev/pts/\(number)")
    #endif
  }

  deinit {
    hangUp()
    kill(-pid, SIGKILL)
    _ = ended(within: 5)
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// Types.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func signal(_ number: Int32) { kill(pid, number) }

  func resize(columns: Int, rows: Int) {
    screen = ScreenText(columns: columns, rows: rows)
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Closes the terminal's window.
  func hangUp() {
    if isOpen { close(master) }
    isOpen = false
  }

  /// How the terminal is set: what a program has to leave as it was.
  var settings: [UInt32] {
    var settings = termios()
    tcgetattr(master, &settings)
    return [
      settings.c_iflag, settings.c_oflag, settings.c_lflag, settings.c_cflag,
    ].map { UInt32($0) }
  }

  /// Looks until the screen shows a text; false after a while.
  func shows(_ text: String, seconds: Double = 15) -> Bool {
    shows(seconds: seconds) { $0.text.contains(text) }
  }

  func shows(
    seconds: Double = 15, _ condition: (ScreenText) -> Bool
  ) -> Bool {
    let deadline = Date() + seconds
    while true {
      // A frame may come in pieces: only a screen at rest is looked at.
      while look(milliseconds: 30) {}
      if condition(screen) { return true }
      guard isOpen, Date() < deadline else { return false }
      _ = look(milliseconds: 100)
    }
  }

  /// Takes what came; false where nothing did.
  @discardableResult
  func look(milliseconds: Int32) -> Bool {
    guard isOpen else { return false }
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else {
      usleep(useconds_t(milliseconds) * 1_000)
      return false
    }
    bytes += buffer[..<count]
    screen.take(buffer[..<count])
    return true
  }

  /// The status with which the program ended; nil where it goes on.
  func ended(within seconds: Double = 20) -> Int32? {
    let deadline = Date() + seconds
    while status == nil {
      var word: Int32 = 0
      if waitpid(pid, &word, WNOHANG) == pid {
        status = word & 0x7F == 0 ? (word >> 8) & 0xFF : -(word & 0x7F)
      } else if Date() > deadline {
        return nil
      } else if isOpen {
        _ = look(milliseconds: 20)
      } else {
        usleep(20_000)
      }
    }
    while look(milliseconds: 50) {}
    return status
  }
}

/// What a terminal shows: as much of one as the course makes use of.
struct ScreenText {
  let columns: Int
  let rows: Int
  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []

  /// Whether the other screen is shown, and the cursor.
  private(set) var isOther = false
  private(set) var showsCursor = true

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(
      repeating: Array(repeating: " ", count: columns), count: rows)
  }

  var lines: [String] { cells.map { String($0) } }
  var text: String { lines.joined(separator: "\n") }

  mutating func take(_ bytes: ArraySlice<UInt8>) {
    pending += bytes
    while let first = pending.first {
      if first == 0x1B {
        guard let count = escape() else { return }
        pending.removeFirst(count)
      } else if first < 0x20 {
        if first == 0x0A { newLine() }
        if first == 0x0D { column = 0 }
        if first == 0x08 { column = max(0, column - 1) }
        pending.removeFirst()
      } else {
        let count =
          first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard pending.count >= count else { return }
        put(Character(String(decoding: pending.prefix(count), as: UTF8.self)))
        pending.removeFirst(count)
      }
    }
  }

  private mutating func put(_ character: Character) {
    if column == columns {
      column = 0
      newLine()
    }
    cells[row][column] = character
    column += 1
  }

  private mutating func newLine() {
    if row + 1 < rows {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  /// Follows an escape sequence; how long it is, or nil while it is not whole.
  private mutating func escape() -> Int? {
    guard pending.count > 1 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else { return 2 }
    guard
      let end = pending.dropFirst(2).firstIndex(where: {
        (0x40...0x7E).contains($0)
      })
    else { return nil }
    let words = String(decoding: pending[2..<end], as: UTF8.self)
    let number = Int(words) ?? 1
    switch Character(Unicode.Scalar(pending[end])) {
    case "H": (row, column) = (0, 0)
    case "A": row = max(0, row - number)
    case "K": clear(row, from: min(column, columns - 1))
    case "J":
      if words == "2" {
        for row in 0..<rows { clear(row, from: 0) }
      } else {
        clear(row, from: min(column, columns - 1))
        for row in (row + 1)..<max(row + 1, rows) { clear(row, from: 0) }
      }
    case "h", "l":
      let isOn = pending[end] == UInt8(ascii: "h")
      if words == "?1049" {
        isOther = isOn
        // What stood there before the other screen is of no interest here.
        for row in 0..<rows { clear(row, from: 0) }
        (row, column) = (0, 0)
      }
      if words == "?25" { showsCursor = isOn }
    default: break
    }
    return end + 1
  }

  private mutating func clear(_ row: Int, from column: Int) {
    for column in column..<columns { cells[row][column] = " " }
  }
}

extension ToyCourse {
  /// The program at a terminal.
  func terminal(
    _ arguments: String..., columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      buildFolder + "/toy-course", arguments, in: root, columns: columns,
      rows: rows)
  }

  /// The processes that work in the course's folder or run what lies there.
  func processes() -> [String] {
    let files = FileManager.default
    let all = (try? files.contentsOfDirectory(atPath: "/proc")) ?? []
    let real = URL(filePath: root).resolvingSymlinksInPath().path
    return all.filter { name in
      guard Int32(name) != nil else { return false }
      return ["cwd", "exe"].contains { link in
        let place = try? files.destinationOfSymbolicLink(
          atPath: "/proc/\(name)/\(link)")
        return place == real || place?.hasPrefix(real + "/") == true
      }
    }
  }

  /// Waits until the condition about the processes holds.
  func eventually(_ condition: ([String]) -> Bool) -> Bool {
    let deadline = Date() + 30
    while !condition(processes()) {
      if Date() > deadline { return false }
      usleep(50_000)
    }
    return true
  }

  /// Waits for a learner's program that runs.
  func isRunningAProgram() -> Bool {
    eventually { processes in
      processes.contains { name in
        let exe = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/\(name)/exe")
        return exe?.hasSuffix("/program") == true
      }
    }
  }
}
