internal import Grading
internal import System

/// What is known of the tasks of a batch.
struct SlurmWatch {
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

  /// The tasks that were tried too often.
  private(set) var leftOut: Set<Int> = []

  /// Which of Slurm's programs fails, and since when.
  private var silent: (program: String, since: ContinuousClock.Instant)?

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
      return unanswered("squeue", "", for: slurm.patience, hear)
    }
    var lost: [Int] = []
    for (number, count) in gaps where !leftOut.contains(number) {
      if shards[number]?.gaps != count {
        // Only tries that bring nothing count.
        if let before = shards[number]?.gaps, count < before {
          shards[number]?.tries = 1
        }
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
    for number in lost where shards[number]?.tries ?? 0 >= slurm.mostTries {
      hear(
        "task \(number) brought nothing in \(slurm.mostTries) tries and is left "
          + "out; see \(logs)")
      leftOut.insert(number)
    }
    lost.removeAll(where: leftOut.contains)
    if !lost.isEmpty, let reason = submit(lost.sorted()) {
      // `squeue` works, so `sbatch` will probably be refused again.
      return unanswered("sbatch", reason, for: min(60, slurm.patience), hear)
    }
    silent = nil
    return nil
  }

  /// Notes that the controller may be restarting; once that has lasted too long,
  /// returns the reason to give up.
  private mutating func unanswered(
    _ program: String, _ reason: String, for patience: Double,
    _ hear: (String) -> Void
  ) -> String? {
    let words =
      "Slurm's `\(program)` fails" + (reason.isEmpty ? "" : ": \(reason)")
    guard let silent, silent.program == program else {
      silent = (program, .now)
      hear(words + "; trying again")
      return nil
    }
    return silent.since.duration(to: .now) > .seconds(patience)
      ? words + "; see the log of its controller" : nil
  }

  /// Submits tasks; returns what Slurm says if it does not take them.
  private mutating func submit(_ numbers: [Int]) -> String? {
    let list = numbers.map(String.init).joined(separator: ",")
    let run = slurm.run([
      "sbatch", "--parsable", "--array=\(list)",
      "--output=\(logs)/%A_%a.log", file,
    ])
    let words = run?.text.split { $0 == ";" || $0.isNewline }
    guard let run, run.succeeded, let job = words?.first else {
      return run?.errors.split(separator: "\n").last.map(String.init) ?? ""
    }
    for number in numbers {
      shards[number, default: Shard(job: "")].job = String(job)
      shards[number]?.tries += 1
      shards[number]?.changed = .now
    }
    return nil
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
