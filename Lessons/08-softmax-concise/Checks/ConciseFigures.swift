internal import Plots

let conciseFigures: [LessonFigure] = [
  LessonFigure(
    "rates",
    "The loss over twenty epochs for three learning rates, starting at about "
      + "1.1. At 0.001 the curve is nearly flat; at 0.1 it falls steadily to "
      + "0.69; at 1 it falls steeply in five epochs and then slowly to 0.48"
  ) {
    .chart(
      Chart(
        x: Axis("epoch", 0...21), y: Axis("loss", 0.4...1.2),
        losses.map { rate, losses in
          .init(
            "learning rate \(rate)",
            losses.enumerated().map { Point(Double($0 + 1), $1) })
        }))
  },
  LessonFigure(
    "hundred-epochs",
    "Two charts over 100 epochs. The training loss falls from 0.78, steeply at "
      + "first and ever more slowly, to 0.38. The training accuracy rises from "
      + "0.75 to 0.86 in thirty epochs and then creeps to 0.87. The test "
      + "accuracy rises with it to about 0.84, stays there from epoch 36 on, "
      + "and wobbles all the way, with dips to 0.83 and below"
  ) {
    .row([
      .chart(
        Chart(
          x: Axis("epoch", 0...101), y: Axis("", 0.35...0.8), width: 340,
          [.init("training loss", points(hundredLosses))])),
      .chart(
        Chart(
          x: Axis("epoch", 0...101), y: Axis("", 0.74...0.88), width: 340,
          [
            .init(
              "training accuracy", points(hundredTrainCorrect, of: 60_000),
              as: .dashes, color: .orange),
            .init(
              "test accuracy", points(hundredTestCorrect, of: 10_000),
              color: .green),
          ])),
    ])
  },
]

/// The losses from the lesson's cell `rates`, rounded.
private let losses: [(rate: String, losses: [Double])] = [
  (
    "0.001",
    [
      1.098, 1.098, 1.097, 1.096, 1.096, 1.095, 1.094, 1.094, 1.093, 1.093,
      1.092, 1.091, 1.091, 1.090, 1.089, 1.089, 1.088, 1.087, 1.087, 1.086,
    ]
  ),
  (
    "0.1",
    [
      1.084, 1.032, 0.993, 0.960, 0.932, 0.906, 0.883, 0.862, 0.842, 0.824,
      0.807, 0.791, 0.776, 0.762, 0.748, 0.736, 0.724, 0.713, 0.702, 0.693,
    ]
  ),
  (
    "1",
    [
      1.056, 0.836, 0.702, 0.632, 0.592, 0.566, 0.549, 0.536, 0.527, 0.520,
      0.514, 0.509, 0.504, 0.501, 0.497, 0.494, 0.491, 0.489, 0.487, 0.484,
    ]
  ),
]

private func points(_ counts: [Double], of whole: Double = 1) -> [Point] {
  counts.enumerated().map { Point(Double($0 + 1), $1 / whole) }
}

// A run of the sample solution over 100 epochs of the full set, with the
// library's `train`: batches of 256, learning rate 0.1. A generator with seed 8
// draws the weights and then shuffles the images. This lesson and lesson 9
// quote the first five and the first ten epochs. Another CPU may differ in a
// few images.

/// The mean training loss of each epoch, as the model met the images.
private let hundredLosses: [Double] = [
  0.7845, 0.5710, 0.5266, 0.5017, 0.4854, 0.4737, 0.4655, 0.4580,
  0.4528, 0.4471, 0.4429, 0.4395, 0.4359, 0.4324, 0.4308, 0.4276,
  0.4257, 0.4240, 0.4222, 0.4203, 0.4200, 0.4175, 0.4164, 0.4146,
  0.4133, 0.4121, 0.4113, 0.4100, 0.4094, 0.4084, 0.4068, 0.4049,
  0.4052, 0.4046, 0.4034, 0.4024, 0.4018, 0.4017, 0.4006, 0.4005,
  0.3993, 0.3978, 0.3982, 0.3980, 0.3970, 0.3961, 0.3961, 0.3956,
  0.3947, 0.3945, 0.3942, 0.3936, 0.3934, 0.3922, 0.3918, 0.3911,
  0.3922, 0.3915, 0.3907, 0.3898, 0.3892, 0.3894, 0.3895, 0.3899,
  0.3881, 0.3874, 0.3875, 0.3878, 0.3871, 0.3869, 0.3871, 0.3867,
  0.3859, 0.3866, 0.3856, 0.3853, 0.3849, 0.3846, 0.3842, 0.3838,
  0.3840, 0.3830, 0.3836, 0.3834, 0.3835, 0.3825, 0.3825, 0.3825,
  0.3819, 0.3816, 0.3816, 0.3806, 0.3812, 0.3810, 0.3807, 0.3800,
  0.3803, 0.3804, 0.3802, 0.3799,
]

/// How many of the 60,000 training images were classified correctly in each
/// epoch, as the model met them.
private let hundredTrainCorrect: [Double] = [
  45163, 48798, 49542, 49919, 50204, 50409, 50559, 50717, 50775, 50905,
  50969, 51017, 51047, 51168, 51211, 51233, 51310, 51318, 51345, 51401,
  51382, 51449, 51471, 51504, 51549, 51517, 51558, 51539, 51595, 51594,
  51564, 51666, 51656, 51667, 51693, 51758, 51756, 51732, 51743, 51746,
  51819, 51804, 51795, 51852, 51839, 51819, 51851, 51860, 51837, 51855,
  51860, 51896, 51925, 51936, 51897, 51895, 51909, 51903, 51900, 51951,
  51963, 51979, 51944, 51904, 51976, 51988, 51948, 52019, 51995, 52026,
  52014, 51965, 52036, 51973, 52025, 52032, 52036, 52051, 52021, 52065,
  52049, 52075, 51997, 52029, 51999, 52064, 52069, 52065, 52059, 52101,
  52110, 52125, 52068, 52082, 52077, 52127, 52112, 52088, 52076, 52102,
]

/// How many of the 10,000 test images were correct after each epoch.
private let hundredTestCorrect: [Double] = [
  7869, 8034, 8109, 8224, 7971, 8224, 8283, 8249, 8046, 8349,
  8351, 8334, 8356, 8328, 8312, 8368, 8384, 8361, 8381, 8352,
  8383, 8398, 8396, 8362, 8410, 8391, 8379, 8277, 8409, 8359,
  8397, 8396, 8436, 8415, 8351, 8451, 8439, 8411, 8437, 8437,
  8439, 8380, 8432, 8420, 8403, 8417, 8429, 8422, 8427, 8444,
  8401, 8303, 8432, 8429, 8447, 8433, 8412, 8401, 8454, 8432,
  8366, 8395, 8434, 8418, 8446, 8245, 8340, 8395, 8432, 8425,
  8442, 8437, 8416, 8428, 8420, 8455, 8454, 8448, 8410, 8447,
  8429, 8438, 8441, 8389, 8433, 8434, 8435, 8434, 8428, 8448,
  8457, 8453, 8441, 8431, 8422, 8391, 8448, 8442, 8417, 8371,
]
