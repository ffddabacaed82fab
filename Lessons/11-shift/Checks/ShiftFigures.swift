internal import Plots

let shiftFigures: [LessonFigure] = []
