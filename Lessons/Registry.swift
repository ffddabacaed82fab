package import Checks

/// The checks of every lesson: what `course` hands to its commands.
package let registry: [ExerciseChecks] = [
  regressionChecks, classificationChecks, softmaxChecks, crossEntropyChecks,
  lossesChecks,
  scratchChecks,
]
