import Tensors
import Testing
import Wire

@testable import Checks

/// A cause is told only if it fits inputs of every kind, not the few on which
/// it looks like another.
@Suite("Which mistake is named")
struct DiagnosisTests {
  /// The largest number of each row.
  private static let highest = Subject(
    "highest(_:)", axes: ["nq"],
    reference: { (x: Tensor) in x.max(axis: 1) },
    mistakes: [
      KnownMistake("first") { (x: Tensor) in
        Tensor((0..<x.shape[0]).map { x[$0, 0] })
      },
      KnownMistake("over-columns") { (x: Tensor) in x.max(axis: 0) },
    ])

  private let square = Check.agrees("square", highest) { random, number in
    // Rows ascend, so that the first number is the lowest.
    arguments(Tensor([[1, 2], [3, 4]]) + Float(number + random.below(3)))
  }

  private let wide: Inputs = { random, _ in
    arguments(Tensor.normal(shape: [3, 4], using: &random))
  }

  private func mistake(
    of callee: LocalCallee, otherInputs: [Inputs] = []
  ) -> String? {
    let examination = Examination(
      callee: callee, random: generator(seed: 1, check: square.id), seconds: 1,
      data: { throw NoData() })
    examination.otherInputs = otherInputs
    guard case .failed(let failure) = outcome(of: square, in: examination)
    else { return nil }
    return failure.remark.mistake
  }

  private let lowest = learner { -(-$0).max(axis: 1) }

  @Test func onlyOneThatFitsTheInputsOfOtherChecks() {
    #expect(mistake(of: lowest) == "first")
    #expect(mistake(of: lowest, otherInputs: [wide]) == nil)
    let first = learner { x in Tensor((0..<x.shape[0]).map { x[$0, 0] }) }
    #expect(mistake(of: first, otherInputs: [wide]) == "first")
  }

  // A single number, a huge one and a crash on other inputs tell nothing.
  @Test func otherInputsMustBeOrdinary() {
    let rest: [Inputs] = [
      { _, _ in arguments(Tensor([[-7]])) },
      { _, _ in arguments(Tensor([[1e9, -1e9], [0, 1]])) },
    ]
    #expect(mistake(of: lowest, otherInputs: rest) == "first")
  }

  // It stops where shapes do not fit, and the mistake would not.
  @Test func noneThatAnswersWhereTheFunctionDoesNot() {
    let check = Check.agrees("varied", Self.highest) { random, number in
      arguments(
        number == 0
          ? Tensor([[1, 5], [7, 4]])
          : Tensor.normal(shape: [2, 3], using: &random))
    }
    let stopping = LocalCallee { values in
      let x = try Tensor(wireValue: values[0])
      guard x.shape[0] == x.shape[1] else {
        throw Interruption.crashed(Crash(signal: "SIGILL"))
      }
      return .tensor(x.max(axis: 0))
    }
    guard case .failed(let failure) = examine(check, by: stopping, seed: 1)
    else { return #expect(Bool(false)) }
    #expect(failure.remark.mistake == nil)
  }

  // The line that stops the program says more than that 0 rows are allowed.
  @Test func aCrashIsNotTakenForARefusal() {
    var refused = KnownMistake("refused") { (x: Tensor) throws in
      guard x.shape[0] > 0 else { throw NoData() }
      return x.sum(axis: 1)
    }
    refused.throwsErrors = true
    let sums = Subject(
      "sums(_:)", axes: ["nq"],
      reference: { (x: Tensor) in x.sum(axis: 1) }, mistakes: [refused],
      telling: { random, _ in
        arguments(Tensor.normal(shape: [2, 3], using: &random))
      })
    let check = Check.agrees("none", sums, trials: 1) { _, _ in
      arguments(Tensor([], shape: [0, 3]))
    }
    func examined(_ interruption: Interruption) -> Outcome {
      let callee = LocalCallee { values in
        let x = try Tensor(wireValue: values[0])
        guard x.shape[0] > 0 else { throw interruption }
        return .tensor(x.sum(axis: 1))
      }
      return examine(check, by: callee, seed: 1)
    }
    let crash = Interruption.crashed(Crash(signal: "SIGILL"))
    guard case .failed(let failure) = examined(.threw("no rows")),
      case .interrupted(let interruption, _) = examined(crash)
    else { return #expect(Bool(false)) }
    #expect(failure.remark.mistake == "refused")
    #expect(interruption == crash)
  }
}

@Suite("What is repaired first")
struct FirstToRepairTests {
  private func failed(
    _ id: String, _ function: String, mistake: String? = nil, points: Int = 1
  ) -> CheckReport {
    CheckReport(
      id: id, title: "", function: function, status: .failed,
      maxPoints: points, mistake: mistake)
  }

  @Test func aWholeTrainingComesLast() {
    let trains = failed("trains", "makeModel", mistake: "grew", points: 5)
    #expect(firstToRepair(in: [trains]) == "trains")
    #expect(firstToRepair(in: [trains, failed("step", "rate")]) == "step")
    #expect(
      firstToRepair(in: [trains, failed("shape", "makeModel")]) == "trains")
  }
}

@Suite("A claim is shown by its example")
struct ClaimTests {
  private static let sums = Subject(
    "rowSums(_:)", axes: ["nq"],
    reference: { (x: Tensor) in x.sum(axis: 1) })

