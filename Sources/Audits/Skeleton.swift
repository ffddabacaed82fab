internal import System

/// The files of a new lesson, made from the course's template.
///
/// Every `TODO` in them is a finding; once all are filled in, the lesson is
/// complete.
package struct Skeleton: Sendable {
  package let directory: String
  private let number: Int
  private let name: String
  /// The name as a type and as a value: `KMeans`, `kMeans`.
  private let type: String
  private let value: String

  /// Makes the skeleton of a lesson with a name such as `k-means`.
  package init(name: String, number: Int) {
    self.name = name
    self.number = number
    directory = (number < 10 ? "0" : "") + "\(number)-\(name)"
    let words = name.split(separator: "-").map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }
    type = words.joined()
    value = type.prefix(1).lowercased() + type.dropFirst()
  }

  /// Why no function can have this name, and the remedy; nil if one can.
  package var refusal: String? {
    guard reservedWords.contains(value) else { return nil }
    return "the lesson's function cannot be named `\(value)`; use two words, "
      + "as in \(name)-model"
  }

  /// The paths of the files, relative to `root`, and their texts.
  ///
  /// They are those of the template in `root`, in which the lesson is called
  /// `your-lesson`.
  package func files(
    in root: String
  ) throws -> [(path: String, text: String)] {
    let template = "\(root)/Lessons/.template"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: template)
    return paths.sorted().compactMap { path in
      (try? readFile("\(template)/\(path)", atMost: 1 << 20)).map {
        (renamed(path), renamed(String(decoding: $0, as: UTF8.self)))
      }
    }
  }

  private func renamed(_ text: String) -> String {
    text.replacing("00-your-lesson", with: directory)
      .replacing("YourLesson", with: type)
      .replacing("yourLesson", with: value)
      .replacing("your-lesson", with: name)
  }

  /// The folders that are still empty.
  package var folders: [String] { ["Lessons/\(directory)/figures"] }

  /// Says what to add by hand, and where.
  package var registration: String {
    """
    Add to the list of lessons in Package.swift:
      ("\(directory)", []),
    Add to Lessons/Checks/Registry.swift:
      \(value)Checks,    in registry
      LessonFigures(lesson: "\(name)", \(value)Figures),    in figures
    Then run:
      swift build --product course && swift run course verify \(number)

    """
  }
}

/// Words that cannot name a function: Swift's, and the course's `notWritten`.
private let reservedWords: Set = [
  "as", "associatedtype", "break", "case", "catch", "class", "continue",
  "default", "defer", "deinit", "do", "else", "enum", "extension",
  "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
  "import", "in", "init", "inout", "internal", "is", "let", "nil",
  "notWritten", "operator", "precedencegroup", "private", "protocol",
  "public", "repeat", "rethrows", "return", "self", "static", "struct",
  "subscript", "super", "switch", "throw", "throws", "true", "try",
  "typealias", "var", "where", "while",
]
