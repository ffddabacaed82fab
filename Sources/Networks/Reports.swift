/// What a training tells while it goes on.
public enum TrainingEvent: Sendable, Equatable {
  /// A batch has been learned from.
  case batch(BatchReport)
  /// An epoch is over, and its test too.
  case epoch(EpochReport)
}

/// How the batches of an epoch have gone so far.
public struct BatchReport: Sendable, Equatable {
  /// 1 for the first epoch.
  public let epoch: Int
  /// 1 for the first batch.
  public let batch: Int
  /// The number of batches of an epoch.
  public let batchCount: Int
  /// The losses and hits of the epoch so far.
  public let tally: Tally
}

/// How an epoch went.
public struct EpochReport: Sendable, Equatable {
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
}

/// Losses and hits, counted together.
///
/// ```swift
/// let tally = Tally(loss: 6, correct: 3, count: 4)
/// print(tally.meanLoss, tally.accuracy)  // prints 1.5 0.75
/// ```
public struct Tally: Sendable, Equatable {
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

  /// Both tallies together.
  public static func + (a: Tally, b: Tally) -> Tally {
    Tally(
      loss: a.loss + b.loss, correct: a.correct + b.correct,
      count: a.count + b.count)
  }
}
