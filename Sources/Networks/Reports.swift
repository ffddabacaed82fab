import Tensors

/// A progress report during training.
public enum TrainingEvent: Sendable, Equatable {
  /// The model has learned from a batch.
  case batch(BatchReport)
  /// An epoch, including its test, is over.
  case epoch(EpochReport)
}

/// The progress within an epoch.
public struct BatchReport: Sendable, Equatable, CustomStringConvertible {
  /// The number of the epoch, from 1.
  public let epoch: Int
  /// The number of the batch, from 1.
  public let batch: Int
  /// The number of batches per epoch.
  public let batchCount: Int
  /// The losses and correct predictions of the epoch so far.
  public let tally: Tally

  /// The epoch, the batch, and the tally so far.
  public var description: String {
    "epoch \(epoch), batch \(batch) of \(batchCount): \(tally)"
  }
}

/// The results of one epoch.
public struct EpochReport: Sendable, Equatable, CustomStringConvertible {
  /// The number of the epoch, from 1.
  public let epoch: Int
  /// The losses and correct predictions on the training examples, each counted
  /// just before the model learned from it.
  public let training: Tally
  /// The losses and correct predictions on the test examples after the epoch,
  /// if there are any.
  public let test: Tally?
  /// The duration in seconds, including the test.
  public let seconds: Double

  /// The mean loss on the training examples.
  public var loss: Float { training.meanLoss }
  /// The fraction of the training examples that were classified correctly; NaN
  /// for a regression.
  public var trainAccuracy: Float { training.accuracy }
  /// The mean loss on the test examples.
  public var testLoss: Float? { test?.meanLoss }
  /// The fraction of the test examples that were classified correctly; NaN for
  /// a regression.
  public var testAccuracy: Float? { test?.accuracy }

  /// The epoch, its loss and its accuracies, or a regression's losses.
  public var description: String {
    let tested = test.map {
      $0.correct == nil
        ? ", test loss \($0.meanLoss)" : ", test accuracy \($0.accuracy)"
    }
    return "epoch \(epoch): \(training)\(tested ?? "")"
  }
}

/// The total loss and the number of correct predictions of some examples.
///
/// ```swift
/// let tally = Tally(loss: 6, correct: 3, count: 4)
/// print(tally)  // prints loss 1.5, accuracy 0.75
/// ```
public struct Tally: Sendable, Equatable, CustomStringConvertible {
  /// The sum of the losses.
  public var loss: Double
  /// The number of examples that were classified correctly; `nil` for a
  /// regression.
  public var correct: Int?
  /// The number of examples.
  public var count: Int

  /// A tally of `count` examples.
  public init(loss: Double = 0, correct: Int? = 0, count: Int = 0) {
    self.loss = loss
    self.correct = correct
    self.count = count
  }

  /// The mean loss per example.
  public var meanLoss: Float { Float(loss / Double(count)) }
  /// The fraction of the examples that were classified correctly; NaN for a
  /// regression.
  public var accuracy: Float {
    correct.map { Float($0) / Float(count) } ?? .nan
  }

  /// The mean loss and, except for a regression, the accuracy.
  public var description: String {
    "loss \(meanLoss)" + (correct == nil ? "" : ", accuracy \(accuracy)")
  }

  /// The tally of both together.
  public static func + (a: Tally, b: Tally) -> Tally {
    Tally(
      loss: a.loss + b.loss,
      correct: a.correct.flatMap { a in b.correct.map { a + $0 } },
      count: a.count + b.count)
  }
}
