package import Datasets
internal import System
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

  /// The data set that a check asked for; nil where none did.
  package private(set) var usedData: String?

  /// The epochs of training seen so far.
  package var metrics: [EpochMetrics] = []

  /// Whether a failure is diagnosed and shrunk, which takes many more calls.
  package var explainsFailures = true

  let callee: any Callee
  private let data: @Sendable () throws -> ClassificationData
  private let hear: (TrainingNews) -> Void

  /// The call that is or was running last.
  private(set) var lastCall: ShownCall?

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
  ///
  /// Where what crosses is not what the learner would write, `words` say how
  /// the call is shown.
  package func call(
    _ function: String, _ arguments: [WireValue], shownAs words: String? = nil,
    event: (String, WireValue) throws(WireError) -> Void = { _, _ in }
  ) throws(Interruption) -> WireValue {
    lastCall = ShownCall(function: function, arguments: arguments, words: words)
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
      let data = try data()
      usedData = data.description
      return data
    } catch {
      throw .environment(reason(error))
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

/// A call of a learner's function.
struct ShownCall {
  let function: String
  let arguments: [WireValue]

  /// How it is shown, where not by its arguments.
  let words: String?

  /// The call as the learner would write it, or in words.
  var shown: String { words ?? shownCall(of: function, arguments) }
}

/// The two parts of a data set for classification.
package struct ClassificationData: Sendable, CustomStringConvertible {
  package let train: FashionMNIST
  package let test: FashionMNIST

  /// The folder it was read from.
  package let folder: String

  package init(train: FashionMNIST, test: FashionMNIST, folder: String) {
    self.train = train
    self.test = test
    self.folder = folder
  }

  package var description: String {
    "\(train.count) training and \(test.count) test images of \(folder)"
  }
}
