internal import Checks
internal import Datasets
package import Grading
package import Lessons
internal import System

extension Home {
  /// The compiler, with the library that was built beside this program.
  package func compiler() throws(GradingError) -> Compiler {
    let cache = try Cache(in: cacheFolders)
    let toolchain = try Toolchain(environment: world.environment)
    let executable = URL(filePath: world.executable).resolvingSymlinksInPath()
    let buildFolder = executable.deletingLastPathComponent()
    let systemModules = "Sources/Czlib"
    let package = folder(above: buildFolder.path, holding: systemModules)
    let libraries = try Libraries(
      buildFolder: buildFolder.path, package: package ?? root,
      toolchain: toolchain, cache: cache)
    return Compiler(
      toolchain: toolchain, libraries: libraries, cache: cache,
      protecting: root)
  }

  /// The folders in which compiled programs may be cached, the best one first.
  ///
  /// `COURSE_CACHE` overrides the others: the course's own folder and, if that
  /// is read-only, one in the user's home. No shared folder is used, because
  /// another user could have created it first.
  private var cacheFolders: [String] {
    let environment = world.environment
    if let named = environment["COURSE_CACHE"], !named.isEmpty {
      return [named]
    }
    let home = environment["HOME"].map { $0 + "/.cache" }
    let own = environment["XDG_CACHE_HOME"] ?? home
    return [root + "/.course/cache"]
      + (own.map { ["\($0)/course/programs"] } ?? [])
  }

  /// The plan for compiling a lesson's exercise.
  ///
  /// `file` replaces the learner's own file; earlier exercises are then taken
  /// from the solutions.
  package func plan(for lesson: Lesson, file: String? = nil) throws -> Plan {
    guard let exercise = lesson.exercise else {
      throw CommandFailure(
        .usage, "lesson \(lesson.number) has no exercise to check")
    }
    let path = file ?? exercisePath(of: lesson)
    let source = try source(at: path, isAsked: file != nil, lesson: lesson)
    var earlier: [Plan] = []
    for number in exercise.buildsOn {
      let other = try self.lesson("\(number)")
      let path = file == nil ? exercisePath(of: other) : solutionPath(of: other)
      earlier.append(try plan(for: other, at: path))
    }
    return Plan(
      number: lesson.number, exercise: exercise, source: source,
      earlier: earlier,
      driver: text(of: lesson.folder + "/Driver.swift"))
  }

  private func plan(for lesson: Lesson, at path: String) throws -> Plan {
    guard let exercise = lesson.exercise else {
      throw CommandFailure(
        .environment, "lesson \(lesson.number) has no exercise to build on")
    }
    let source = try source(at: path, isAsked: false, lesson: lesson)
    var plan = Plan(number: lesson.number, exercise: exercise, source: source)
    plan.starter = text(of: lesson.folder + "/Starter.swift")
    return plan
  }

  /// Reads a learner's file once; refuses anything that is not a Swift file.
  private func source(
    at path: String, isAsked: Bool, lesson: Lesson
  ) throws -> Source {
    let shown = relative(path)
    func failure(_ words: String) -> CommandFailure {
      CommandFailure(isAsked ? .usage : .environment, words)
    }
    let starter =
      "bring the starter back with `swift run course reset \(lesson.number)`"
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try readFile(path, atMost: 1 << 20)
    } catch .missing {
      throw isAsked
        ? failure("there is no file \(shown); name a Swift file")
        : missingExercise(of: lesson)
    } catch .tooLarge(let bytes) {
      let most = 1 << 20
      throw failure(
        "\(shown) has \((bytes + most - 1) / most) MiB; an exercise has at "
          + "most 1")
    } catch .refused(let number) {
      throw failure(
        "\(shown) cannot be read: \(systemReason(number)); make it readable "
          + "with `chmod u+r \(shown)`")
    } catch {
      throw failure(
        "there is no file \(shown): \(error); "
          + (isAsked ? "name a Swift file" : "move it away, and \(starter)"))
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      !bytes.contains(0)
    else {
      throw failure("\(shown) is not text in UTF-8; name a Swift file")
    }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw failure("\(shown) is empty; \(starter)")
    }
    return Source(path: shown, text: text)
  }

  /// The contents of a file of the course, or nil if it cannot be read.
  func contents(of path: String) -> Data? {
    (try? readFile(path, atMost: 16 << 20)).map { Data($0) }
  }

  /// The contents of a file as text with Unix line endings.
  package func text(of path: String) -> String? {
    contents(of: path).map { String(decoding: $0, as: UTF8.self).withUnixLines }
  }
}
