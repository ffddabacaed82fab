package import Checks

/// What "right" means for lesson 04.
package let crossEntropyChecks = ExerciseChecks(lesson: "cross-entropy", [])
