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

  /// How many rows a task grades; nil for what suits the cluster.
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

  package func shards(of rows: Int) -> Int {
    let chunk = chunk ?? min(max(10, rows / (cores() ?? 8)), 250)
    return max(1, (rows + chunk - 1) / chunk)
  }

  /// The cores of the cluster, if Slurm tells them.
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
    var watch = Watch(slurm: self, file: file, logs: logs)
    while true {
      let open = missing()
      progress(rows.count - open.count, rows.count)
      if open.isEmpty { return watch.cancelAll() }
      let gaps = Dictionary(grouping: open) { places[$0.key] ?? 0 }
        .mapValues(\.count)
      if let reason = try watch.turn(gaps, hear: hear) {
        watch.cancelAll()
        throw Refusal(reason)
      }
      usleep(1_000_000)
    }
  }

  /// Runs a program of Slurm; nil if it fails, as when the controller is down.
  func ask(_ words: [String], seconds: Double = 30) -> String? {
    let run = try? Grading.run(
      [Command("/usr/bin/env", words, environment: environment)],
      seconds: seconds
    ).first
    guard let run, run.succeeded else { return nil }
    return run.text
  }
}

/// What is known of the tasks of a batch.
private struct Watch {
  let slurm: Slurm
  let file: String
  let logs: String

  private struct Shard {
    var job: String
    var tries = 0

    /// The rows without a result, and when their number last changed.
    var gaps = 0
    var changed = ContinuousClock.now
  }

  private var shards: [Int: Shard] = [:]

  /// When Slurm began not to answer.
  private var silentSince: ContinuousClock.Instant?

  init(slurm: Slurm, file: String, logs: String) {
    self.slurm = slurm
    self.file = file
    self.logs = logs
  }

  /// Submits what is to be submitted; returns why there is no use in going on.
  mutating func turn(
    _ gaps: [Int: Int], hear: (String) -> Void
  ) throws -> String? {
    guard let tasks = tasks() else {
      return unanswered("squeue --me", for: slurm.patience, hear)
    }
    var lost: [Int] = []
    for (number, count) in gaps {
      if shards[number]?.gaps != count {
        shards[number, default: Shard(job: "")].gaps = count
        shards[number]?.changed = .now
      }
      guard let shard = shards[number], shard.tries > 0 else {
        lost.append(number)
        continue
      }
      let quiet = (ContinuousClock.now - shard.changed) / .seconds(1)
      switch tasks["\(shard.job)_\(number)"] {
      case nil:
        // Its last results may be on their way through a shared file system.
        if quiet > 5 { lost.append(number) }
      case let task? where task.isHeld:
        hear("task \(number) is held: \(task.reason); submitting it again")
        cancel(shard.job, number)
        lost.append(number)
      case _? where quiet <= slurm.patience: break
      case let task? where task.state == "PENDING":
        resumeNodes(hear: hear)
        shards[number]?.changed = .now
      case let task?:
        // Running, suspended, or stuck in a state between.
        hear(
          "task \(number) is \(task.state) and has had no result for "
            + "\(Int(quiet)) s; submitting it again")
        cancel(shard.job, number)
        lost.append(number)
      }
    }
    let hopeless = lost.filter { (shards[$0]?.tries ?? 0) >= slurm.mostTries }
    guard hopeless.isEmpty else {
      return "\(hopeless.count) tasks have no result after "
        + "\(slurm.mostTries) tries; see \(logs)"
    }
    guard lost.isEmpty || submit(lost.sorted()) else {
      // The queue answers: it will hardly change its mind.
      return unanswered("sbatch \(file)", for: min(60, slurm.patience), hear)
    }
    silentSince = nil
    return nil
  }

  /// Waits for a controller that may be starting again; returns why there is no
  /// use in it any more.
  private mutating func unanswered(
    _ command: String, for patience: Double, _ hear: (String) -> Void
  ) -> String? {
    guard let since = silentSince else {
      silentSince = .now
      hear("Slurm does not answer `\(command)`; waiting for it")
      return nil
    }
    return since.duration(to: .now) > .seconds(patience)
      ? "Slurm does not answer `\(command)`; run it to see why" : nil
  }

  /// Whether the tasks could be submitted.
  private mutating func submit(_ numbers: [Int]) -> Bool {
    let list = numbers.map(String.init).joined(separator: ",")
    let answer = slurm.ask([
      "sbatch", "--parsable", "--array=\(list)",
      "--output=\(logs)/%A_%a.log", file,
    ])
    let words = answer?.split { $0 == ";" || $0.isNewline }
    guard let job = words?.first else { return false }
    for number in numbers {
      shards[number, default: Shard(job: "")].job = String(job)
      shards[number]?.tries += 1
      shards[number]?.changed = .now
    }
    return true
  }

  private struct Task {
    var state: String
    var reason: String

    var isHeld: Bool { reason.lowercased().contains("held") }
  }

  /// The tasks in the queue, by `JOB_NUMBER`.
  private func tasks() -> [String: Task]? {
    guard
      let text = slurm.ask([
        "squeue", "--noheader", "--array", "--me", "--format=%i|%T|%r",
      ])
    else { return nil }
    return text.split(separator: "\n").reduce(into: [:]) { tasks, line in
      let parts = line.split(
        separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return }
      tasks[String(parts[0])] = Task(
        state: String(parts[1]), reason: String(parts[2]))
    }
  }

  private func cancel(_ job: String, _ number: Int) {
    _ = slurm.ask(["scancel", "\(job)_\(number)"])
  }

  /// Cancels what is still in the queue, such as a task that was submitted
  /// again although it was alive.
  func cancelAll() {
    for job in Set(shards.values.map(\.job)) where !job.isEmpty {
      _ = slurm.ask(["scancel", "--quiet", job])
    }
  }

  /// Takes nodes into use that Slurm set aside for what a restart left behind.
  private func resumeNodes(hear: (String) -> Void) {
    let text = slurm.ask(["sinfo", "--noheader", "--Node", "--format=%N|%T|%E"])
    for line in (text ?? "").split(separator: "\n") {
      let parts = line.split(separator: "|").map(String.init)
      guard parts.count == 3, parts[1].hasPrefix("drain") else { continue }
      hear("node \(parts[0]) is set aside: \(parts[2])")
      if parts[2].contains("Duplicate jobid")
        || parts[2].contains("Kill task")
      {
        _ = slurm.ask([
          "scontrol", "update", "nodename=\(parts[0])", "state=resume",
        ])
      }
    }
  }
}