  private let check = Check.agrees("sums", sums) { random, number in
    arguments(Tensor.normal(shape: [3 + number % 3, 4], using: &random))
  }

  // "Everything is right but the last value" needs a right one beside it.
  @Test func shrinkingKeepsARightNumber() throws {
    let callee = learner { x in
      var sums = x.sum(axis: 1)
      sums[sums.count - 1] += 5
      return sums
    }
    guard case .failed(let failure) = examine(check, by: callee, seed: 1)
    else { return #expect(Bool(false)) }
    #expect(failure.relation?.id == "only-last")
    #expect(failure.counterexample?.expected == "[0.0, 0.0]")
    #expect(failure.counterexample?.received == "[0.0, 5.0]")
  }
}

@Suite("Of several parts")
struct PartsTests {
  private static let epoch = Subject(
    "epoch(_:)", axes: ["n"],
    reference: { (x: Tensor) in
      WireValue.list([.tensor(x), .float(-0.0), .float(1.25)])
    },
    parts: ["w", "loss", "accuracy"],
    display: Display { (x: Tensor) in "epoch(x)" })

  private func failure(
    _ change: @escaping (Tensor) -> [WireValue]
  ) throws -> Failure? {
    let check = Check.agrees("epoch", Self.epoch) { _, _ in
      arguments(Tensor((0..<20).map { Float($0) }))
    }
    let callee = LocalCallee {
      .list(change(try Tensor(wireValue: $0[0])))
    }
    let outcome = examine(check, by: callee, seed: 1)
    return if case .failed(let failure) = outcome { failure } else { nil }
  }

  @Test func onlyTheWrongOnesAreShown() throws {
    let failure = try failure { [.tensor($0), .float(0.333_33), .float(1.25)] }
    #expect(failure?.remark == .words("loss should be 0.0, is 0.3333"))
    #expect(failure?.counterexample?.expected == "loss 0.0")
    #expect(failure?.counterexample?.received == "loss 0.3333")
  }

  @Test func aTensorIsShownFromTheFirstDifferenceOn() {
    let expected = Tensor((0..<20).map { Float($0) }, shape: [10, 2])
    var received = expected
    received[4, 1] = 0.5
    let parts = Self.epoch.wrongParts(
      of: .list([.tensor(received), .float(0), .float(1)]),
      from: .list([.tensor(expected), .float(0), .float(1.000_1)]),
      within: .float32)
    #expect(
      parts?.expected
        == "w from [4, 1] on: 9.0, 10.0, 11.0, 12.0, …; accuracy 1.0001")
    #expect(
      parts?.received
        == "w from [4, 1] on: 0.5, 10.0, 11.0, 12.0, …; accuracy 1.0")
  }

  @Test func oneWithoutANameIsCalledByItsPlace() {
    let words = difference(
      of: .list([.tensor(Tensor([1])), .tensor(Tensor([2, 4]))]),
      from: .list([.tensor(Tensor([1])), .tensor(Tensor([2, 3]))]),
      within: .exact)
    #expect(
      words
        == "in the second tensor of the result, element [1] should be 3.0, "
        + "is 4.0")
    #expect(
      difference(
        of: .list([.text("a")]), from: .list([.text("b")]), within: .exact)
        == "element [0] should be \"b\", is \"a\"")
  }
}
