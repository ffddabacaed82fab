import Checks
import Tensors
import Testing
import Wire

/// The sum of each row, by a plain loop; two known mistakes.
private let rowSums = Subject(
  "rowSums(_:)", axes: ["nq"],
  reference: { (x: Tensor) in
    Tensor((0..<x.shape[0]).map { sum(x, row: $0) })
  },
  mistakes: [
    KnownMistake("first") {
      (x: Tensor) in Tensor((0..<x.shape[0]).map { x[$0, 0] })
    },
    KnownMistake("largest") {
      (x: Tensor) in
      Tensor(
        (0..<x.shape[0]).map { i in
          (0..<x.shape[1]).map { x[i, $0] }.max() ?? 0
        })
    },
  ])

private func sum(_ x: Tensor, row: Int) -> Float {
  (0..<x.shape[1]).reduce(0) { $0 + x[row, $1] }
}

private let check = Check.agrees(
  "sums", rowSums, section: "sums",
  inputs: { random, _ in
    arguments(
      Tensor.normal(
        mean: 0, standardDeviation: 3, shape: [4, 5], using: &random))
  })

private func found(by callee: LocalCallee) -> Failure? {
  guard case .failed(let failure) = examine(check, by: callee, seed: 1) else {
    return nil
  }
  return failure
}

@Suite("A wrong answer is found, shrunk and explained")
struct SearchTests {
  @Test func aRightAnswerPasses() {
    let callee = learner { x in
      Tensor((0..<x.shape[0]).map { sum(x, row: $0) })
    }
    #expect(examine(check, by: callee, seed: 1) == .passed)
    #expect(callee.calls == 16)
  }

  // The smallest input on which the first column is not the sum of the row
  // has one row and two columns, and one number that is not zero.
  @Test func theInputIsAsSmallAsItCanBe() throws {
    let failure = try #require(
      found(by: learner { x in Tensor((0..<x.shape[0]).map { x[$0, 0] }) }))
    #expect(failure.remark == .mistake("first"))
    let example = try #require(failure.counterexample)
    #expect(example.arguments == "rowSums([[0.0, 1.0]])")
    #expect(example.expected == "[1.0]")
    #expect(example.received == "[0.0]")
  }

  // On one column both mistakes give the right answer, and on a row whose
  // largest is first they give the same wrong one: other inputs decide.
  @Test func aMistakeIsToldFromAnother() throws {
    let failure = try #require(
      found(
        by: learner { x in
          Tensor(
            (0..<x.shape[0]).map { i in
              (0..<x.shape[1]).map { x[i, $0] }.max() ?? 0
            })
        }))
    #expect(failure.remark == .mistake("largest"))
  }

  @Test func theWordsOfAMistakeMaySayWhatWasSeen() throws {
    let check = Check.holds("sums", rowSums) { random, _ in
      arguments(
        Tensor.normal(
          mean: 0, standardDeviation: 3, shape: [4, 5], using: &random))
    } property: { trial in
      trial.received == trial.expected ? nil : Violation("wrong-sum")
    }
    let outcome = examine(
      check, by: learner { x in Tensor((0..<x.shape[0]).map { x[$0, 0] }) },
      seed: 1)
    guard case .failed(let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let seen = Remark.sentence("wrong-sum")
    #expect(failure.remark == .mistake("first", ["example": seen]))
  }

  @Test func anUnknownMistakeIsShownByItsFirstDifference() throws {
    let failure = try #require(
      found(
        by: learner { x in
          Tensor((0..<x.shape[0]).map { sum(x, row: $0) + 1 })
        }))
    #expect(failure.remark == .words("element [0] should be 0.0, is 1.0"))
  }

  @Test func shapesAreComparedFirst() throws {
    let failure = try #require(
      found(
        by: learner { x in
          Tensor(
            [Float](repeating: .nan, count: x.shape[0]), shape: [x.shape[0], 1])
        }))
    // Of a single row it would not be seen that a column came for a vector.
    #expect(failure.remark == .words("the shape should be [2], is [2, 1]"))
  }

  @Test(arguments: [Float.nan, -Float.nan, .infinity])
  func whatIsNotFiniteFails(_ number: Float) throws {
    let failure = try #require(
      found(
        by: learner { x in
          Tensor([Float](repeating: number, count: x.shape[0]))
        }))
    let word = number.isNaN ? "nan" : "inf"
    #expect(
      failure.remark == .words("element [0] should be 0.0, is \(word)"))
    let received = failure.counterexample?.received ?? ""
    #expect(received.contains(word) && !received.contains("-\(word)"))
  }

  @Test func rightValuesInTheWrongOrderFail() throws {
    let failure = try #require(
      found(
        by: learner { x in
          Tensor((0..<x.shape[0]).reversed().map { sum(x, row: $0) })
        }))
    // Two rows, one of them with a 1, is the least that has an order.
    #expect(failure.counterexample?.arguments == "rowSums([[0.0], [1.0]])")
  }

  @Test func aCrashWhileShrinkingKeepsWhatWasFound() throws {
    var calls = 0
    let callee = LocalCallee { arguments in
      calls += 1
      if calls > 1 { throw Interruption.crashed(Crash(signal: "SIGILL")) }
      return .tensor(.zeros(shape: [4]))
    }
    #expect(found(by: callee) != nil)
  }

  @Test func theSameSeedDrawsTheSameInputs() {
    var seen: [[WireValue]] = []
    for seed in [5, 5, 6] as [UInt64] {
      let callee = LocalCallee { arguments in
        seen.append(arguments)
        return try rowSumsAnswer(arguments)
      }
      #expect(examine(check, by: callee, seed: seed) == .passed)
    }
    #expect(Array(seen[0..<16]) == Array(seen[16..<32]))
    #expect(seen[0] != seen[32])
  }

  @Test func anInterruptionCarriesTheCall() {
    let callee = LocalCallee { _ in throw Interruption.timeLimit(1) }
    guard
      case .interrupted(.timeLimit, let call) = examine(
        check, by: callee, seed: 1)
    else {
      Issue.record("not interrupted")
      return
    }
    #expect(call?.hasPrefix("rowSums([[") == true)
  }

  @Test func anErrorOfTheCheckIsNotTheLearners() {
    let broken = Check("broken", of: rowSums) { _ in throw NoData() }
    let outcome = examine(broken, by: learner { $0 }, seed: 1)
    guard case .interrupted(.environment, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }
}

