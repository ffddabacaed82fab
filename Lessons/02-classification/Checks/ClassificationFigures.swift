internal import Plots

let classificationFigures: [LessonFigure] = [
  LessonFigure(
    "net",
    "Four features on the left, three scores on the right, and a line from "
      + "every feature to every score: twelve weights"
  ) {
    .net(
      Net(
        layers: [["x₁", "x₂", "x₃", "x₄"], ["o₁", "o₂", "o₃"]],
        captions: ["features", "scores"]))
  }
]
