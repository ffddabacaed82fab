import Tensors

/// What a training tells while it goes on.
public enum TrainingEvent: Sendable, Equatable {
  /// A batch has been learned from.
  case batch(BatchReport)
  /// An epoch is over, and its test too.
  case epoch(EpochReport)
}

/// How the batches of an epoch have gone so far.
public struct BatchReport: Sendable, Equatable, CustomStringConvertible {
  /// 1 for the first epoch.
  public let epoch: Int
  /// 1 for the first batch.
  public let batch: Int
  /// The number of batches of an epoch.
  public let batchCount: Int
  /// The losses and hits of the epoch so far.
  public let tally: Tally

  /// The epoch, the batch, and what has been counted.
  public var description: String {
    "epoch \(epoch), batch \(batch) of \(batchCount): \(tally)"
  }
}

/// How an epoch went.
public struct EpochReport: Sendable, Equatable, CustomStringConvertible {
  /// 1 for the first epoch.
  public let epoch: Int
  /// The losses and hits of the training examples, each counted just before
  /// the model learned from it.
  public let training: Tally
  /// The hits among the test examples after the epoch, if there are any.
  public let test: Tally?
  /// How long it took, test included.
  public let seconds: Double

  /// The mean loss of the training examples.
  public var loss: Float { training.meanLoss }
  /// The part of the training examples that were classified rightly.
  public var trainAccuracy: Float { training.accuracy }
  /// The part of the test examples that were classified rightly.
  public var testAccuracy: Float? { test?.accuracy }

  /// The epoch, its loss, and its accuracies.
  public var description: String {
    let tested = testAccuracy.map { ", test accuracy \($0)" } ?? ""
    return "epoch \(epoch): \(training)\(tested)"
  }
}

/// Losses and hits, counted together.
///
/// ```swift
/// let tally = Tally(loss: 6, correct: 3, count: 4)
/// print(tally)  // prints loss 1.5, accuracy 0.75
/// ```
public struct Tally: Sendable, Equatable, CustomStringConvertible {
  /// The sum of the losses.
  public var loss: Double
  /// How many examples were classified rightly.
  public var correct: Int
  /// The number of examples.
  public var count: Int

  /// A tally of `count` examples.
  public init(loss: Double = 0, correct: Int = 0, count: Int = 0) {
    self.loss = loss
    self.correct = correct
    self.count = count
  }

  /// The mean loss of an example.
  public var meanLoss: Float { Float(loss / Double(count)) }
  /// The part of the examples that were classified rightly.
  public var accuracy: Float { Float(correct) / Float(count) }

  /// The mean loss and the accuracy.
  public var description: String { "loss \(meanLoss), accuracy \(accuracy)" }

  /// Both tallies together.
  public static func + (a: Tally, b: Tally) -> Tally {
    Tally(
      loss: a.loss + b.loss, correct: a.correct + b.correct,
      count: a.count + b.count)
  }
}
