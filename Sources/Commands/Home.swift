package import Checks
internal import Datasets
internal import Grading
internal import Journals
package import Lessons
internal import System

/// The course that a command works on: its folder and its lessons.
package struct Home {
  package let root: String
  package let library: Library
  package let world: World

  var journal: Journal {
    let world = world
    return Journal(root: root) { world.writeError("course: \($0)\n") }
  }

  /// Opens the course and reads only the lesson that is next.
  ///
  /// If that one cannot be read, all lessons are read, so that another can take
  /// its place.
  init(atNextLessonIn world: World) throws {
    let root = try world.courseFolder()
    let next = try listRows(in: root, world: world).first { $0.next }
    guard let next,
      let library = try? readLessons(
        in: root + "/Lessons", named: "\(next.number)"),
      library.problems.isEmpty
    else {
      try self.init(in: world)
      return
    }
    self.init(root: root, library: library, world: world)
  }

  private init(root: String, library: Library, world: World) {
    (self.root, self.library, self.world) = (root, library, world)
  }

  /// Opens the course and reads its lessons.
  ///
  /// With a lesson's name, it reads only that lesson and those it builds on.
  package init(in world: World, for name: String? = nil) throws {
    let root = try world.courseFolder()
    do throws(LessonError) {
      library = try readLessons(in: root + "/Lessons", named: name)
    } catch {
      throw CommandFailure(.environment, "\(error)")
    }
    self.root = root
    self.world = world
    for problem in library.problems {
      world.writeError("course: \(relative(problem.description))\n")
    }
  }

  /// A path relative to the course's folder, for messages.
  func relative(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }

  /// The lesson with a number or an id.
  package func lesson(_ name: String) throws -> Lesson {
    guard let entry = library[name] else {
      let known = library.entries.map { "\($0.number)" }
      throw CommandFailure(
        .usage,
        "there is no lesson \(name); there are \(known.joined(separator: ", "))"
          + " (see `swift run course list`)")
    }
    switch entry.result {
    case .success(let lesson): return lesson
    case .failure(let problem):
      throw CommandFailure(.environment, relative(problem.description))
    }
  }

  /// The first lesson whose exercise has not been passed, or nil if all have.
  func current(in progress: LearnerProgress) -> Lesson? {
    library.lessons.first {
      $0.exercise != nil && progress[$0.id].passed == nil
    }
  }

  /// The lesson that a command without a number is about.
  func currentLesson() throws -> Lesson {
    guard let lesson = current(in: try journal.progress()) else {
      throw CommandFailure(
        .usage, "all exercises are passed; name one by its number")
    }
    return lesson
  }

  package func checks(of lesson: Lesson) throws -> [Check] {
    guard let found = world.registry().first(where: { $0.lesson == lesson.id }),
      !found.checks.isEmpty
    else {
      throw CommandFailure(
        .environment,
        "\(relative(lesson.folder))/lesson.md:1: no checks are registered for "
          + "`\(lesson.id)`; add a …Checks.swift to its folder and name it in "
          + "Lessons/Checks/Registry.swift")
    }
    try refuseUnknownFunctions(in: found.checks, of: lesson)
    return found.checks.inOrder(of: lesson.checkpoints)
  }

  /// The sentences in a lesson's `feedback.yaml`.
  package func feedback(of lesson: Lesson) throws -> Feedback {
    do throws(LessonError) {
      return try Feedback(folder: lesson.folder)
    } catch {
      throw CommandFailure(.environment, relative("\(error)"))
    }
  }

  /// The diagnostics, each with its meaning if the course explains it.
  ///
  /// `source` is the text that was compiled. An unreadable `compiler.yaml` is
  /// the author's problem; the learner still gets the compiler's own messages.
  package func explained(
    _ diagnostics: [Diagnostic], in source: String
  ) -> [Diagnostic] {
    guard !diagnostics.isEmpty,
      let words = try? CompilerExplanations(
        file: "\(root)/Lessons/compiler.yaml")
    else { return diagnostics }
    let lines = source.lines.map(String.init)
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      let isThere = lines.indices.contains(diagnostic.line - 1)
      diagnostic.meaning = words.meaning(
        of: diagnostic.message, in: isThere ? lines[diagnostic.line - 1] : "")
      return diagnostic
    }
  }

  /// Throws if a check is for a function that the lesson does not list.
  ///
  /// The message is for the author. A lesson with a driver of its own may have
  /// more functions than it lists.
  private func refuseUnknownFunctions(
    in checks: [Check], of lesson: Lesson
  ) throws {
    guard contents(of: lesson.folder + "/Driver.swift") == nil else { return }
    let promised = (lesson.exercise?.functions ?? []).map(\.fullName)
    let unknown = checks.first { !promised.contains($0.subject.name) }
    guard let unknown else { return }
    let file = lesson.folder + "/lesson.md"
    throw CommandFailure(
      .environment,
      "\(relative(file)):\(lesson.exercise?.line ?? 1): the check \(unknown.id) is of "
        + "\(unknown.subject.name), which is not among the lesson's functions "
        + "(\(promised.joined(separator: ", "))); correct one of them")
  }

  /// The path of the learner's file for a lesson.
  package func exercisePath(of lesson: Lesson) -> String {
    lesson.folder + "/Exercise.swift"
  }

  /// Throws if the learner's file is missing.
  func requireExercise(of lesson: Lesson) throws(CommandFailure) {
    // A symbolic link without a target counts as missing, too.
    if !FileManager.default.fileExists(atPath: exercisePath(of: lesson)) {
      throw missingExercise(of: lesson)
    }
  }

  /// The error for a missing learner's file, with the commands to restore it.
  ///
  /// If a snapshot was saved, restoring that is suggested first.
  func missingExercise(of lesson: Lesson) -> CommandFailure {
    let command = "swift run course"
    let starter = "the starter with `\(command) reset \(lesson.number)`"
    let isKept = (try? journal.snapshots(of: lesson.id))?.isEmpty == false
    let own = "what you wrote with `\(command) undo \(lesson.number)`, or "
    return CommandFailure(
      .environment,
      "there is no file \(relative(exercisePath(of: lesson))); bring back "
        + (isKept ? own : "") + starter)
  }

  package func solutionPath(of lesson: Lesson) -> String {
    "\(root)/Solutions/\(lesson.directory)/Exercise.swift"
  }
}

