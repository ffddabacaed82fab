internal import Plots

let conciseFigures: [LessonFigure] = [
  LessonFigure(
    "rates",
    "The loss over ten epochs for four learning rates, on a logarithmic axis; "
      + "all start at log 10, about 2.3. At 0.01 it falls slowly to 1.0. At 0.1 "
      + "it is lowest and falls to 0.6. At 1 it first jumps to 8.6 and then "
      + "falls to 1.9, wobbling. At 100 it jumps to 987 and ends at about 200"
  ) {
    .chart(
      Chart(
        x: Axis("epoch", 0...12.4),
        y: Axis("loss", 0.3...2_000, logarithmic: true), height: 340,
        losses.map { rate, losses in
          // Before training, every class has the same probability.
          .init("rate \(rate)", [Point(0, 2.303)] + points(losses))
        }))
  },
  LessonFigure(
    "factors",
    "Two gray pictures of 28 by 28 pixels. The first, the mean of all training "
      + "pictures, is a bright blur in the shape of a shirt. In the second, the "
      + "learned factors, the middle is dark. Bright are the outlines: the "
      + "shoulders and the neck, the places beside a shirt's body at the left, "
      + "the edges at the bottom, and a line in the lower middle where there is "
      + "a gap between trouser legs"
  ) {
    .images(
      ImageGrid([
        .init(pixels(meanPicture), "mean"), .init(pixels(factors), "factors"),
      ]))
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
    "0.01",
    [2.076, 1.741, 1.528, 1.382, 1.278, 1.199, 1.138, 1.089, 1.048, 1.014]
  ),
  (
    "0.1",
    [1.387, 0.912, 0.797, 0.735, 0.694, 0.664, 0.640, 0.621, 0.605, 0.591]
  ),
  (
    "1",
    [8.613, 3.688, 3.373, 2.612, 2.511, 2.315, 2.188, 2.155, 1.791, 1.905]
  ),
  (
    "100",
    [986.9, 419.3, 290.6, 304.3, 232.3, 218.2, 178.7, 173.6, 223.2, 209.7]
  ),
]

/// A picture of which each hexadecimal digit is a pixel, from black to white.
private func pixels(_ rows: [String]) -> [UInt8] {
  rows.joined().map { UInt8(17 * ($0.hexDigitValue ?? 0)) }
}

private func points(_ counts: [Double], of whole: Double = 1) -> [Point] {
  counts.enumerated().map { Point(Double($0 + 1), $1 / whole) }
}

/// The learned factors of a layer as in the exercise, from the smallest, 0.994,
/// to the largest, 1.278.
///
/// The model, `Flatten`, the layer and `Linear`, was trained for 20 epochs on
/// the full set with the library's `train`: batches of 256, learning rate 0.1,
/// and a generator with seed 8 that draws the weights and then shuffles.
private let factors = [
  "00000012249c6bf77d6532000000", "0000014449b674745fa353210000",
  "0000014433233586100034221100", "0000013692321251010544532100",
  "0000114522332352111003352210", "0000223332333451211001342220",
  "0011233333332241014201343430", "0111234554442252114501233630",
  "0112445885543354042111122431", "11124658a87523333a5142122441",
  "132246679a531123135234222432", "1322366667240111103211011353",
  "1412346646201022112212111362", "2312357554011122211122213561",
  "12231a6531221022201122224771", "11230b6441001132212331224651",
  "22551b7731000131111321112331", "1286065421000360010320113541",
  "0285033210100380000211012521", "1033032210000380000210013513",
  "0111021320000380145520013511", "0011023331111390246431123310",
  "0011121331010290245331132210", "0001110450110170122130111200",
  "0001210241200170122120112100", "0001210021110370221200211000",
  "00022102812315a2222242323100", "0001133389622bf2213557342000",
]

/// The mean of the 60,000 training pictures, from its smallest pixel to its
/// largest.
private let meanPicture = [
  "0000000001345545542100000000", "000000013579baaba97421000000",
  "00000023479aaaaaa98643100000", "00000134689aaaaaaa9864310000",
  "00001245789aaaaaaaa976421000", "0000135679aaaaabbbb987532100",
  "0000246789aaaabbbbba98643110", "0001246789aaaabccccba9753210",
  "0001356889aaabbcddcba9864310", "0001357889aabbbdeedcba975420",
  "0001357889abccceeedcba976420", "000135789abcdddeffeccba86530",
  "000135689acddddfffedcba86540", "00113678abddeedffffdcba96541",
  "01124789acdeeedffffdcba97541", "01235789aceefedffffdcba97651",
  "02236899bdeffeeffffdcba97651", "0234689abdfffeeffffdbba97551",
  "0234689abdfffedeffecaaa86541", "02346899bdefeddefeecaa986541",
  "02246889bdeeedcdeedb99875430", "01236788acdedccdddca88875320",
  "01235778abcddcbcccb977764320", "011246779acccbabbba976653210",
  "0012456689bbba9aaa9865653110", "00013555789aa989998755542100",
  "0001344457899878987644432000", "0000122123455444443211210000",
]

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
