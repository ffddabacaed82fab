import Checks
import Datasets
internal import References
import Tensors

/// Trains the learner's model on Fashion-MNIST with the learner's loop.
let trainsConcisely = Check(
  "trains", of: trainStep,
  section: "your-experiments", points: 5, seconds: 120
) { examination in
  try WholeTraining(
    in: examination, learningRate: 0.1, section: "your-experiments",
    advice: .sentence("training-advice")
  ).failure(in: examination)
}

/// The same training as the learner wants it.
let conciseLaboratory = Laboratory(Set(Knob.allCases)) { settings in
  Check("laboratory", of: makeModel.subject, seconds: 3_600) { examination in
    try FreeTraining(settings: settings, function: "laboratory") {
      train, settings in
      // What is not set is NaN, or 0 units.
      Checks.arguments(
        train.images, train.labels, settings.epochs, settings.batch,
        settings.seed, settings.hidden ?? 0,
        Tensor(
          [settings.rate, settings.momentum, settings.decay].map {
            $0 ?? .nan
          }))
    }.failure(in: examination)
  }
}
