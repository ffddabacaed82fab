/// One epoch of training; accuracies are fractions.
package struct EpochMetrics: Sendable, Equatable, Codable {
  package var epoch: Int
  package var loss: Double
  package var trainAccuracy: Double
  package var testAccuracy: Double

  /// How many epochs there will be; known while training goes on, and no
  /// part of a report.
  package var planned: Int?

  package init(
    epoch: Int, loss: Double, trainAccuracy: Double, testAccuracy: Double
  ) {
    self.epoch = epoch
    self.loss = loss
    self.trainAccuracy = trainAccuracy
    self.testAccuracy = testAccuracy
  }
}

/// How far an epoch of training is.
package struct BatchProgress: Sendable, Equatable, Codable {
  /// 1 for the first epoch.
  package var epoch: Int
  /// How many epochs there will be.
  package var planned: Int
  /// How many of the epoch's batches are over.
  package var batch: Int
  /// How many batches an epoch has.
  package var batches: Int

  package init(epoch: Int, planned: Int, batch: Int, batches: Int) {
    self.epoch = epoch
    self.planned = planned
    self.batch = batch
    self.batches = batches
  }

  /// The part of the whole training that is over, from 0 to 1.
  package var share: Double {
    let ofEpoch = Double(batch) / Double(max(batches, 1))
    return (Double(epoch - 1) + ofEpoch) / Double(max(planned, 1))
  }
}

/// What is told of a training while it goes on.
package enum TrainingNews: Sendable, Equatable, Codable {
  case batch(BatchProgress)
  case epoch(EpochMetrics)
}