private func rowSumsAnswer(_ arguments: [WireValue]) throws -> WireValue {
  let x = try Tensor(wireValue: arguments[0])
  return .tensor(Tensor((0..<x.shape[0]).map { sum(x, row: $0) }))
}

@Suite("Labels stay labels while an input shrinks")
struct LabelledShrinkingTests {
  @Test func labelsFollowTheirRowsAndColumns() throws {
    // Picks the score of each row's class; the mistake takes the next class.
    let pick = Subject(
      "pick(_:_:)", axes: ["nq", "n<q"],
      reference: { (x: Tensor, y: [Int]) in
        Tensor(y.indices.map { x[$0, y[$0]] })
      })
    let check = Check.agrees(
      "pick", pick,
      inputs: { random, _ in
        arguments(
          Tensor.normal(
            mean: 0, standardDeviation: 1, shape: [5, 4], using: &random),
          (0..<5).map { _ in random.below(4) })
      })
    let callee = LocalCallee { arguments in
      let x = try Tensor(wireValue: arguments[0])
      let y = try [Int](wireValue: arguments[1])
      #expect(y.count == x.shape[0])
      #expect(y.allSatisfy { (0..<x.shape[1]).contains($0) })
      return .tensor(
        Tensor(y.indices.map { x[$0, (y[$0] + 1) % x.shape[1]] }))
    }
    guard case .failed(let failure) = examine(check, by: callee, seed: 3)
    else {
      Issue.record("not failed")
      return
    }
    let example = try #require(failure.counterexample).arguments
    #expect(
      ["pick([[0.0, 1.0]], [0])", "pick([[1.0, 0.0]], [0])"].contains(example))
  }
}

