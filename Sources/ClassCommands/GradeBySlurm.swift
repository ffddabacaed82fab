internal import Classes
internal import Commands

extension GradeJob {
  var slurm: Slurm {
    var words = [
      world.executable, "grade", "--manifest", source.manifest, "--out",
      output.path,
    ]
    if options.unsafeNoSandbox { words.append("--unsafe-no-sandbox") }
    if let folder = data.folder {
      words += ["--data", world.absolute(folder)]
    }
    if let file = options.classFile {
      words += ["--class", world.absolute(file)]
    }
    return Slurm(
      output: output, command: words, environment: world.environment,
      chunk: options.chunk, patience: options.patience)
  }

  /// Grades the rows as tasks of Slurm, and collects their results.
  func gradeBySlurm(_ rows: [ManifestRow]) throws -> ExitStatus {
    let slurm = slurm
    if options.print {
      world.write(slurm.script(shards: slurm.shards(of: rows.count)))
      return .done
    }
    try prepare()
    let progress = ProgressLine(world, isPlain: isPlain)
    let grader = marker.versions.grader
    var open = rows
    try slurm.run(
      rows,
      missing: {
        // A result that is there stays there; only look for the others.
        open = output.missing(open, grader: grader)
        return open
      }, progress: { progress.show($0, of: $1) },
      hear: { world.writeError("course: \($0)\n") })
    return try collect(rows)
  }
}
