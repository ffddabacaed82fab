internal import Plots

let startFigures: [LessonFigure] = []
