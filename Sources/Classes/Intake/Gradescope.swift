internal import System

/// What Gradescope's metadata says about each folder: whose it is, and when it
/// came.
struct GradescopeMetadata {
  struct Entry: Equatable {
    var students: [Student] = []

    /// In seconds since 1970.
    var created: Double?
  }

  private(set) var entries: [String: Entry] = [:]

  /// Reads the few keys that matter, line by line; the rest is as long as the
  /// class's results.
  init(_ text: String) {
    var folder: String?
    // Which part of a submission a line belongs to: below `:history:` are
    // earlier ones, which have names and times of their own.
    var part = ""
    for line in text.split(separator: "\n").map({ $0.dropCarriageReturn }) {
      if let match = line.wholeMatch(of: /(submission_\d+):/) {
        folder = String(match.1)
        part = ""
        continue
      }
      if let match = line.prefixMatch(of: #/  :(\w+):/#) {
        part = String(match.1)
      }
      if let folder,
        let match = line.firstMatch(
          of: /^[ -]*:(name|sid|email|created_at): (.*)/),
        part == (match.1 == "created_at" ? "created_at" : "submitters")
      {
        var entry = entries[folder] ?? Entry()
        entry.note(String(match.1), unquoted(match.2))
        entries[folder] = entry
      }
    }
  }
}

extension GradescopeMetadata {
  /// The folder in which `run_autograder` puts its one submission.
  static let singleFolder = "submission"

  /// Reads `submission_metadata.json`, which describes an autograder's one
  /// submission; nil if it is not that.
  init?(json: [UInt8]) {
    // Not whose it is: a group gets one result.
    struct File: Decodable { var createdAt: String }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let file = try? decoder.decode(File.self, from: Data(json))
    else { return nil }
    var entry = Entry()
    // 2026-10-05T14:59:00.123456-07:00
    entry.created = seconds(
      iso8601: file.createdAt.replacing(/\.\d+/, with: ""))
    entries = [Self.singleFolder: entry]
  }
}

extension GradescopeMetadata.Entry {
  fileprivate mutating func note(_ key: String, _ value: String) {
    if key == "created_at" {
      // 2026-10-05 21:59:00.123456789 Z, or +02:00 for the last word.
      let words = value.split(separator: " ")
      guard words.count == 3 else { return }
      let time = words[1].prefix { $0 != "." }
      created = seconds(iso8601: "\(words[0])T\(time)\(words[2])")
      return
    }
    if key == "name" || students.isEmpty {
      students.append(Student(id: "", name: ""))
    }
    let last = students.count - 1
    switch key {
    case "name": students[last].name = value
    case "sid": students[last].id = value
    default: students[last].email = value.isEmpty ? nil : value
    }
  }
}

private func unquoted(_ text: Substring) -> String {
  let isQuoted =
    text.count >= 2 && text.first == text.last
    && (text.first == "'" || text.first == "\"")
  return String(isQuoted ? text.dropFirst().dropLast() : text)
}

extension Substring {
  fileprivate var dropCarriageReturn: Substring {
    last == "\r" ? dropLast() : self
  }
}
