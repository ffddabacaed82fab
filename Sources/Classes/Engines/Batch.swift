internal import Synchronization
internal import System

/// Grades rows of a manifest on this machine, several at once.
package struct Batch: Sendable {
  package var marker: Marker
  package var output: OutputFolder

  /// Where the files are that the rows name.
  package var source: OutputFolder
  package var slots: [Slot]

  /// Hears how many rows are done.
  package var progress: @Sendable (Int) -> Void

  package init(
    marker: Marker, output: OutputFolder, source: OutputFolder,
    slots: [Slot],
    progress: @escaping @Sendable (Int) -> Void
  ) {
    self.marker = marker
    self.output = output
    self.source = source
    self.slots = slots
    self.progress = progress
  }

  /// Grades each row, and writes its result.
  ///
  /// What may be the fault of a busy machine, a time limit or the grader's own
  /// failure, is tried once more before it counts, with no other row of this process at
  /// the same time.
  ///
  /// Returns those that the grader failed to grade; they have no result, and
  /// the next run tries them again.
  package func run(_ rows: [ManifestRow]) throws -> [SubmissionResult] {
    let state = Mutex(State())
    progress(0)
    let failure = onThreads(min(slots.count, rows.count)) { number in
      while let row = state.withLock({ $0.next(in: rows) }) {
        let result = result(of: row, in: slots[number], tries: 1)
        if !isDoubtful(result) {
          finish(row, result, state)
        } else if slots.count == 1 {
          // Nothing else runs in this process, so this is alone already, and
          // whoever watches the task sees results sooner.
          finish(row, self.result(of: row, in: slots[0], tries: 2), state)
        } else {
          state.withLock { $0.doubtful.append(row) }
        }
      }
    }
    if let failure {
      throw Refusal("a thread cannot be created: \(systemReason(failure))")
    }
    // On a thread of its own, too: what it starts ends with it.
    _ = onThreads { _ in
      for row in state.withLock({ $0.doubtful }) {
        guard state.withLock({ $0.failure == nil }) else { return }
        finish(row, result(of: row, in: slots[0], tries: 2), state)
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
    return state.withLock { $0.ungraded }
  }

  /// Whether a neighbor may have caused it: what took too long, or ended
  /// without saying why, is tried again alone.
  private func isDoubtful(_ result: SubmissionResult) -> Bool {
    // A compiler that was disturbed could leave a file half read, which is
    // rejected. The system may have killed a neighbor of the one that took all
    // the memory.
    let doubtful: [Verdict] = [
      .graderError, .timeLimit, .compileLimit, .rejected, .protocolError,
    ]
    return doubtful.contains(result.verdict)
      || result.checks.contains {
        doubtful.contains($0.verdict) || $0.signal == "SIGKILL"
      }
  }

  private func result(
    of row: ManifestRow, in slot: Slot, tries: Int
  ) -> SubmissionResult {
    let bytes =
      row.refusal == nil ? try? source.submission(row.submission.hash) : []
    return marker.result(of: row, bytes ?? [], in: slot, tries: tries)
  }

  private func finish(
    _ row: ManifestRow, _ result: SubmissionResult,
    _ state: borrowing Mutex<State>
  ) {
    do {
      if result.verdict != .graderError { try output.write(result, of: row) }
      let done = state.withLock {
        if result.verdict == .graderError {
          $0.ungraded.append(result)
        }
        $0.done += 1
        return $0.done
      }
      progress(done)
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
    }
  }

  private struct State {
    var nextRow = 0
    var done = 0
    var doubtful: [ManifestRow] = []
    var ungraded: [SubmissionResult] = []

    /// Why results cannot be written.
    var failure: (any Error)?

    mutating func next(in rows: [ManifestRow]) -> ManifestRow? {
      guard failure == nil, nextRow < rows.count else { return nil }
      defer { nextRow += 1 }
      return rows[nextRow]
    }
  }
}
