import Checks

/// The whole: what the learner's functions make trains on Fashion-MNIST.
let trainsConcisely = Check(
  "trains", "learns to tell clothes apart", of: concise("makeModel(seed:)"),
  section: "training", points: 5, seconds: 120
) { examination in
  try WholeTraining(
    in: examination, learningRate: nil, section: "training",
    advice: "Is the loss the mean over the batch? The gradient of the sum is "
      + "256 times as large for 256 examples, and so is each step. Then look "
      + "at the learning rate."
  ).failure(in: examination)
}
