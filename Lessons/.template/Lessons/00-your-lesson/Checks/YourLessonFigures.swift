internal import Plots

let yourLessonFigures: [LessonFigure] = []
