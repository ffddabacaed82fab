package import Lessons
internal import System

/// A learner's file: its path as shown to the reader, and its text, which was
/// read once.
package struct Source: Sendable, Equatable {
  /// The path shown in diagnostics, relative to the course's root if it lies
  /// inside.
  package var path: String

  /// The text to compile, with Unix line endings; lines and columns are as in
  /// the file.
  package var text: String

  /// The text exactly as in the file, to keep as a snapshot.
  package var original: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text.withUnixLines
    original = text
  }
}

/// An exercise to compile: its file, its declarations, and the exercises it
/// builds on.
package struct Plan: Sendable {
  /// The lesson's number.
  package var number: Int
  package var exercise: Exercise
  package var source: Source

  /// The starter file, if it is known.
  package var starter: String?

  /// The exercises it imports, dependencies first.
  package var earlier: [Plan]

  /// The driver's source for a training exercise; nil if the driver is
  /// generated from the functions' signatures.
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

  /// The modules that the learner may import by name.
  var allowedImports: [String] {
    exercise.imports + exercise.buildsOn.map(moduleName)
  }
}

extension Plan {
  /// The name under which a learner's file is compiled, in a folder of the
  /// cache: the learner's own file names never reach the compiler's command
  /// line, and a backtrace tells the exercises apart.
  var sourceFile: String { "\(module).swift" }

  /// The learner's files, keyed by those names.
  var sources: [String: Source] {
    var sources = [sourceFile: source]
    for plan in earlier { sources.merge(plan.sources) { first, _ in first } }
    return sources
  }

  /// The paths of the learner's files, keyed by those names.
  var shownPaths: [String: String] {
    var paths = [sourceFile: source.path]
    for plan in earlier { paths.merge(plan.shownPaths) { first, _ in first } }
    return paths
  }
}

extension Plan {
  /// Whether a word occurs anywhere in the learner's files.
  func mentions(_ word: String) -> Bool {
    source.text.contains(word) || earlier.contains { $0.mentions(word) }
  }
}

func moduleName(_ number: Int) -> String {
  "Exercise" + (number < 10 ? "0" : "") + "\(number)"
}
