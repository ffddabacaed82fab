/// One epoch of training; accuracies are fractions.
package struct EpochMetrics: Sendable, Equatable, Codable {
  package var epoch: Int
  package var loss: Double
  package var trainAccuracy: Double
  package var testAccuracy: Double

  /// The total number of epochs; known during training, and not part of a
  /// report.
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

/// The progress within an epoch of training.
package struct BatchProgress: Sendable, Equatable, Codable {
  /// The current epoch, counting from 1.
  package var epoch: Int
  /// The total number of epochs.
  package var planned: Int
  /// The number of batches done in this epoch.
  package var batch: Int
  /// The number of batches in an epoch.
  package var batches: Int
  /// The loss of the latest batch, where the program tells it.
  package var loss: Double?

  package init(epoch: Int, planned: Int, batch: Int, batches: Int) {
    self.epoch = epoch
    self.planned = planned
    self.batch = batch
    self.batches = batches
  }

  /// The fraction of the whole training that is done, from 0 to 1.
  package var share: Double {
    let ofEpoch = Double(batch) / Double(max(batches, 1))
    return (Double(epoch - 1) + ofEpoch) / Double(max(planned, 1))
  }
}

/// A report of progress during training.
package enum TrainingEvent: Sendable, Equatable, Codable {
  case batch(BatchProgress)
  case epoch(EpochMetrics)
}
