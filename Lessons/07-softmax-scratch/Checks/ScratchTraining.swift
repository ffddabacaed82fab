import Checks

/// The whole: the learner's functions train on Fashion-MNIST.
let scratchTrains = Check(
  "trains", "learns to tell clothes apart", of: Scratch.trainEpoch,
  section: "on-real-pictures", points: 5, seconds: 120
) { examination in
  try WholeTraining(
    in: examination, learningRate: 0.1, section: "on-real-pictures",
    advice: "Look first at the sign of the step, then at the division of the "
      + "gradient by the number of examples in the batch."
  ).failure(in: examination)
}
