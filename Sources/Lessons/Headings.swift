import System

/// What a list shows of a lesson: its front matter, without the text.
package struct LessonHeading: Sendable, Equatable {
  package var number: Int
  package var id: String
  package var title: String
  package var summary: String
  package var minutes: Int
  package var hasExercise: Bool
}

/// The headings of all lessons by number, and the problems in the others.
///
/// The texts are not parsed, so that even a very long list is quick to read.
/// Problems in a text are reported by `readLessons`.
package func readLessonHeadings(
  in folder: String
) throws(LessonError) -> (headings: [LessonHeading], problems: [LessonError]) {
  var headings: [LessonHeading] = []
  var problems: [LessonError] = []
  var numbers: Set<Int> = []
  var ids: Set<String> = []
  for entry in try lessonFolders(in: folder) {
    let (number, name) = (entry.number, entry.name)
    do throws(LessonError) {
      let heading = try LessonHeading(
        folder: "\(folder)/\(name)", number: number)
      guard numbers.insert(number).inserted, ids.insert(heading.id).inserted
      else {
        throw LessonError(
          file: "\(folder)/\(name)/lesson.md", line: 1,
          problem: "another lesson has the same number or id",
          remedy: "give each lesson its own number and id")
      }
      headings.append(heading)
    } catch {
      problems.append(error)
    }
  }
  headings.sort { $0.number < $1.number }
  return (headings, problems)
}

extension LessonHeading {
  fileprivate init(folder: String, number: Int) throws(LessonError) {
    let file = "\(folder)/lesson.md"
    if let head = frontMatter(of: file), let quick = QuickFrontMatter(head) {
      self.init(
        number: number, id: quick.id, title: quick.title,
        summary: quick.summary, minutes: quick.minutes,
        hasExercise: quick.hasExercise)
      return
    }
    let front = try FrontMatter(Source(file: file), number: number)
    self.init(
      number: number, id: front.id, title: front.title,
      summary: front.summary, minutes: front.minutes,
      hasExercise: front.exercise != nil)
  }
}

/// The front matter of a file, read without the rest of the file.
///
/// Nil if it is not within the first 4 KiB, or if there is a carriage return.
private func frontMatter(of file: String) -> String? {
  guard let head = try? readHead(of: file, count: 4_096),
    head.starts(with: "---\n".utf8), !head.contains(.carriageReturn)
  else { return nil }
  var start = 4
  while let end = head[start...].firstIndex(of: .newline) {
    if head[start..<end].elementsEqual("---".utf8) {
      return String(validating: head[4..<start], as: UTF8.self)
    }
    start = end + 1
  }
  return nil
}

/// The front matter of a lesson, read without a YAML parser.
///
/// It requires each value that it needs to be plain text on one line. `init`
/// returns nil for everything else, which is left to the YAML parser.
struct QuickFrontMatter: Equatable {
  var id: String
  var title: String
  var summary: String
  var minutes: Int
  var hasExercise: Bool

  init?(_ text: String) {
    var values: [Substring: Substring] = [:]
    for line in text.utf8.split(separator: .newline).map(Substring.init) {
      guard let first = line.utf8.first, first != UInt8(ascii: " "),
        first != UInt8(ascii: "#"), first != UInt8(ascii: "-")
      else { continue }
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        return nil
      }
      let value = line[line.utf8.index(after: colon)...].drop { $0 == " " }
      let previous = values.updateValue(value, forKey: line[..<colon])
      guard previous == nil else { return nil }
    }
    guard let id = Self.plain(values["id"]),
      id.utf8.allSatisfy(\.isAnchor),
      let title = Self.plain(values["title"]),
      let summary = Self.plain(values["summary"]),
      let minutes = values["minutes"].flatMap({ Int($0) }), minutes > 0
    else { return nil }
    self.id = id
    self.title = title
    self.summary = summary
    self.minutes = minutes
    hasExercise = values["exercise"] != nil
  }

  /// A value that YAML takes literally, or nil if YAML might interpret it.
  private static func plain(_ value: Substring?) -> String? {
    guard let value, let first = value.utf8.first else { return nil }
    let special = "\"'|>&*!%@`{}[],?:-~#".utf8
    guard !special.contains(first), value.utf8.last != UInt8(ascii: " "),
      value.utf8.last != UInt8(ascii: ":"), !value.contains(": "),
      !value.contains(" #")
    else { return nil }
    return String(value)
  }
}
