import Checks
import Datasets
import Tensors
import Wire

/// Answers calls with a function of this process, and counts them.
final class LocalCallee: Callee {
  private let answer: ([WireValue]) throws -> WireValue
  private(set) var calls = 0

  init(_ answer: @escaping ([WireValue]) throws -> WireValue) {
    self.answer = answer
  }

  func call(
    _ function: String, _ arguments: [WireValue], seconds: Double,
    event: (String, WireValue) throws(Interruption) -> Void
  ) throws(Interruption) -> WireValue {
    calls += 1
    do {
      return try answer(arguments)
    } catch let interruption as Interruption {
      throw interruption
    } catch {
      throw .threw("\(error)")
    }
  }
}

/// A learner's function on one tensor.
func learner(_ function: @escaping (Tensor) -> Tensor) -> LocalCallee {
  LocalCallee { .tensor(function(try Tensor(wireValue: $0[0]))) }
}

struct NoData: Error {}

func examine(_ check: Check, by callee: any Callee, seed: UInt64) -> Outcome {
  outcome(
    of: check,
    in: Examination(
      callee: callee, random: generator(seed: seed, check: check.id),
      seconds: 1, data: { throw NoData() }))
}
