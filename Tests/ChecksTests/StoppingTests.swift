import Checks
import Testing
import Wire

/// A user who has seen enough of a training.
@Suite("Stopping")
struct StoppingTests {
  /// Reports without end.
  private final class Endless: Callee {
    func call(
      _ function: String, _ arguments: [WireValue], seconds: Double,
      event: (String, WireValue) throws(Interruption) -> Void
    ) throws(Interruption) -> WireValue {
      while true { try event("batch", .integer(1)) }
    }
  }

  @Test func theCallEndsAndNoOtherBegins() {
    var heard = 0
    let examination = Examination(
      callee: Endless(), random: generator(seed: 1, check: "endless"),
      seconds: 1, data: { throw NoData() },
      hear: { _ in
        heard += 1
        return heard < 5
      })
    for _ in 0..<2 {
      #expect(throws: Interruption.stopped) {
        try examination.call("train", []) { _, _ in
          examination.tell(
            BatchProgress(epoch: 1, planned: 1, batch: 1, batches: 2))
        }
      }
    }
    #expect(heard == 5)
  }
}
