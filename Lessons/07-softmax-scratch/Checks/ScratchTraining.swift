import Checks
internal import References

/// Trains on Fashion-MNIST with the learner's functions.
let scratchTrains = Check(
  "trains", of: Scratch.trainEpoch,
  section: "on-real-pictures", points: 5, seconds: 120
) { examination in
  try WholeTraining(
    in: examination, learningRate: 0.1, section: "on-real-pictures",
    advice: .sentence("training-advice")
  ).failure(in: examination)
}
