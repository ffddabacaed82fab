internal import Classes
internal import Commands
internal import Grading
internal import System

/// One run of `course grade`.
struct GradeJob {
  let options: GradeOptions
  let data: DataOptions
  let isPlain: Bool
  let world: World
  let rules: ClassRules
  let roster: Roster?
  let rosterText: String
  let exercises: [AskedExercise]
  let marker: Marker

  /// Where the results go.
  let output: OutputFolder

  /// Where the manifest and the files that it lists are.
  let source: OutputFolder

  init(
    _ options: GradeOptions, data: DataOptions, isPlain: Bool, in world: World
  ) throws {
    self.options = options
    self.data = data
    self.isPlain = isPlain
    self.world = world
    let home = try Home(in: world)
    output = OutputFolder(world.absolute(options.out))
    source =
      options.manifest.map {
        OutputFolder(manifest: world.absolute($0))
      } ?? output
    rules = try world.rules(options.classFile, or: source.rules)
    let known = try world.roster(options.roster, or: source.roster)
    (roster, rosterText) = (known?.roster, known?.text ?? "")
    let lessons = try home.gradedLessons(
      options.exercise, rules,
      source: options.submissions == nil ? source : nil,
      data)
    exercises = lessons.keys.sorted().compactMap { number in
      lessons[number].map {
        AskedExercise(number: number, folder: $0.folder)
      }
    }
    let compiler = try home.compiler()
    // Even without a box, root can run programs as another user.
    let isolation =
      options.unsafeNoSandbox && !Slot.changesUser
      ? nil
      : try Isolation(
        for: compiler, path: world.environment["PATH"] ?? "",
        isBoxing: !options.unsafeNoSandbox)
    let graded = lessons.mapValues(\.lesson)
    marker = Marker(
      lessons: graded, rules: rules, compiler: compiler, isolation: isolation,
      versions: try home.versions(
        of: graded, rules, compiler, data: data,
        isBoxed: !options.unsafeNoSandbox),
      host: machineName, now: { world.now().timeIntervalSince1970 })
  }

  func run() throws -> ExitStatus {
    try output.prepare()
    let rows = try rows()
    if options.collect { return try collect(rows) }
    switch options.engine {
    case .local:
      let ungraded = try grade(options.shard?.rows(of: rows) ?? rows)
      // Another shard may have the rest; and one that cannot be graded keeps no
      // other from its grade.
      let status = options.shard == nil ? try collect(rows) : .done
      return ungraded == 0 ? status : .environment
    case .slurm:
      return try gradeBySlurm(rows)
    case .kubernetes:
      let shards = Kubernetes.shards(of: rows.count, chunk: options.chunk)
      world.write(
        Kubernetes(shards: shards, parallelism: options.jobs ?? min(shards, 8))
          .text)
      return .done
    }
  }

  /// What is to be graded: from the manifest, or taken in now.
  private func rows() throws -> [ManifestRow] {
    guard let submissions = options.submissions else {
      return try manifestRows(source.manifest)
    }
    let seed = try options.seed ?? output.seed() ?? classSeed
    let intake = Intake(
      exercises: exercises, roster: roster, rules: rules, seed: seed)
    let rows = try intake.rows(from: world.absolute(submissions)) {
      try output.store($0, $1)
    }
    guard !rows.isEmpty else {
      throw CommandFailure(
        .usage, "there is nothing to grade in \(submissions)")
    }
    warn(of: rows)
    if !rosterText.isEmpty { try output.write(rosterText, to: "roster.csv") }
    try output.write(
      rows, seed: seed, rules: rules, exercises: exercises.map(\.number))
    return rows
  }

  /// A seed of 64 random bits.
  ///
  /// A student who knows the inputs of a visible check could find a shorter one
  /// by trying them all, and with it the inputs of the hidden checks.
  private var classSeed: UInt64 {
    (0..<4).reduce(0) { seed, _ in seed << 16 ^ world.seed() }
  }

  /// Grades some rows on this machine; returns how many could not be.
  private func grade(_ rows: [ManifestRow]) throws -> Int {
    let progress = ProgressLine(world, isPlain: isPlain)
    let open = output.missing(rows, grader: marker.versions.grader)
    guard !open.isEmpty else {
      progress.show(rows.count, of: rows.count)
      return 0
    }
    if open.count == rows.count, output.hasResults {
      world.writeError(
        "course: class.yml or the grader has changed since the results there "
          + "were made; all are graded again\n")
    }
    try prepare()
    let workspace = try Workspace(
      in: world.environment["TMPDIR"] ?? "/tmp")
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let slots = try Slot.slots(
      options.jobs ?? cores, in: workspace.path,
      isBoxed: !options.unsafeNoSandbox)
    defer {
      for slot in slots { slot.close() }
      withExtendedLifetime(workspace) {}
    }
    try probe(slots[0])
    sayThatWorkIsKept()
    let batch = Batch(
      marker: marker, output: output, source: source, slots: slots
    ) {
      progress.show(rows.count - open.count + $0, of: rows.count)
    }
    let ungraded = try batch.run(open)
    for result in ungraded {
      world.writeError(
        "course: \(harmless(result.student.id)), exercise "
          + "\(result.exercise): not graded: \(harmless(result.message))\n")
    }
    return ungraded.count
  }

  /// Compiles what all submissions share, so that it is there to be read.
  func prepare() throws {
    for lesson in marker.lessons.values {
      try marker.compiler.prepare(for: lesson.plan)
    }
    if marker.isolation?.isBoxing == false {
      marker.compiler.letOthersThrough()
    }
  }

  /// Warns if there is no sandbox, and refuses to grade if there is one that does
  /// not hold.
  private func probe(_ slot: Slot) throws {
    if options.unsafeNoSandbox {
      world.writeError(
        "course: no sandbox: strangers' code runs as "
          + (slot.user == nil
            ? "you and can use the network and change your files"
            : "another user and can use the network and read what every user "
              + "can")
          + "; every result says so\n")
    }
    guard let isolation = marker.isolation else { return }
    let canary = Canary(compiler: marker.compiler, isolation: isolation)
    let reason: String
    do {
      let escapes = try canary.escapes(from: slot)
      if escapes.isEmpty { return }
      reason = "a hostile program got out: " + escapes.joined(separator: ", ")
    } catch  where !isolation.isBoxing {
      throw CommandFailure(
        .environment,
        "cannot compile and run as a user other than root: \(error); move the "
          + "course and Swift to where every user can read them")
    } catch {
      reason = "\(error)"
    }
    throw CommandFailure(
      .environment,
      "there is no working sandbox, so nothing is graded: \(reason); run "
        + "`./bootstrap --class`, or see what --unsafe-no-sandbox does")
  }

  /// Proves that every row has its result, and writes the table of grades.
  func collect(_ rows: [ManifestRow]) throws -> ExitStatus {
    let collected = Collected(
      rows, in: output, grader: marker.versions.grader)
    for row in collected.gaps {
      world.writeError("course: no result: \(words(for: row))\n")
    }
    for row in collected.doubles {
      world.writeError("course: twice in the manifest: \(words(for: row))\n")
    }
    try writeReports(collected)
    world.write(Summary(collected.results, in: output).text)
    return collected.isComplete ? .done : .notPassed
  }
}

private func words(for row: ManifestRow) -> String {
  "\(harmless(row.student.id)), exercise \(row.exercise), attempt "
    + "\(row.submission.attempt)"
}
