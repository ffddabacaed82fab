import Classes
import Foundation
import Grading
import Testing

/// A real Slurm, as `Scripts/slurm-here` starts it; `.ci/run` does, and sets
/// `COURSE_SLURM` to its folder.
private let slurm = ProcessInfo.processInfo.environment["COURSE_SLURM"]

@Suite(
  "Slurm", .serialized,
  .enabled(
    if: slurm != nil,
    "set COURSE_SLURM to the folder of a Slurm that Scripts/slurm-here started"
  ))
struct SlurmTests {
  private static let count = 16
  private let folder: TemporaryFolder
  private var out: String { folder.path + "/out" }

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<Self.count {
      try folder.write("// \(number)\n" + solution(), to: "in/s\(number).swift")
    }
  }

  /// Grades by Slurm; `lines` run as soon as there is a first result.
  ///
  /// `$1` is Slurm's folder.
  private func grade(while lines: String = "", words: String = "") throws -> Run
  {
    let waiting = """
      until ls "$4"/out/results/*.json >/dev/null 2>&1; do sleep 0.1; done
      [ "$(squeue --noheader --states=R | wc -l)" -gt 0 ] || echo "too late"
      """
    return try shell(
      """
      cd "$2"; export SLURM_CONF="$1/slurm.conf"
      "$3" grade "$4/in" --exercise 3 --out "$4/out" --engine slurm \
        --chunk 4 --patience 20 \(words) &
      pid=$!
      { \(lines.isEmpty ? ":" : waiting + "\n" + lines)
      } >&2; wait $pid
      """, slurm ?? "", packageFolder, courseClass, folder.path, seconds: 400)
  }

  private func expectAll(_ run: Run) throws {
    #expect(run.exitStatus == 0, "\(run.text)\(run.errors)")
    let results = try results(in: out)
    #expect(!run.errors.contains("too late"), "nothing was disturbed")
    #expect(results.count == Self.count)
    #expect(results.values.allSatisfy { $0.verdict == .passed })
  }

  @Test func aClassIsGradedByTwoNodes() throws {
    try expectAll(try grade())
    // A second time nothing is submitted.
    let again = try grade()
    #expect(again.exitStatus == 0)
    let count = Self.count
    #expect(again.errors == "course: \(count) of \(count) graded\n")
  }

  @Test func aRequeuedTaskDoesNoHarm() throws {
    try expectAll(
      try grade(
        while: """
          for job in $(squeue --noheader --array --states=R --format=%A); do
            scontrol requeue $job
          done
          """))
  }

  @Test func aNodeThatDiesIsReplaced() throws {
    try expectAll(
      try grade(
        while: """
          kill -9 $(cat "$1/node1/slurmd.pid")
          sleep 4; slurmd -f "$SLURM_CONF" -N node1
          """))
  }

  @Test func aControllerThatStartsAgainIsWaitedFor() throws {
    try expectAll(
      try grade(
        while: """
          kill -9 $(cat "$1/slurmctld.pid"); sleep 3
          slurmctld -f "$SLURM_CONF"
          """))
  }

  @Test func theTaskIsPrinted() throws {
    let run = try grade(words: "--print")
    #expect(run.exitStatus == 0, "\(run.errors)")
    #expect(run.text.contains("--shard \"$SLURM_ARRAY_TASK_ID/4\""))
  }
}
