internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of `bestConstants`.
let constantsChecks: [Check] = [
  constants("constants-example", trials: 2) { _, number in
    let minutes: [Float] = [20, 22, 21, 23, 94]
    return Tensor(number == 0 ? minutes : minutes.reversed())
  },
  constants("constants-odd") { random, number in
    random.apart(3 + 2 * (number % 4))
  },
  constants("constants-even") { random, number in
    random.apart(2 + 2 * (number % 4))
  },
  constants("constants-edges", trials: 5) { random, number in
    let x = random.apart(1)[0]
    return switch number {
    case 0: Tensor([x])
    case 1: Tensor([-3])
    case 2: Tensor([0])
    case 3: Tensor([x, x + 1.5])
    default: Tensor([x, x, x, x])
    }
  },
  constants("constants-ties") { random, number in
    // More than half of the numbers are equal, and all others lie on one side.
    let others = random.apart(2 + number % 3).values
    let side: Float = number % 2 == 0 ? 1 : -1
    let often = side * (others.map { side * $0 }.min() ?? 0) - side / 2
    let ties = others.map { _ in often } + [often]
    return random.shuffled(others + ties)
  },
  constants("constants-outliers") { random, number in
    let outlier = Float(1 + 8 * random.uniform()) * 1e6
    let usual = random.apart(2 + number).values
    return random.shuffled(
      usual + (number % 3 == 2 ? [outlier, outlier / 2] : [outlier])
    ) * (number % 2 == 0 ? 1 : -1)
  },
  constants("constants-sizes", trials: sizes.count * 2) { random, number in
    // All below 0, all above 0, or both.
    let x = random.scores(
      ofSize: 1, rows: 1, columns: 3 + number % 5
    ).reshaped([-1])
    let size = sizes[number / 2]
    return size
      * (number % 3 == 0 ? x : x.absolute() * (number % 2 == 0 ? 1 : -1))
  },
  constants("constants-many", trials: 4) { random, number in
    let count = [501, 300, 1_000, 999][number]
    // Skewed, so that mean and median are far apart.
    return Tensor(
      (0..<count).map { _ in
        let x = Float(random.normal())
        return x * x * (number < 2 ? 1 : -10) + 2
      })
  },
]

private let sizes: [Float] = [1e-6, 1e-3, 1, 30, 1e3, 1e6]

private func constants(
  _ id: String, trials: Int = 8,
  numbers: @escaping @Sendable (inout SeededGenerator, Int) -> Tensor
) -> Check {
  .holds(
    id, bestConstantsSubject, section: "a-loss-chooses", trials: trials,
    repeatsCalls: true
  ) { random, number in
    arguments(numbers(&random, number % trials))
  } property: {
    wrongConstant(in: $0)
  }
}

/// Finds a constant with a larger loss than another, and says how much larger
/// it is, if that is visible.
private func wrongConstant(in trial: Trial) -> Violation? {
  guard case .list(let parts) = trial.received, parts.count == 2,
    case .float(let squared) = parts[0], case .float(let absolute) = parts[1]
  else { return nil }
  let numbers = Constants(trial.tensor(0))
  let isMean = numbers.isMean(Double(squared))
  guard !isMean || !numbers.isMedian(Double(absolute)) else { return nil }
  let (lower, upper) = numbers.middle
  let (name, received, best) =
    isMean
    ? ("absolute", absolute, min(max(lower, Double(absolute)), upper))
    : ("squared", squared, numbers.mean)
  let loss = isMean ? numbers.absoluteLoss : numbers.squaredLoss
  let (cost, less) = (loss(Double(received)), loss(best))
  let isVisible = cost.isFinite && cost > less * 1.001
  let medians =
    lower == upper
    ? shown(Float(lower))
    : "any number from \(shown(Float(lower))) to \(shown(Float(upper)))"
  return Violation(
    .sentence(
      isVisible ? "constant-costs" : "constant",
      [
        "name": name, "received": received, "best": Float(best),
        "cost": Float(cost), "less": Float(less),
      ]),
    expected: "(squared: \(shown(Float(numbers.mean))), absolute: \(medians))",
    received: "(squared: \(shown(squared)), absolute: \(shown(absolute)))")
}

extension Constants {
  /// Whether a number is the mean, up to the rounding of a sum in Float, which
  /// grows with the sizes of the numbers and with their count.
  fileprivate func isMean(_ constant: Double) -> Bool {
    let size = numbers.reduce(0) { $0 + $1.magnitude } / Double(count)
    return (constant - mean).magnitude <= 3e-5 * size
  }

  /// Whether no other number has a smaller absolute loss.
  ///
  /// Where losses are compared in Float, beside an outlier, a neighbor of the
  /// median may seem as good.
  fileprivate func isMedian(_ constant: Double) -> Bool {
    let best = min(max(middle.lower, constant), middle.upper)
    return (constant - best).magnitude <= 1e-6 * best.magnitude
      || absoluteLoss(of: constant) <= absoluteLoss(of: best) * (1 + 1e-5)
  }
}

/// The ways in which the numbers may vary.
let constantsFreedom = [
  FreeDimension("numbers", [1, 2, 3, 4, .above(255), .above(499)]) {
    (y: Tensor) in y.count
  },
  FreeDimension("more than 255 numbers, an odd count") { (y: Tensor) in
    y.count > 255 && y.count % 2 == 1
  },
  FreeDimension("more than 255 numbers, an even count") { (y: Tensor) in
    y.count > 255 && y.count % 2 == 0
  },
  FreeDimension("numbers that are not sorted") { (y: Tensor) in
    y.values != y.values.sorted() && y.values.reversed() != y.values.sorted()
  },
  FreeDimension("numbers that occur twice") { (y: Tensor) in
    Set(y.values).count < y.count
  },
  FreeDimension("all equal") { (y: Tensor) in
    y.count > 1 && Set(y.values).count == 1
  },
  FreeDimension("all below 0") { (y: Tensor) in
    y.count > 1 && y.values.allSatisfy { $0 < 0 }
  },
  FreeDimension("all above 0") { (y: Tensor) in
    y.count > 1 && y.values.allSatisfy { $0 > 0 }
  },
  FreeDimension("the two middle numbers differ") { (y: Tensor) in
    let middle = Constants(y).middle
    return middle.lower < middle.upper
  },
  FreeDimension(
    "the largest size", [.within(1e-7...1e-4), .within(1...100), .above(1e6)]
  ) { (y: Tensor) in [Double(y.absolute().max().item)] },
  FreeDimension("an outlier far above the others") { (y: Tensor) in
    y.count > 2 && (Constants(y).sorted.last ?? 0) > 1e6
      && Constants(y).median.magnitude < 100
  },
  FreeDimension("an outlier far below the others") { (y: Tensor) in
    y.count > 2 && (Constants(y).sorted.first ?? 0) < -1e6
      && Constants(y).median.magnitude < 100
  },
]

extension SeededGenerator {
  /// So many different multiples of 0.1 from −4 to 12, in any order.
  mutating func apart(_ count: Int) -> Tensor {
    Tensor(
      permutation(of: 161).prefix(count).map { Float($0 - 40) / 10 })
  }

  fileprivate mutating func shuffled(_ numbers: [Float]) -> Tensor {
    Tensor(permutation(of: numbers.count).map { numbers[$0] })
  }
}
