package import Datasets
package import Tensors
package import Wire

/// What a check works with while it runs: the learner's functions, random
/// inputs, and the data.
package final class Examination {
  /// A generator whose stream depends on the seed and the check alone, so
  /// that one check can be repeated without the others.
  package var random: SeededGenerator

  /// The seconds that a call may take.
  package let seconds: Double

  /// The epochs of training seen so far.
  package var metrics: [EpochMetrics] = []

  let callee: any Callee
  private let data: @Sendable () throws -> ClassificationData
  private let hear: (TrainingNews) -> Void

  /// The arguments of the call that is or was running last.
  private(set) var lastCall: (function: String, arguments: [WireValue])?

  package init(
    callee: any Callee, random: SeededGenerator, seconds: Double,
    data: @escaping @Sendable () throws -> ClassificationData,
    hear: @escaping (TrainingNews) -> Void = { _ in }
  ) {
    self.callee = callee
    self.random = random
    self.seconds = seconds
    self.data = data
    self.hear = hear
  }

  /// Calls one of the learner's functions.
  package func call(
    _ function: String, _ arguments: [WireValue],
    event: (String, WireValue) throws(WireError) -> Void = { _, _ in }
  ) throws(Interruption) -> WireValue {
    lastCall = (function, arguments)
    var broken: WireError?
    let value = try callee.call(function, arguments, seconds: seconds) {
      name, value in
      guard broken == nil else { return }
      do throws(WireError) {
        try event(name, value)
      } catch {
        broken = broken ?? error
      }
    }
    if let broken { throw .protocolError("an event is wrong: \(broken)") }
    return value
  }

  /// The data set, training part and test part.
  package func dataset() throws(Interruption) -> ClassificationData {
    do {
      return try data()
    } catch {
      throw .environment("\(error)")
    }
  }

  /// Records an epoch, and shows it; `planned` says how many there will be.
  package func record(_ epoch: EpochMetrics, of planned: Int? = nil) {
    metrics.append(epoch)
    var told = epoch
    told.planned = planned
    hear(.epoch(told))
  }

  /// Shows how far an epoch is.
  package func tell(_ progress: BatchProgress) {
    hear(.batch(progress))
  }
}

/// The two parts of a data set for classification.
package struct ClassificationData: Sendable {
  package let train: FashionMNIST
  package let test: FashionMNIST

  package init(train: FashionMNIST, test: FashionMNIST) {
    self.train = train
    self.test = test
  }
}
