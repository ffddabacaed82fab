internal import Pages
internal import Terminals

/// The list of lessons as something to move in, with a filter and a search.
///
/// It knows keys and lines, and no terminal.
struct ListView {
  enum Filter: String {
    case all, pending, done
  }

  /// What a key asks for beyond the list itself.
  enum Choice: Equatable {
    case open(Int)
    case leave
  }

  var lessons: [ListedLesson] {
    didSet { select(number: selectedNumber) }
  }
  private(set) var filter = Filter.all
  private(set) var query = ""
  private(set) var isSearching = false

  /// The index of the chosen lesson among those shown.
  private var selected = 0
  private var top = 0

  /// The digits typed so far of a lesson's number.
  private var digits = ""

  init(_ lessons: [ListedLesson], selecting number: Int?) {
    self.lessons = lessons
    select(number: number)
  }

  /// The lessons that the filter and the search leave.
  var shown: [ListedLesson] {
    let words = query.lowercased()
    return lessons.filter { lesson in
      switch filter {
      case .all: true
      case .pending: lesson.state != .done
      case .done: lesson.state == .done
      }
    }.filter {
      words.isEmpty || $0.title.lowercased().contains(words)
        || "\($0.number)" == words
    }
  }

  var selectedNumber: Int? {
    let shown = shown
    return shown.indices.contains(selected) ? shown[selected].number : nil
  }

  private mutating func select(number: Int?) {
    let shown = shown
    selected = shown.firstIndex { $0.number == number } ?? 0
  }

  /// Does what the key says; `height` is how many lessons are on the screen.
  mutating func press(_ key: Key, height: Int) -> Choice? {
    if isSearching, search(key) { return nil }
    if case .character(let digit) = key, digit.isASCII, digit.isNumber {
      jump(to: digit)
      return nil
    }
    digits = ""
    let last = shown.count - 1
    switch key {
    case .up, .character("k"): selected -= 1
    case .down, .character("j"): selected += 1
    case .pageUp, .character("b"): selected -= max(1, height - 1)
    case .pageDown, .character(" "): selected += max(1, height - 1)
    case .home, .character("g"): selected = 0
    case .end, .character("G"): selected = last
    case .character("a"): show(.all)
    case .character("p"): show(.pending)
    case .character("d"): show(.done)
    case .character("/"):
      isSearching = true
      query = ""
    case .enter: return selectedNumber.map { .open($0) }
    case .escape:
      guard !query.isEmpty || filter != .all else { return .leave }
      query = ""
      show(.all)
    case .character("q"), .interrupt: return .leave
    default: break
    }
    selected = max(0, min(selected, shown.count - 1))
    return nil
  }

  private mutating func show(_ filter: Filter) {
    let number = selectedNumber
    self.filter = filter
    select(number: number)
  }

  /// A key of the search; false where it ends the search and means more.
  private mutating func search(_ key: Key) -> Bool {
    switch key {
    case .character(let character): query.append(character)
    case .backspace: _ = query.popLast()
    case .escape:
      query = ""
      isSearching = false
    case .enter:
      isSearching = false
    default:
      isSearching = false
      return false
    }
    selected = max(0, min(selected, shown.count - 1))
    return true
  }

  private mutating func jump(to digit: Character) {
    digits.append(digit)
    if !has(digits) { digits = String(digit) }
    guard has(digits) else {
      digits = ""
      return
    }
    let shown = shown
    selected =
      shown.firstIndex { "\($0.number)" == digits }
      ?? shown.firstIndex { "\($0.number)".hasPrefix(digits) } ?? selected
  }

  private func has(_ digits: String) -> Bool {
    shown.contains { "\($0.number)".hasPrefix(digits) }
  }

  /// How many lessons are on a screen of so many rows.
  static func height(rows: Int) -> Int { max(1, rows - 4) }

  /// The whole screen.
  mutating func rows(on screen: Screen, rows count: Int) -> [String] {
    let height = Self.height(rows: count)
    top = max(min(top, selected), selected - height + 1)
    top = max(0, min(top, shown.count - height))
    let lines = listScreen(
      shown, of: lessons, selected: selected, top: top, height: height,
      filter: filter.rawValue,
      query: isSearching || !query.isEmpty
        ? query : nil, isSearching: isSearching, on: screen)
    return Pages.rows(lines, on: screen)
  }
}
