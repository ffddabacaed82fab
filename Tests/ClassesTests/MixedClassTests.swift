import Classes
import Foundation
import Grading
import Testing

/// How many submissions: `MIXED=10000` takes some forty minutes on two cores.
private let count = ProcessInfo.processInfo.environment["MIXED"].flatMap {
  Int($0)
}

#if os(Linux)
/// A large class, made of copies of the corpus.
@Suite(
  "A mixed class", .serialized, .needsBubblewrap,
  .enabled(if: count != nil, "set MIXED to the number of submissions"))
struct MixedClassTests {
  /// Exercise 3 without hidden checks, so that one run can grade them all.
  private static let cases = CorpusCase.all.filter {
    $0.exercise == 3 && $0.hidden.isEmpty
  }

  /// Cases that run into a limit, and attacks made by a recipe, occur once; the
  /// others repeat.
  private static let quick = cases.filter { one in
    let verdicts = one.functions.reduce(one.verdicts) { $0.union($1.verdicts) }
    return verdicts.isDisjoint(with: [
      "time_limit", "memory_limit", "output_limit", "compile_limit",
    ]) && one.values(of: "thorough").isEmpty
      && !(one.isRecipe && one.path.contains("/Attacks/"))
  }

  private static let honest = quick.filter { $0.path.contains("/Honest/") }

  /// What a submission is made from, by its name.
  private let origins: [String: CorpusCase]
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var origins: [String: CorpusCase] = [:]
    var copy = 0
    while origins.count < count ?? 0 {
      // Two in three of the copies are of honest ones alone.
      let chosen =
        copy == 0 ? Self.cases : copy % 3 == 0 ? Self.quick : Self.honest
      for one in chosen {
        guard origins.count < count ?? 0 else { break }
        let name = copy == 0 ? one.name : "\(one.name)-copy\(copy)"
        origins[name] = one
        try one.make(
          name, in: folder, note: copy == 0 ? "" : "// copy \(copy)\n")
      }
      copy += 1
    }
    self.origins = origins
  }

  @Test func isGradedRightInLittleMemoryAndAgainTheSame() throws {
    let out = folder.path + "/out"
    // The grader's memory, every ten seconds.
    let run = try shell(
      """
      cd "$1"; "$2" grade "$3" --exercise 3 --out "$4" --seed 7 &
      pid=$!
      while kill -0 $pid 2>/dev/null; do
        grep -E 'Vm(RSS|HWM)' /proc/$pid/status | tr -d ' \\n'; echo
        sleep 10
      done
      wait $pid; echo "status $?"
      """, packageFolder, courseClass, folder.path + "/in", out,
      seconds: 4 * 3_600)
    #expect(run.text.hasSuffix("status 0\n"), "\(run.errors.suffix(2_000))")
    let found = try results(in: out)
    #expect(found.count == count)
    var wrong = 0
    for (name, one) in origins {
      let problems = CorpusOutcome(
        corpusCase: one, result: found[name]
      ).problems
      #expect(problems == [], "\(name)")
      if !problems.isEmpty { wrong += 1 }
    }
    let memory = run.text.split(separator: "\n").compactMap(Memory.init)
    let peak = memory.map(\.peak).max() ?? 0
    let middle = memory.prefix(memory.count / 2).last?.now ?? 0
    print(
      """
      \(found.count) submissions, \(wrong) wrong verdicts; memory in MiB: \
      \(middle) after half of them, at most \(peak)
      """)
    #expect(peak <= 300)
    try compare(found, of: out)
  }

  /// A fifth of the rows once more, from the same seeds.
  private func compare(
    _ first: [String: SubmissionResult], of out: String
  ) throws {
    let again = folder.path + "/again"
    let run = try course(
      [
        "grade", "--manifest", out + "/manifest.jsonl", "--shard", "2/5",
        "--out", again,
      ], seconds: 3_600)
    #expect(run.exitStatus == 0, "\(run.errors)")
    let second = try results(in: again)
    #expect(second.count >= (count ?? 0) / 5)
    let different = second.filter { name, result in
      scores(result) != first[name].map(scores)
    }
    print("\(second.count) once more, \(different.count) with other scores")
    for name in different.keys.sorted() {
      Issue.record("\(name) has other scores the second time")
    }
  }

  /// What a grade is made of, in bytes.
  private func scores(_ result: SubmissionResult) -> [String] {
    ["\(result.points) of \(result.maxPoints)"]
      + result.checks.map { "\($0.id) \($0.points) of \($0.maxPoints)" }
  }
}

/// A line such as `VmHWM:120000kBVmRSS:110000kB`.
private struct Memory {
  var peak: Int
  var now: Int

  init?(_ line: Substring) {
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    guard line.hasPrefix("VmHWM"), numbers.count == 2 else { return nil }
    (peak, now) = (numbers[0] / 1_024, numbers[1] / 1_024)
  }
}
#endif
