internal import Figures

let predictionFigures: [LessonFigure] = [
  LessonFigure(
    "class-accuracies",
    "A bar for the accuracy of each of the ten classes. Trouser, bag, boot and "
      + "sneaker stand above nine tenths, the shirt far below all others at a "
      + "little over a half; pullover and coat lie between"
  ) {
    .bars(
      Bars(
        y: Axis("accuracy", 0...1), width: 620,
        rightOfThousand.map { ($0.name, Double($0.right) / 1_000) }))
  }
]

/// How many of the 1,000 test pictures of each class the model answer of
/// lesson 8 names rightly, after 10 epochs from seed 8.
private let rightOfThousand: [(name: String, right: Int)] = [
  ("t-shirt", 814), ("trouser", 946), ("pullover", 693), ("dress", 856),
  ("coat", 783), ("sandal", 891), ("shirt", 560), ("sneaker", 924),
  ("bag", 944), ("boot", 938),
]
