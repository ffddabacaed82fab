package import Checks
package import Plots

/// The checks of every lesson, which `course` passes to its commands.
package let registry: [ExerciseChecks] = [
  startChecks, regressionChecks, classificationChecks, softmaxChecks,
  crossEntropyChecks, lossesChecks, fashionChecks, scratchChecks,
  conciseChecks, predictionChecks, generalizationChecks, shiftChecks,
]

/// The figures of every lesson, drawn by `course verify --bless`.
package let figures: [LessonFigures] = [
  LessonFigures(lesson: "start", startFigures),
  LessonFigures(lesson: "linear-regression", regressionFigures),
  LessonFigures(lesson: "classification", classificationFigures),
  LessonFigures(lesson: "softmax", softmaxFigures),
  LessonFigures(lesson: "cross-entropy", crossEntropyFigures),
  LessonFigures(lesson: "losses", lossesFigures),
  LessonFigures(lesson: "fashion-mnist", fashionFigures),
  LessonFigures(lesson: "softmax-scratch", scratchFigures),
  LessonFigures(lesson: "softmax-concise", conciseFigures),
  LessonFigures(lesson: "prediction", predictionFigures),
  LessonFigures(lesson: "generalization", generalizationFigures),
  LessonFigures(lesson: "shift", shiftFigures),
]
