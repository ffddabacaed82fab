package import Lessons
internal import System

/// A learner's file: where it lies for the reader, and its bytes as they
/// were read once.
package struct Source: Sendable, Equatable {
  /// The path as diagnostics show it, relative to the course's root where it
  /// lies inside.
  package var path: String

  /// The text that is compiled, with Unix's line ends: lines and columns stay
  /// as they are in the file.
  package var text: String

  /// The text as it is in the file, to be kept as a snapshot.
  package var original: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text.withUnixLines
    original = text
  }
}

/// One exercise to compile: its file, its promises, what it builds on.
package struct Plan: Sendable {
  /// The lesson's number.
  package var number: Int
  package var exercise: Exercise
  package var source: Source

  /// The file as the course handed it out, where that is known.
  package var starter: String?

  /// The exercises it imports, each after those it imports itself.
  package var earlier: [Plan]

  /// The child-side glue of a training exercise; nil where the driver is
  /// made from the functions' signatures.
  package var driver: String?

  package init(
    number: Int, exercise: Exercise, source: Source, earlier: [Plan] = [],
    driver: String? = nil
  ) {
    self.number = number
    self.exercise = exercise
    self.source = source
    self.earlier = earlier
    self.driver = driver
  }

  /// The module's name, such as `Exercise03`.
  var module: String { moduleName(number) }

  /// What the learner may import by name.
  var allowedImports: [String] {
    exercise.imports + exercise.buildsOn.map(moduleName)
  }
}

extension Plan {
  /// The name that a learner's file is compiled under, in a folder of the
  /// cache: no name of theirs reaches the compiler's command line, and a
  /// backtrace tells the exercises apart.
  var sourceFile: String { "\(module).swift" }

  /// The learner's files by those names.
  var sources: [String: Source] {
    var sources = [sourceFile: source]
    for plan in earlier { sources.merge(plan.sources) { first, _ in first } }
    return sources
  }

  /// The paths of the learner's files by those names.
  var shownPaths: [String: String] {
    var paths = [sourceFile: source.path]
    for plan in earlier { paths.merge(plan.shownPaths) { first, _ in first } }
    return paths
  }
}

extension Plan {
  /// Whether a word stands anywhere in the learner's files.
  func mentions(_ word: String) -> Bool {
    source.text.contains(word) || earlier.contains { $0.mentions(word) }
  }
}

func moduleName(_ number: Int) -> String {
  "Exercise" + (number < 10 ? "0" : "") + "\(number)"
}
