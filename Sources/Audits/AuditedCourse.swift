package import Checks
package import Grading
package import Lessons
package import Plots
internal import System

/// A course as the author's gate sees it: its files, and the checks and
/// figures registered for it.
package struct AuditedCourse: Sendable {
  package let root: String
  package let library: Library
  package let registry: [ExerciseChecks]
  package let figures: [LessonFigures]
  package let compiler: Compiler
  let data: @Sendable () throws -> ClassificationData

  package init(
    root: String, library: Library, registry: [ExerciseChecks],
    figures: [LessonFigures], compiler: Compiler,
    data: @escaping @Sendable () throws -> ClassificationData
  ) {
    self.root = root
    self.library = library
    self.registry = registry
    self.figures = figures
    self.compiler = compiler
    self.data = data
  }

  /// The findings in a lesson's text, its feedback and its registration; none
  /// of its files is graded.
  package func textFindings(
    in lesson: Lesson, seed: UInt64
  ) throws -> [Finding] {
    let run = try cellRun(of: lesson)
    let answers = try answerFindings(in: lesson)
    let words = try feedbackFindings(
      in: lesson, feedback: try feedback(of: lesson))
    return
      (cellFindings(in: lesson, run: run) + widthFindings(in: lesson)
      + toleranceFindings(in: lesson) + wallFindings(in: lesson)
      + numberFindings(in: lesson, run: run)
      + linkFindings(in: lesson)
      + figureFindings(in: lesson)
      + formulaFindings(in: lesson)
      + derivationFindings(in: lesson, seed: seed)
      + answers + structureFindings(in: lesson) + words
      + registrationFindings(of: lesson)).sorted()
  }

  /// Everything that the lesson can tell a learner who checks an answer.
  func feedback(of lesson: Lesson) throws -> Feedback {
    do throws(LessonError) {
      return try Feedback(folder: "\(root)/Lessons/\(lesson.directory)")
    } catch {
      throw UnreadableLesson(description: relative("\(error)"))
    }
  }

  /// The checks registered for a lesson.
  func checks(of lesson: Lesson) -> ExerciseChecks? {
    registry.first { $0.lesson == lesson.id }
  }
}

extension AuditedCourse {
  func relative(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }

  /// The path of a lesson's text, or of another file in its folder.
  func path(of lesson: Lesson, _ file: String = "lesson.md") -> String {
    "Lessons/\(lesson.directory)/\(file)"
  }

  func text(_ path: String) -> String? {
    (try? readFile("\(root)/\(path)", atMost: 16 << 20)).map {
      String(decoding: $0, as: UTF8.self).withUnixLines
    }
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(root)/\(path)")
  }

  /// The names in a folder that end in `ending`, sorted.
  func names(in folder: String, ending: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(
      atPath: "\(root)/\(folder)")
    return (all ?? []).filter { $0.hasSuffix(ending) }.sorted()
  }

  /// The first line of a file that contains these words; 1 if none does.
  func line(of words: String, in path: String) -> Int {
    let lines = (text(path) ?? "").lines
    return (lines.firstIndex { $0.contains(words) } ?? 0) + 1
  }

  /// Where the lesson's trusted files first contain these words; the first
  /// line of the lesson if none does.
  func place(
    of words: String, in lesson: Lesson
  ) -> (path: String, line: Int) {
    for name in trustedFiles(of: lesson) {
      let file = path(of: lesson, name)
      if text(file)?.contains(words) == true {
        return (file, line(of: words, in: file))
      }
    }
    return (path(of: lesson), 1)
  }

  /// The Swift files of a lesson that the course compiles into its own program,
  /// relative to the lesson's folder.
  func trustedFiles(of lesson: Lesson) -> [String] {
    names(in: "Lessons/\(lesson.directory)/Checks", ending: ".swift").map {
      "Checks/\($0)"
    }
  }
}

/// Why a lesson cannot be audited at all.
package struct UnreadableLesson: Error, CustomStringConvertible {
  package let description: String
}
