import Checks
import Datasets
import Tensors
import Wire

/// The whole of lessons 7 and 8: what the learner wrote trains on
/// Fashion-MNIST, and what came of it is counted here.
///
/// The learner's process is sent the training set and the test images, and
/// tells of its batches and epochs; after each epoch it says which classes its
/// model gives the test images, and at the end the weights and biases.
struct WholeTraining {
  let epochs: Int
  let seed: UInt64
  let batchSize = 256

  /// The learning rate, where the learner does not choose it.
  let learningRate: Float?

  private let data: ClassificationData
  private let isFull: Bool
  private let section: String

  init(
    in examination: Examination, learningRate: Float?, section: String
  ) throws {
    data = try examination.dataset()
    isFull = data.train.count >= FashionMNIST.Part.train.fullCount
    epochs = isFull ? 5 : 10
    seed = examination.random.next() >> 1
    self.learningRate = learningRate
    self.section = section
  }

  /// Trains, follows the training, and judges it.
  func failure(in examination: Examination) throws -> Failure? {
    var told: [EpochMetrics] = []
    var reported = 0
    var unfit: Failure?
    let result = try examination.call("train", arguments) {
      name, value throws(WireError) in
      if name == "batch" {
        // Of a training that went wrong nothing more is told.
        guard unfit == nil else { return }
        return examination.tell(
          try BatchProgress(value, epoch: reported + 1, of: epochs))
      }
      reported += 1
      guard reported <= epochs else {
        throw .malformed("more than the \(epochs) epochs asked for came")
      }
      let event = try EpochEvent(
        name, value, epoch: reported, images: data.test.count)
      unfit = unfit ?? failure(of: event)
      // JSON knows no NaN, and no learner is helped by the epochs after it.
      guard unfit == nil else { return }
      let metrics = event.metrics(counting: data.test.labels)
      told.append(metrics)
      examination.record(metrics, of: epochs)
    }
    if let unfit { return unfit }
    guard told.count == epochs, let last = told.last else {
      return failure(
        "\(epochs) epochs were asked for, \(told.count) were reported",
        expected: "\(epochs) epochs", received: "\(told.count)")
    }
    guard let classifier = LinearClassifier(result) else {
      return failure(
        "training should end with one weight of shape [784, 10] and one bias "
          + "of shape [10]",
        expected: "shapes [784, 10] and [10]", received: result.summary)
    }
    let train = classifier.measured(on: data.train)
    return failure(
      epochLoss: last.loss, loss: train.loss, trainAccuracy: train.accuracy,
      testAccuracy: last.testAccuracy)
  }

  /// The bytes of the data, and how to train.
  private var arguments: [WireValue] {
    Checks.arguments(
      data.train.images, data.train.labels, data.test.images, epochs, batchSize)
      + (learningRate.map { [$0.wireValue] } ?? []) + [seed.wireValue]
  }

  private func failure(of event: EpochEvent) -> Failure? {
    guard !event.isPossible else { return nil }
    return failure(
      "the loss or the accuracy of epoch \(event.epoch) is none",
      expected: "a finite loss of at least 0, an accuracy from 0 to 1",
      received: "loss \(event.loss), accuracy \(event.accuracy)")
  }

  /// The thresholds, written so that NaN fails each of them.
  ///
  /// Over 120 seeds a right answer ended the full set with a test accuracy of
  /// at least 0.80, and over 300 seeds the sample with at least 0.73; a
  /// constant answer has 0.1. The chapter behind the course asserts a loss
  /// below 0.5, averaged over the last epoch as the model met the examples:
  /// 0.484 to 0.487. The loss of the very last weights is counted here, and
  /// swings with the last steps: it came to at most 0.52. From the mean over
  /// the epoch it differs, over 20 seeds, by at most 0.02, a tenth of what is
  /// allowed.
  private func failure(
    epochLoss: Double, loss: Double, trainAccuracy: Double,
    testAccuracy: Double
  ) -> Failure? {
    for (name, accuracy) in [
      ("test", testAccuracy), ("training", trainAccuracy),
    ] where !(accuracy > 0.7 && accuracy <= 1) {
      return failure(
        "after \(epochs) epochs the accuracy on the \(name) images should be "
          + "above 0.7, is \(accuracy)",
        expected: "above 0.7", received: "\(accuracy)")
    }
    if isFull && !(epochLoss < 0.5) {
      return failure(
        "the mean loss over epoch \(epochs) should be below 0.5, is "
          + "\(epochLoss)",
        expected: "below 0.5", received: "\(epochLoss)")
    }
    if !((epochLoss - loss).magnitude < 0.2) {
      return failure(
        "the mean loss over epoch \(epochs) is said to be \(epochLoss), but "
          + "the weights it left have a loss of \(loss); the two lie close",
        expected: "less than 0.2 apart",
        received: "\(epochLoss) against \(loss)")
    }
    if isFull && !(loss < 0.6) {
      return failure(
        "with the last weights and biases the mean loss of the training "
          + "images should be below 0.6, is \(loss)",
        expected: "below 0.6", received: "\(loss)")
    }
    return nil
  }

  private func failure(
    _ message: String, expected: String, received: String
  ) -> Failure {
    let rate = learningRate.map { " at learning rate \($0)" } ?? ""
    return Failure(
      message,
      counterexample: Counterexample(
        arguments: "\(epochs) epochs in batches of \(batchSize)\(rate), "
          + "seed \(seed)",
        expected: expected, received: received),
      section: section)
  }
}

/// The end of an epoch, as the learner's process tells it.
private struct EpochEvent {
  let epoch: Int
  let loss: Float
  let accuracy: Float
  let classes: [UInt8]

  /// Whether these are a loss and an accuracy; NaN is neither.
  var isPossible: Bool {
    loss >= 0 && loss.isFinite && accuracy >= 0 && accuracy <= 1
  }

  init(
    _ name: String, _ value: WireValue, epoch: Int, images: Int
  ) throws(WireError) {
    guard name == "epoch", case .list(let parts) = value, parts.count == 4
    else { throw .malformed("not the end of an epoch") }
    self.epoch = try Int(wireValue: parts[0])
    loss = try Float(wireValue: parts[1])
    accuracy = try Float(wireValue: parts[2])
    classes = try [UInt8](wireValue: parts[3])
    guard self.epoch == epoch else {
      throw .malformed("epoch \(self.epoch) came in place of \(epoch)")
    }
    guard classes.count == images, classes.allSatisfy({ $0 < 10 }) else {
      throw .malformed("there must be one class below 10 for each test image")
    }
  }

  /// The epoch with its accuracy on the test images, counted here.
  func metrics(counting labels: [UInt8]) -> EpochMetrics {
    let right = zip(classes, labels).count { $0 == $1 }
    return EpochMetrics(
      epoch: epoch, loss: Double(loss), trainAccuracy: Double(accuracy),
      testAccuracy: Double(right) / Double(max(labels.count, 1)))
  }
}

extension BatchProgress {
  /// How far an epoch is, as the learner's process tells it.
  fileprivate init(
    _ value: WireValue, epoch: Int, of planned: Int
  ) throws(WireError) {
    let numbers = try [Int](wireValue: value)
    guard numbers.count == 2, numbers[1] > 0, 0...numbers[1] ~= numbers[0]
    else { throw .malformed("not a batch of so many") }
    self.init(
      epoch: epoch, planned: planned, batch: numbers[0], batches: numbers[1])
  }
}