/// Twice a number, which a wrong factor makes something else; one mistake is to
/// crash above 10 and to be right below.
private let doubled = Subject(
  "doubled(_:)", axes: [""], reference: { (x: Float) in 2 * x },
  mistakes: [
    .recognized(
      "factor",
      by: { arguments, received in
        let factor =
          try Float(wireValue: received)
          / Float(wireValue: arguments[0])
        return factor > 2 ? ["factor": factor] : nil
      }, example: { (x: Float) in 3 * x }),
    KnownMistake("fragile") { (x: Float) throws in
      if x > 10 { throw NoData() }
      return 2 * x
    },
  ],
  telling: { _, number in arguments(Float(2 + 10 * (number % 2))) })

@Suite("A mistake is known by more than one answer")
struct RecognitionTests {
  private func found(
    from number: Float, by function: @escaping (Float) throws -> Float
  ) -> Outcome {
    let check = Check.holds("doubled", doubled) { _, _ in
      arguments(number)
    } property: { trial in
      trial.received == trial.expected ? nil : Violation(.words("no"))
    }
    return examine(
      check,
      by: LocalCallee {
        .float(try function(try Float(wireValue: $0[0])))
      }, seed: 1)
  }

  @Test func itsNumberIsReadFromTheAnswer() throws {
    guard case .failed(let failure) = found(from: 4, by: { 5 * $0 }) else {
      Issue.record("not failed")
      return
    }
    #expect(failure.remark == .mistake("factor", ["factor": Float(5)]))
    // Less than twice the number is no sign of it.
    guard case .failed(let other) = found(from: 4, by: { $0 }) else {
      Issue.record("not failed")
      return
    }
    #expect(other.remark == .words("no"))
  }

  @Test func aCrashIsNamedIfTheOtherAnswersAreTheMistakes() {
    let outcome = found(from: 20) { x in
      if x > 10 { throw Interruption.crashed(Crash(signal: "SIGILL")) }
      return 2 * x
    }
    guard case .failed(let failure) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(failure.remark == .mistake("fragile"))
    #expect(failure.counterexample?.received == "none: a crash")
    #expect(failure.counterexample?.arguments == "doubled(20.0)")
  }

  // Each mistake would be waited for again.
  @Test func nobodyWaitsTwiceForAnAnswer() {
    var waits = 0
    let outcome = found(from: 20) { x in
      if x == 20 { throw Interruption.crashed(Crash(signal: "SIGILL")) }
      waits += 1
      throw Interruption.timeLimit(1)
    }
    #expect(
      outcome
        == .interrupted(
          .crashed(Crash(signal: "SIGILL")), call: "doubled(20.0)"))
    #expect(waits == 1)
  }

  @Test func aMistakeThatWasFoundIsNotSoughtAgain() throws {
    let check = Check.agrees("doubled", doubled, trials: 1) { _, _ in
      arguments(Float(20))
    }
    let callee = LocalCallee {
      let x = try Float(wireValue: $0[0])
      if x > 10 { throw Interruption.crashed(Crash(signal: "SIGILL")) }
      return .float(2 * x)
    }
    func examination(_ silence: Silence) -> Examination {
      let examination = Examination(
        callee: callee, random: generator(seed: 1, check: check.id),
        seconds: 1, data: { throw NoData() })
      examination.silence = silence
      return examination
    }
    let first = examination(.unsought)
    _ = outcome(of: check, in: first)
    #expect(first.silence.isExplained)
    #expect(callee.calls > 5)
    let before = callee.calls
    let second = outcome(of: check, in: examination(first.silence))
    #expect(callee.calls == before + 1)
    guard case .failed(let failure) = second else {
      Issue.record("\(second)")
      return
    }
    #expect(failure.remark == .mistake("fragile"))
  }

  @Test func aCrashOfAnotherKindStaysACrash() {
    let outcome = found(from: 20) { x in
      if x > 10 { throw Interruption.crashed(Crash(signal: "SIGILL")) }
      return 7
    }
    #expect(
      outcome
        == .interrupted(
          .crashed(Crash(signal: "SIGILL")), call: "doubled(20.0)"))
  }
}
