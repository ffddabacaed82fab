internal import Plots

let lossesFigures: [LessonFigure] = [regressionLosses, normalDensities]
