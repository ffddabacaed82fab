package import Checks

/// The checks of lesson 08.
package let conciseChecks = ExerciseChecks(
  lesson: "softmax-concise", derivations: conciseDerivations,
  laboratory: conciseLaboratory,
  conciseModelChecks + trainStepChecks + scaleChecks + [trainsConcisely])
