/// The students of a class, from a CSV with a header.
///
/// The columns `id` and `name` are needed; `email`, `github` and `submission`
/// (the name of what was handed in) help to find whose a submission is.
package struct Roster: Sendable, Equatable {
  package var students: [Student] = []

  /// What each student is also known by, in lower case.
  private var others: [String: Int] = [:]
  private var accounts: [String: Int] = [:]

  package init() {}

  /// Reads a roster; the reason if it cannot be one.
  package init(_ table: CSV) throws(Refusal) {
    let header = (table.rows.first ?? []).map(Self.key)
    func column(_ names: String...) -> Int? {
      header.firstIndex { names.contains($0) }
    }
    guard let id = column("id", "sid", "student id", "sis user id") else {
      throw Refusal("its first line names no column `id`")
    }
    let name = column("name", "full name", "student", "student name")
    let email = column("email", "email address", "e-mail")
    let more = [
      column("github", "github_username"), column("submission", "folder"),
    ]
    var ids: Set<String> = []
    for (number, row) in table.rows.dropFirst().enumerated() {
      func value(_ column: Int?) -> String? {
        column.flatMap {
          row.indices.contains($0) ? row[$0].trimmed : nil
        }.flatMap { $0.isEmpty ? nil : $0 }
      }
      guard let key = value(id) else {
        throw Refusal("line \(number + 2) has no `id`")
      }
      let place = students.count
      guard ids.insert(Self.key(key)).inserted else {
        throw Refusal("line \(number + 2): \(key) is there twice")
      }
      let known =
        [key, value(email), value(name)] + more.map(value)
        + (value(name).map(Self.spellings) ?? [])
      for word in Set(known.compactMap { $0.map(Self.key) }) {
        // Two of one name: only what tells them apart finds them.
        others[word] = others[word] == nil ? place : Self.several
      }
      if let account = value(more[0]).map(Self.key) {
        accounts[account] = accounts[account] == nil ? place : Self.several
      }
      students.append(
        Student(id: key, name: value(name) ?? key, email: value(email)))
    }
  }

  /// The student whom a name stands for, or nil.
  ///
  /// `prefix` is what `prefix(of:)` found in all names.
  package func student(
    for identity: Identity, prefix: String? = nil
  ) -> Student? {
    for word in [identity.id, identity.name].map(Self.key) {
      if let place = others[word], place != Self.several {
        return students[place]
      }
    }
    let word = Self.key(identity.id)
    guard let prefix, word.hasPrefix(prefix),
      let place = accounts[String(word.dropFirst(prefix.count))],
      place != Self.several
    else { return nil }
    return students[place]
  }

  /// What GitHub Classroom puts before each account: the assignment's name and a
  /// hyphen.
  ///
  /// It is the prefix that fits the most names; of several, the shortest.
  /// Looking at each name alone would let `evil-bob` hand in for `bob`; nil if
  /// no prefix fits two.
  package func prefix(of names: [Identity]) -> String? {
    var counts: [String: Int] = [:]
    for word in names.map({ Self.key($0.id) }) {
      for hyphen in word.indices where word[hyphen] == "-" {
        let account = String(word[word.index(after: hyphen)...])
        guard accounts[account] != nil else { continue }
        counts[String(word[...hyphen]), default: 0] += 1
      }
    }
    return counts.filter { $0.value > 1 }.min {
      ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key)
    }?.key
  }

  /// Stands for more than one student.
  private static let several = -1

  /// How systems write a name: the first names before the last, and as Canvas
  /// does, `lovelaceada`.
  private static func spellings(of name: String) -> [String] {
    let parts = name.split(separator: ",", maxSplits: 1).map {
      String($0).trimmed
    }
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    let (first, last) =
      parts.count == 2
      ? (parts[1], parts[0])
      : (words.dropLast().joined(separator: " "), words.last ?? "")
    return [
      "\(first) \(last)", "\(last), \(first)",
      (last + first).filter(\.isLetter),
    ]
  }

  private static func key(_ text: String) -> String {
    text.trimmed.lowercased()
  }
}

extension String {
  fileprivate var trimmed: String {
    let rest = drop { $0.isWhitespace }
    let end = rest.lastIndex { !$0.isWhitespace }
    return end.map { String(rest[...$0]) } ?? ""
  }
}
