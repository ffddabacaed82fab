package import Datasets
internal import System
package import Tensors
package import Wire

/// What a check works with while it runs: the learner's functions, random
/// inputs, and the data.
package final class Examination {
  /// A generator whose stream depends only on the seed and the check, so that
  /// one check can be repeated without the others.
  package var random: SeededGenerator

  /// The time limit for a call, in seconds.
  package let seconds: Double

  /// The data set that a check used; nil if none did.
  package private(set) var usedData: String?

  /// The epochs of training seen so far.
  package var metrics: [EpochMetrics] = []

  /// The learner's model as it was last trained.
  package var model: TrainedModel?

  /// Whether to diagnose and shrink a failure, which takes many more calls.
  package var explainsFailures = true

  /// What is known of the calls to which the function gives no answer.
  package var silence = Silence.unsought

  /// How the other checks of the function draw their arguments.
  package var otherInputs: [Inputs] = []

  /// What an earlier check of the function found to hold; nil if none looked.
  package var knownRelation: Relation??

  let callee: any Callee
  private let data: @Sendable () throws -> ClassificationData
  private let hear: (TrainingEvent) -> Bool
  private var isStopped = false

  /// The current or most recent call.
  var lastCall: ShownCall?

  /// `hear` receives the progress of a training, and returns whether to go on.
  package init(
    callee: any Callee, random: SeededGenerator, seconds: Double,
    data: @escaping @Sendable () throws -> ClassificationData,
    hear: @escaping (TrainingEvent) -> Bool = { _ in true }
  ) {
    self.callee = callee
    self.random = random
    self.seconds = seconds
    self.data = data
    self.hear = hear
  }

  /// Calls one of the learner's functions.
  ///
  /// `words` is how the call is shown, if its arguments are not what the
  /// learner would write.
  package func call(
    _ function: String, _ arguments: [WireValue], shownAs words: String? = nil,
    event: (String, WireValue) throws(WireError) -> Void = { _, _ in }
  ) throws(Interruption) -> WireValue {
    lastCall = ShownCall(function: function, arguments: arguments, words: words)
    if isStopped { throw .stopped }
    return try callee.call(function, arguments, seconds: seconds) {
      name, value throws(Interruption) in
      do throws(WireError) {
        try event(name, value)
      } catch {
        throw .protocolError("an event is wrong: \(error)")
      }
      if isStopped { throw .stopped }
    }
  }

  /// The data set, with its training and test parts.
  package func dataset() throws(Interruption) -> ClassificationData {
    do {
      let data = try data()
      usedData = data.description
      return data
    } catch {
      throw .environment(reason(error))
    }
  }

  /// Records and reports an epoch; `planned` is the total number of epochs.
  package func record(_ epoch: EpochMetrics, of planned: Int? = nil) {
    metrics.append(epoch)
    var told = epoch
    told.planned = planned
    if !hear(.epoch(told)) { isStopped = true }
  }

  /// Reports the progress of an epoch.
  package func tell(_ progress: BatchProgress) {
    if !hear(.batch(progress)) { isStopped = true }
  }
}

/// A call of a learner's function.
struct ShownCall {
  let function: String
  let arguments: [WireValue]

  /// How it is shown, if not by its arguments.
  let words: String?

  /// The call as the learner would write it, or in words.
  var shown: String { words ?? shownCall(of: function, arguments) }
}

/// The training and test sets for classification.
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
