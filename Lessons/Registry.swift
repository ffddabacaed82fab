package import Checks

/// The checks of every lesson: what `course` hands to its commands.
package let registry: [ExerciseChecks] = [
  classificationChecks, softmaxChecks, crossEntropyChecks, fashionChecks,
  scratchChecks, conciseChecks, predictionChecks,
]
