internal import Figures

let lossesFigures: [LessonFigure] = [regressionLosses, normalDensities]
