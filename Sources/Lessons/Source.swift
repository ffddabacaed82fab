import System

/// A lesson's file in memory, split into front matter and text.
struct Source {
  /// The path for error messages.
  var file: String
  /// The text between the lines `---`.
  var frontMatter = ""
  /// The text below the front matter.
  var body: String
  /// The number of lines in the file before the body.
  var linesBefore: Int
}

extension Source {
  /// Reads a file, and converts its line endings to newlines.
  init(file: String) throws(LessonError) {
    try self.init(file: file, text: try Self.text(of: file))
  }

  /// Reads the text of one of a lesson's files.
  static func text(of file: String) throws(LessonError) -> String {
    let data: [UInt8]
    do {
      data = try readFile(file, atMost: 4 << 20)
    } catch {
      throw LessonError(
        file: file, line: 1, problem: "the file cannot be read: \(error)",
        remedy: "each lesson is a folder with a lesson.md and a feedback.yaml "
          + "that you may read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw LessonError(
        file: file, line: firstBadLine(of: data),
        problem: "the text is not UTF-8", remedy: "save the file as UTF-8")
    }
    return text
  }

  init(file: String, text: String) throws(LessonError) {
    let text = text.withUnixLines
    let opening = "---\n"
    guard text.utf8.starts(with: opening.utf8) else {
      throw LessonError(
        file: file, line: 1, problem: "the front matter is missing",
        remedy: "begin the file with the line --- and the lesson's id")
    }
    let bytes = text.utf8
    var start = bytes.index(bytes.startIndex, offsetBy: opening.utf8.count)
    let first = start
    var lines = 1
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: .newline) ?? bytes.endIndex
      let next = end < bytes.endIndex ? bytes.index(after: end) : end
      lines += 1
      if bytes[start..<end].elementsEqual("---".utf8) {
        self.init(
          file: file, frontMatter: String(text[first..<start]),
          body: String(text[next...]), linesBefore: lines)
        return
      }
      start = next
    }
    throw LessonError(
      file: file, line: 1, problem: "the front matter does not end",
      remedy: "put a line --- below its last key")
  }

  /// An error at a line of the body, counted from 1.
  func mistake(
    _ line: Int, _ problem: String, _ remedy: String
  ) -> LessonError {
    LessonError(
      file: file, line: linesBefore + line, problem: problem, remedy: remedy)
  }

  private static func firstBadLine(of data: [UInt8]) -> Int {
    var line = 1
    for piece in data.split(
      separator: .newline, omittingEmptySubsequences: false)
    {
      if String(validating: piece, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
