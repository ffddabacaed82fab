import Checks
internal import References

/// Trains on Fashion-MNIST with what the learner's functions make.
let trainsConcisely = Check(
  "trains", of: makeModel.subject,
  section: "training", points: 5, seconds: 120
) { examination in
  try WholeTraining(
    in: examination, learningRate: nil, section: "training",
    advice: .sentence("training-advice")
  ).failure(in: examination)
}