extension World {
  /// The course's folder: the nearest one that contains `Lessons`.
  ///
  /// The search goes up from the current folder, then from the program.
  package func courseFolder() throws(CommandFailure) -> String {
    let starts = [currentFolder, executable]
    let found = starts.lazy.compactMap {
      folder(above: $0, holding: "Lessons")
    }.first
    guard let found else {
      throw CommandFailure(
        .environment,
        "no course here: no folder upwards of \(currentFolder) holds "
          + "Lessons; run the command within the course's folder")
    }
    return found
  }
}

extension [Check] {
  /// The checks in the order in which the text asks for their functions.
  ///
  /// The checks of one function keep their order.
  fileprivate func inOrder(of checkpoints: [Checkpoint]) -> [Check] {
    let places = Dictionary(
      uniqueKeysWithValues: checkpoints.enumerated().map {
        ($1.function, $0)
      })
    return enumerated().sorted { left, right in
      let (a, b) = (
        places[left.element.subject.name] ?? checkpoints.count,
        places[right.element.subject.name] ?? checkpoints.count
      )
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}

/// The nearest folder, from a path upward, that contains the folder `inner`.
func folder(above path: String, holding inner: String) -> String? {
  var folder = URL(filePath: path).standardized
  while true {
    if isFolder(folder.appending(path: inner).path) { return folder.path }
    let parent = folder.deletingLastPathComponent()
    if parent.path == folder.path || parent.path.isEmpty { return nil }
    folder = parent
  }
}
