internal import Grading
internal import System

/// Grades a manifest on a cluster, by an array of jobs for its shards.
///
/// What counts is the files of results; what the queue says only tells where
/// to look for those that do not come.
package struct Slurm: Sendable {
  package var output: OutputFolder

  /// The command that grades the shard of an array's task, but for its number,
  /// with `/count` after it.
  package var command: [String]
  package var environment: [String: String]

  /// How many rows a task grades; nil to derive it from the number of cores.
  package var chunk: Int?

  /// How long a running task may go without a result, in seconds, until it is
  /// taken for dead.
  package var patience: Double

  /// How often a task is tried.
  package var mostTries = 4

  package init(
    output: OutputFolder, command: [String], environment: [String: String],
    chunk: Int?, patience: Double
  ) {
    self.output = output
    self.command = command
    self.environment = environment
    self.chunk = chunk
    self.patience = patience
  }

  /// How many tasks grade some rows; asks Slurm for the number of cores if no
  /// chunk was chosen.
  package func shards(of rows: Int) -> Int {
    let cores = chunk == nil ? cores() ?? 8 : 1
    // Slurm takes arrays of up to 1,001 tasks, if it is not set to more.
    let share = max(10, (rows + cores - 1) / cores, (rows + 999) / 1_000)
    let chunk = chunk ?? min(share, max(250, (rows + 999) / 1_000))
    return max(1, (rows + chunk - 1) / chunk)
  }

  /// The cores of the cluster, if Slurm tells.
  private func cores() -> Int? {
    // ALLOCATED/IDLE/OTHER/TOTAL
    ask(["sinfo", "--noheader", "--format=%C"])?
      .split { $0 == "/" || $0.isNewline }.dropFirst(3).first
      .flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The script of a task.
  package func script(shards: Int) -> String {
    let words = command.map(quotedForShell).joined(separator: " ")
    return """
      #!/bin/sh
      #SBATCH --job-name=course-grade
      #SBATCH --ntasks=1
      #SBATCH --cpus-per-task=1
      #SBATCH --requeue
      #SBATCH --open-mode=append
      exec \(words) --jobs 1 --shard "$SLURM_ARRAY_TASK_ID/\(shards)"

      """
  }
}

extension Slurm {
  /// Submits the shards that have gaps, and watches until none has, or until a
  /// shard was tried too often.
  ///
  /// `missing` tells the rows without a result. `hear` gets each thing that
  /// went wrong, and `progress` how many rows are done.
  package func run(
    _ rows: [ManifestRow], missing: () -> [ManifestRow],
    progress: (_ done: Int, _ all: Int) -> Void, hear: (String) -> Void
  ) throws {
    let count = shards(of: rows.count)
    let places = Dictionary(
      rows.enumerated().map { ($0.element.key, $0.offset % count) }
    ) { first, _ in first }
    let logs = output.path + "/slurm"
    try FileManager.default.createDirectory(
      atPath: logs, withIntermediateDirectories: true)
    let file = logs + "/task.sh"
    try output.write(script(shards: count), to: "slurm/task.sh")
    var watch = SlurmWatch(slurm: self, file: file, logs: logs)
    while true {
      let open = missing()
      progress(rows.count - open.count, rows.count)
      let gaps = Dictionary(grouping: open) { places[$0.key] ?? 0 }
        .mapValues(\.count)
      // What is left out is told when the results are collected.
      if watch.leftOut.isSuperset(of: gaps.keys) { return watch.cancelAll() }
      if let reason = try watch.turn(gaps, hear: hear) {
        watch.cancelAll()
        throw Refusal(reason)
      }
      usleep(1_000_000)
    }
  }

  /// Runs a program of Slurm; nil if it does not start.
  func run(_ words: [String]) -> Run? {
    try? Grading.run(
      [Command("/usr/bin/env", words, environment: environment)], seconds: 30
    ).first
  }

  /// What a program of Slurm prints; nil if it fails, as when the controller is
  /// down.
  func ask(_ words: [String]) -> String? {
    run(words).flatMap { $0.succeeded ? $0.text : nil }
  }
}
