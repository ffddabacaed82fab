import Checks
import Datasets
internal import References

/// Trains on Fashion-MNIST with the learner's functions.
let scratchTrains = Check(
  "trains", of: Scratch.trainEpoch,
  section: "on-real-pictures", points: 5
) { examination in
  try WholeTraining(
    in: examination, learningRate: 0.1, section: "on-real-pictures",
    advice: .sentence("training-advice")
  ).failure(in: examination)
}

/// The same training as the learner wants it: what the function takes can be
/// changed.
let scratchLaboratory = Laboratory([.rate, .batch, .epochs, .examples, .seed]) {
  settings in
  Check("laboratory", of: Scratch.trainEpoch, seconds: 3_600) { examination in
    try FreeTraining(settings: settings, function: "laboratory") {
      train, settings in
      Checks.arguments(
        train.images, train.labels, settings.epochs, settings.batch,
        settings.rate ?? 0.1, settings.seed)
    }.failure(in: examination)
  }
}
