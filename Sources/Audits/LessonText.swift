internal import Lessons

/// A lesson's file as it was written, with what stands in its running text.
///
/// The reader of lessons gives blocks without their places; the gate wants
/// the line of every number and link, and rewrites numbers in place.
struct LessonText {
  let text: String
  private(set) var numerals: [Numeral] = []
  private(set) var links: [Link] = []
  private(set) var images: [Image] = []
  /// Links `[text][label]` whose label no line defines.
  private(set) var undefined: [Link] = []

  struct Link {
    var destination: String
    var line: Int
  }

  struct Image {
    var alternative: String
    var path: String
    var line: Int
  }

  init(of lesson: Lesson, in course: AuditedCourse) throws {
    let path = course.path(of: lesson)
    guard let text = course.text(path) else {
      throw UnreadableLesson(description: "\(path):1: it cannot be read")
    }
    self.init(text)
  }

  init(_ text: String) {
    self.text = text
    var labels: Set<String> = []
    var references: [Link] = []
    for zone in zones(of: text) {
      var scanner = ProseScanner(text, zone)
      scanner.scan()
      numerals += scanner.numerals
      links += scanner.links
      images += scanner.images
      references += scanner.references
      labels.formUnion(scanner.labels)
    }
    undefined = references.filter { !labels.contains($0.destination) }
  }
}

/// Lines that belong together: a paragraph, a list, a table, a quiz.
struct Zone {
  var range: Range<String.Index>
  var line: Int
  /// Whether its numbers need no source: headings and quizzes.
  var isExempt: Bool
}

/// The parts of a lesson's file that are running text.
private func zones(of text: String) -> [Zone] {
  var zones: [Zone] = []
  var current: Zone?
  var fence: (mark: Substring, isQuiz: Bool)?
  var inFrontMatter = false
  func end() {
    if let zone = current { zones.append(zone) }
    current = nil
  }
  func extend(_ line: Substring, _ number: Int, isExempt: Bool) {
    let start = current?.range.lowerBound ?? line.startIndex
    current = Zone(
      range: start..<line.endIndex, line: current?.line ?? number,
      isExempt: isExempt)
  }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  for (index, line) in lines.enumerated() {
    if line == "---", index == 0 || inFrontMatter {
      inFrontMatter = index == 0
      continue
    }
    if inFrontMatter { continue }
    let content = line.drop { $0 == " " || $0 == ">" }
    if let open = fence {
      let closes =
        content.hasPrefix(open.mark)
        && content.allSatisfy { $0 == open.mark.first || $0 == " " }
      if closes {
        end()
        fence = nil
      } else if open.isQuiz {
        extend(line, index + 1, isExempt: true)
      }
    } else if content.hasPrefix("```") || content.hasPrefix("~~~") {
      end()
      let mark = content.prefix { $0 == content.first }
      let info = content.dropFirst(mark.count).drop { $0 == " " }
      fence = (mark, info.hasPrefix("quiz"))
    } else if content.allSatisfy(\.isWhitespace) {
      end()
    } else if isHeading(content) {
      end()
      extend(line, index + 1, isExempt: true)
      end()
    } else {
      extend(line, index + 1, isExempt: false)
    }
  }
  end()
  return zones
}

/// One to six number signs, and a space or nothing after them.
private func isHeading(_ line: Substring) -> Bool {
  let after = line.drop { $0 == "#" }
  let level = line.count - after.count
  return (1...6).contains(level) && (after.first?.isWhitespace ?? true)
}
