import Checks
import Content
import Tensors
import Testing
import Wire

/// Where several classes tie for the highest score, each is a right answer, so a
/// tie cannot show that an answer is wrong.
@Suite("Counterexamples without ties")
struct TieTests {
  @Test(arguments: [
    "predictedClasses(_:)", "accuracy(_:_:)", "predictions(_:names:)",
  ])
  func theSecondHighestClassIsShownToBeWrong(name: String) {
    let checks = registry.flatMap(\.checks).filter {
      $0.subject.name == name && !$0.id.contains("tie")
    }
    var shown = 0
    for check in checks {
      let examination = Examination(
        callee: Chooser(choice: secondHighest),
        random: generator(seed: 1, check: check.id), seconds: 5,
        data: { throw NoData() })
      guard case .failed(let failure) = outcome(of: check, in: examination),
        let call = failure.counterexample?.arguments
      else { continue }
      shown += 1
      // The scores are the first argument, up to the second bracket that
      // closes.
      let end = call.firstRange(of: "]]")?.lowerBound ?? call.endIndex
      for row in call[..<end].split(separator: "[").dropFirst() {
        let numbers = row.split { !"0123456789.e-".contains($0) }
          .compactMap { Float($0) }
        let highest = numbers.max()
        #expect(
          numbers.count { $0 == highest } == 1, "\(check.id) shows \(call)")
      }
    }
    #expect(shown > 1)
  }

  // A class that is none where there are ties, which only a check of ties sees.
  @Test func whatIsWrongForTiesAloneIsStillShownSmall() throws {
    let check = try #require(
      registry.flatMap(\.checks).first { $0.id == "predicted-ties" })
    let examination = Examination(
      callee: Chooser { row in
        let best = row.indices.filter { row[$0] == row.max() }
        return best.count == 1 ? best[0] : -1
      },
      random: generator(seed: 1, check: check.id), seconds: 5,
      data: { throw NoData() })
    guard case .failed(let failure) = outcome(of: check, in: examination),
      let call = failure.counterexample?.arguments
    else { return #expect(Bool(false)) }
    #expect(!call.contains { "123456789".contains($0) }, "\(call)")
  }
}

private struct NoData: Error {}

/// The class with the second highest score.
private func secondHighest(_ row: [Float]) -> Int {
  let order = row.indices.sorted { (row[$0], $1) > (row[$1], $0) }
  return order.count > 1 ? order[1] : 0
}

/// A learner who chooses a class for each row of scores.
private final class Chooser: Callee {
  private let choice: ([Float]) -> Int

  init(choice: @escaping ([Float]) -> Int) { self.choice = choice }

  func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue {
    guard case .tensor(let scores) = arguments[0] else {
      throw .notWritten(function)
    }
    let classes = (0..<scores.shape[0]).map { choice(scores.row($0).values) }
    switch arguments.last {
    case .integers(let labels):
      let right = zip(classes, labels).count { $0 == $1 }
      return .float(Float(right) / Float(labels.count))
    case .list(let names): return .list(classes.map { names[$0] })
    default: return .integers(classes)
    }
  }
}
