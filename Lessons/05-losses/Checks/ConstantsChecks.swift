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

/// Finds a constant with a larger loss than another.
private func wrongConstant(in trial: Trial) -> Violation? {
  guard case .list(let parts) = trial.received, parts.count == 2,
    case .float(let squared) = parts[0], case .float(let absolute) = parts[1]
  else { return nil }
  let numbers = Constants(trial.tensor(0))
  let middle = numbers.middle
  // A sum in Float, number by number, is accurate to 6e-8 of the sum of the
  // magnitudes, times a part of their count.
  let meanSize =
    numbers.numbers.reduce(0) { $0 + $1.magnitude } / Double(numbers.count)
  let best =
    middle.lower == middle.upper
    ? "\(shown(Float(middle.lower)))"
    : "any number from \(shown(Float(middle.lower))) to "
      + shown(Float(middle.upper))
  let expected =
    "(squared: \(shown(Float(numbers.mean))), absolute: \(best))"
  if !((Double(squared) - numbers.mean).magnitude <= 3e-5 * meanSize) {
    return violation(
      "squared", squared, numbers.mean, loss: numbers.squaredLoss,
      expected: expected)
  }
  let nearest = min(max(Double(absolute), middle.lower), middle.upper)
  let room = 1e-6 * nearest.magnitude
  // Where losses were compared in Float, beside an outlier, a neighbor of the
  // median may have seemed as good.
  let isNear = (Double(absolute) - nearest).magnitude <= room
  let most = numbers.absoluteLoss(of: nearest) * (1 + 1e-5)
  if !isNear, !(numbers.absoluteLoss(of: Double(absolute)) <= most) {
    return violation(
      "absolute", absolute, nearest, loss: numbers.absoluteLoss,
      expected: expected)
  }
  return nil
}

/// Compares the losses of two constants, where they differ visibly.
private func violation(
  _ name: String, _ received: Float, _ best: Double,
  loss: (Double) -> Double, expected: String
) -> Violation {
  let (cost, less) = (loss(Double(received)), loss(best))
  let values: Remark.Values = [
    "name": name, "received": received, "best": Float(best),
    "cost": Float(cost), "less": Float(less),
  ]
  return Violation(
    cost.isFinite && cost > less * 1.001 ? "constant-costs" : "constant",
    values, expected: expected)
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
