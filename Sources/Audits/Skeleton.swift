internal import System

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The files of a lesson that is still to be written, after the course's
/// template: every `TODO` in them is a finding, and with all of them filled in
/// the lesson is whole.
package struct Skeleton: Sendable {
  package let directory: String
  private let number: Int
  private let name: String
  /// The name as a type and as a value: `KMeans`, `kMeans`.
  private let type: String
  private let value: String

  /// Of a name such as `k-means`.
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

  /// Why no function can be named so, and what mends it; nil where one can.
  package var refusal: String? {
    guard reservedWords.contains(value) else { return nil }
    return "a function cannot be named `\(value)` in Swift; take two words, as "
      + "in \(name)-model"
  }

  /// The paths within the course in `root`, and the texts, as its template
  /// has them for a lesson called `your-lesson`.
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

  /// The folders that hold nothing yet.
  package var folders: [String] { ["Lessons/\(directory)/figures"] }

  /// What is to be added by hand, and where.
  package var registration: String {
    """
    To Package.swift, in the list of lessons:
      ("\(directory)", []),
    To Lessons/Checks/Registry.swift:
      \(value)Checks,    in registry
      LessonFigures(lesson: "\(name)", \(value)Figures),    in figures
    Then: swift build --product course && swift run course verify \(number)

    """
  }
}

/// Words of Swift that are no names for functions, and the one of the course.
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
