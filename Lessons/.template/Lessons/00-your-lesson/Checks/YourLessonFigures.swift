internal import Figures

let yourLessonFigures: [LessonFigure] = []
