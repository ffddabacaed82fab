import Checks
import Datasets
import Tensors
import Wire

/// A training with the learner's functions that is not graded.
///
/// As in ``WholeTraining``, every number that is shown is computed in this
/// process from the weights that come after each epoch, and no test image
/// leaves it.
struct FreeTraining {
  let settings: TrainingSettings
  /// The driver's function, and its arguments for the images to train on.
  let function: String
  let arguments: @Sendable (FashionMNIST, TrainingSettings) -> [WireValue]

  func failure(in examination: Examination) throws -> Failure? {
    let data = try examination.dataset()
    let count = min(settings.examples ?? .max, data.train.count)
    let train = data.train.examples(0..<count)
    let watched = train.count > 10_000 ? train.everyTenth : train
    var epoch = 0
    var isLost = false
    func hear(_ name: String, _ value: WireValue) throws(WireError) {
      if name == "batch" {
        return examination.tell(
          try BatchProgress(value, epoch: epoch + 1, of: settings.epochs))
      }
      guard !isLost else { return }
      epoch += 1
      guard case .list(let parts) = value, parts.count == 4 else {
        throw .malformed("expected the end of an epoch")
      }
      guard let model = TrainedModel(try [Tensor](wireValue: parts[3])) else {
        throw .malformed("the parameters are no layers for 784 pixels")
      }
      let measured = model.isFinite ? model.measured(on: watched) : nil
      guard let (loss, accuracy) = measured, loss.isFinite else {
        isLost = true
        return
      }
      examination.model = model
      examination.record(
        EpochMetrics(
          epoch: epoch, loss: loss, trainAccuracy: accuracy,
          testAccuracy: model.measured(on: data.test).accuracy),
        of: settings.epochs)
    }
    do throws(Interruption) {
      _ = try examination.call(
        function, arguments(train, settings), shownAs: "the training",
        event: hear)
    } catch {
      // What was trained before it was stopped is worth keeping.
      guard error == .stopped, examination.model != nil else { throw error }
    }
    return isLost
      ? Failure(.sentence("training-diverged", ["epoch": epoch])) : nil
  }
}
