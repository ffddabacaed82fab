import Classes
import Foundation
import Testing

private let isThorough =
  ProcessInfo.processInfo.environment["THOROUGH"] == "1"

/// Every n-th case from the k-th on, as in `CORPUS_PART=0/3`; all without it.
private func isInPart(_ index: Int) -> Bool {
  let part = ProcessInfo.processInfo.environment["CORPUS_PART"] ?? "0/1"
  let numbers = part.split(separator: "/").compactMap { Int($0) }
  guard numbers.count == 2, numbers[1] > 0 else { return true }
  return index % numbers[1] == numbers[0]
}

@Suite("The corpus", .serialized)
struct CorpusTests {
  @Test func everyCaseCanBeRead() {
    let files = ["Attacks", "Honest"].flatMap { part in
      (try? FileManager.default.contentsOfDirectory(
        atPath: "\(CorpusCase.folder)/\(part)")) ?? []
    }
    #expect(CorpusCase.all.count == files.count)
    let honest = CorpusCase.all.filter { $0.path.contains("/Honest/") }
    #expect(honest.count >= 60)
    #expect(CorpusCase.all.count - honest.count >= 150)
    #expect(Set(CorpusCase.all.map(\.name)).count == files.count)
  }

  /// Some in a plain run, all with `THOROUGH=1`, or a part of all.
  @Test(.needsBubblewrap)
  func everySubmissionGetsItsVerdict() throws {
    let cases = CorpusCase.all.enumerated().filter { index, one in
      one.isSample || isThorough && isInPart(index)
    }.map(\.element)
    let run = CorpusRun(cases: cases)
    let outcomes = try run.outcomes()
    print(
      "| case | attack | expected | got | |\n| --- | --- | --- | --- | --- |")
    for outcome in outcomes { print(outcome.row) }
    for outcome in outcomes {
      #expect(outcome.problems == [], "\(outcome.corpusCase.name)")
    }
    #expect(run.leftovers() == [])
  }
}
