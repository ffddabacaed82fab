package import Checks

/// The checks of lesson 11.
package let shiftChecks = ExerciseChecks(
  lesson: "shift", derivations: shiftDerivations,
  labelShiftChecks + decideChecks)
