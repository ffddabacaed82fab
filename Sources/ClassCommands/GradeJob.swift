internal import Classes
internal import Commands
internal import Grading
internal import System

/// One run of `course grade`.
struct GradeJob {
  let options: GradeOptions
  let world: World
  let home: Home
  let rules: ClassRules
  let exercises: [AskedExercise]
  let marker: Marker
  let output: OutputFolder

  init(
    _ options: GradeOptions, data: DataOptions, in world: World
  ) throws {
    self.options = options
    self.world = world
    home = try Home(in: world)
    output = OutputFolder(world.absolute(options.out))
    rules = try Self.rules(options, in: world)
    let lessons = try home.gradedLessons(options.exercise, rules, data)
    exercises = lessons.keys.sorted().compactMap { number in
      lessons[number].map {
        AskedExercise(number: number, folder: $0.folder)
      }
    }
    let compiler = try home.compiler()
    let sandbox = options.unsafeNoSandbox
      ? nil
      : try Bubblewrap(
        for: compiler, path: world.environment["PATH"] ?? "")
    marker = Marker(
      lessons: lessons.mapValues(\.lesson), rules: rules, compiler: compiler,
      sandbox: sandbox,
      versions: try home.versions(of: lessons.mapValues(\.lesson), rules, compiler),
      host: hostName(), now: { world.now().timeIntervalSince1970 })
  }

  func run() throws -> ExitStatus {
    try output.prepare()
    for lesson in marker.lessons.values {
      try compilerErrors { try marker.compiler.prepare(for: lesson.plan) }
    }
    let workspace = try Workspace(
      in: world.environment["TMPDIR"] ?? "/tmp")
    let slots = Slot.slots(options.jobs ?? coreCount(), in: workspace.path)
    let rows = try takeIn()
    let batch = Batch(marker: marker, output: output, slots: slots) { done, all in
      if done == all || done % 10 == 0 {
        world.writeError("course: \(done) of \(all) graded\n")
      }
    }
    let ungraded = try batch.run(rows)
    for result in ungraded {
      world.writeError(
        "course: \(result.student.id), exercise \(result.exercise): not "
          + "graded: \(result.message)\n")
    }
    withExtendedLifetime(workspace) {}
    return ungraded.isEmpty ? .done : .environment
  }

  /// The rows to grade, from the folder of submissions.
  private func takeIn() throws -> [ManifestRow] {
    guard let submissions = options.submissions else {
      throw CommandFailure(.usage, "name the folder of submissions")
    }
    let roster = try options.roster.map { file in
      try readRoster(file, in: world)
    }
    let intake = Intake(
      exercises: exercises, roster: roster, rules: rules,
      seed: options.seed ?? world.seed())
    let rows = try intake.rows(from: world.absolute(submissions)) {
      try output.store($0, $1)
    }
    try output.write(rows)
    return rows
  }

  private static func rules(
    _ options: GradeOptions, in world: World
  ) throws -> ClassRules {
    guard let file = options.classFile else { return ClassRules() }
    let bytes = try readFile(world.absolute(file), atMost: 1 << 20)
    do {
      return try ClassRules(
        parsing: String(decoding: bytes, as: UTF8.self), file: file)
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
  }
}

private func readRoster(_ file: String, in world: World) throws -> Roster {
  let bytes = try readFile(world.absolute(file), atMost: 16 << 20)
  do {
    return try Roster(CSV(reading: String(decoding: bytes, as: UTF8.self)))
  } catch {
    throw CommandFailure(.usage, "\(file): \(error.reason)")
  }
}

/// Runs something that may find the compiler unsound.
private func compilerErrors(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch {
    throw CommandFailure(.environment, "\(error)")
  }
}

extension World {
  /// A path seen from the current folder.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
  }
}

private func coreCount() -> Int { ProcessInfo.processInfo.activeProcessorCount }

private func hostName() -> String {
  var name = [CChar](repeating: 0, count: 256)
  gethostname(&name, name.count - 1)
  return String(
    decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
    as: UTF8.self)
}
