internal import System

/// The result of running a program.
package struct Run: Sendable {
  package var exitStatus: Int32?
  package var output: [UInt8]
  package var errors: String
  package var timedOut = false

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }

  package var succeeded: Bool { exitStatus == 0 && !timedOut }
}

/// Runs programs in parallel, such as the two halves of a compilation.
///
/// Returns when all have ended. A program that is still running after
/// `seconds`, or prints more than `outputLimit` bytes, is killed with its
/// process group.
package func run(
  _ commands: [Command], seconds: Double, outputLimit: Int = 16 << 20,
  lines: (ArraySlice<UInt8>) -> Void = { _ in }
) throws(LaunchError) -> [Run] {
  let deadline = ContinuousClock.now + .seconds(seconds)
  var children: [Child] = []
  for command in commands { children.append(try Child(command)) }
  for child in children { child.finishInput() }
  var running = Set(children.indices)
  var runs = children.map { _ in Run(exitStatus: nil, output: [], errors: "") }
  while let index = running.min() {
    let child = children[index]
    let before = child.received.count
    let more = child.turn(until: deadline)
    if child.received.count > before { lines(child.received[before...]) }
    let flooded = child.received.count + child.complaints.count > outputLimit
    let late = ContinuousClock.now >= deadline
    if more && !flooded && !late { continue }
    child.end()
    if case .exited(let status)? = child.ending, more == false {
      runs[index].exitStatus = status
    }
    runs[index].output = child.received
    runs[index].errors = child.complaints.bothEnds
    runs[index].timedOut =
      more && late || child.ending == .signalled(SIGXCPU)
    running.remove(index)
  }
  return runs
}
