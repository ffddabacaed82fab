internal import Checks
internal import References
internal import Tensors
internal import Wire

/// Numbers, and the constants that fit them best, computed in Double.
struct Constants {
  let numbers: [Double]
  let sorted: [Double]

  init(_ y: Tensor) {
    numbers = y.values.map(Double.init)
    sorted = numbers.sorted()
  }

  var count: Int { numbers.count }
  var mean: Double { sum / Double(count) }
  var sum: Double { numbers.reduce(0, +) }

  /// The two middle numbers; the same one twice if the count is odd.
  var middle: (lower: Double, upper: Double) {
    numbers.isEmpty
      ? (.nan, .nan) : (sorted[(count - 1) / 2], sorted[count / 2])
  }

  /// The mean of the two middle numbers.
  var median: Double { (middle.lower + middle.upper) / 2 }

  /// The mean of the smallest and the largest number.
  var midrange: Double {
    ((sorted.first ?? .nan) + (sorted.last ?? .nan)) / 2
  }

  func squaredLoss(of constant: Double) -> Double {
    numbers.reduce(0) { $0 + 0.5 * ($1 - constant) * ($1 - constant) }
  }

  func absoluteLoss(of constant: Double) -> Double {
    numbers.reduce(0) { $0 + ($1 - constant).magnitude }
  }

  /// The number at an index of some list of them, where there is one.
  fileprivate func number(at index: Int, of list: [Double]) throws -> Double {
    guard list.indices.contains(index) else { throw NoImitation() }
    return list[index]
  }
}

let bestConstantsSubject = Subject(
  "bestConstants(_:)", axes: ["n"], freedom: constantsFreedom,
  reference: { (y: Tensor) in
    answer(Constants(y).mean, Constants(y).median)
  },
  mistakes: exchanged + wrongMedians + wrongMeans + wholeMeans,
  telling: { random, number in
    arguments(random.apart(3 + 2 * (number % 4)))
  },
  promises: { $0[0].tensor.count > 0 },
  parts: ["squared", "absolute"])

// MARK: - Mistakes

/// The mean and the median change places, or one of them is returned twice.
private let exchanged: [KnownMistake] = medians.flatMap { median in
  [
    KnownMistake("exchanged") { (y: Tensor) in
      answer(median(Constants(y)), Constants(y).mean)
    },
    KnownMistake("both-medians") { (y: Tensor) in
      answer(median(Constants(y)), Constants(y).median)
    },
  ]
}

/// The numbers that a right answer may take for the median.
private let medians: [@Sendable (Constants) -> Double] = [
  { $0.median }, { $0.middle.upper }, { $0.middle.lower },
]

private let wrongMedians = [
  absolute("both-means") { $0.mean },
  absolute("unsorted") { try $0.number(at: $0.count / 2, of: $0.numbers) },
  absolute("unsorted") {
    try $0.number(at: ($0.count - 1) / 2, of: $0.numbers)
  },
  absolute("unsorted") {
    try
      ($0.number(at: ($0.count - 1) / 2, of: $0.numbers)
      + $0.number(at: $0.count / 2, of: $0.numbers)) / 2
  },
  absolute("off-by-one") {
    try $0.number(at: ($0.count + 1) / 2, of: $0.sorted)
  },
  absolute("off-by-one") { try $0.number(at: $0.count / 2 + 1, of: $0.sorted) },
  absolute("off-by-one") {
    try $0.number(at: min($0.count / 2 + 1, $0.count - 1), of: $0.sorted)
  },
  absolute("off-by-one.before") {
    try $0.number(at: $0.count / 2 - 1, of: $0.sorted)
  },
  absolute("off-by-one.before") {
    try $0.number(at: max($0.count / 2 - 1, 0), of: $0.sorted)
  },
  absolute("neighbor-averaged") {
    try
      ($0.number(at: $0.count / 2 - 1, of: $0.sorted)
      + $0.number(at: $0.count / 2, of: $0.sorted)) / 2
  },
  absolute("distinct") {
    let distinct = Set($0.numbers).sorted()
    return try $0.number(at: distinct.count / 2, of: distinct)
  },
  absolute("magnitudes.median") {
    let sizes = $0.numbers.map(\.magnitude).sorted()
    return try $0.number(at: sizes.count / 2, of: sizes)
  },
  absolute("magnitudes.mean") {
    $0.numbers.reduce(0) { $0 + $1.magnitude } / Double($0.count)
  },
  absolute("magnitudes.sum") { $0.numbers.reduce(0) { $0 + $1.magnitude } },
  absolute("midrange") { $0.midrange },
  absolute("midrange.half-range") {
    ($0.sorted.last ?? .nan) - $0.midrange
  },
  absolute("mode") { $0.mostFrequent(among: $0.numbers) },
  absolute("mode") { $0.mostFrequent(among: $0.numbers.reversed()) },
  absolute("mode") { $0.mostFrequent(among: $0.sorted) },
  absolute("mode") { $0.mostFrequent(among: $0.sorted.reversed()) },
  absolute("loss-returned.absolute") { $0.absoluteLoss(of: $0.median) },
]

private let wrongMeans = [
  squared("sum.constant") { $0.sum },
  squared("halved.constant") { $0.mean / 2 },
  squared("one-too-few") {
    guard $0.count > 1 else { throw NoImitation() }
    return $0.sum / Double($0.count - 1)
  },
  squared("one-too-few") { $0.sum / Double($0.count - 1) },
  squared("midrange.squared") { $0.midrange },
  squared("root-mean-square") {
    ($0.numbers.reduce(0) { $0 + $1 * $1 } / Double($0.count)).squareRoot()
  },
  squared("magnitudes") {
    $0.numbers.reduce(0) { $0 + $1.magnitude } / Double($0.count)
  },
  squared("loss-returned.squared") { $0.squaredLoss(of: $0.mean) },
]

/// The mean without its decimals, from a sum in Float as the learner's is: in
/// Double it may be on the other side of a whole number.
private let wholeMeans = [
  whole { sum, count in
    (sum.rounded(.towardZero) / Float(count)).rounded(.towardZero)
  },
  whole { sum, count in (sum / Float(count)).rounded(.towardZero) },
  whole { sum, count in (sum / Float(count)).rounded() },
]

private func whole(
  _ mean: @escaping @Sendable (Float, Int) -> Float
) -> KnownMistake {
  KnownMistake("integer-division") { (y: Tensor) in
    answer(Double(mean(y.sum().item, y.count)), Constants(y).median)
  }
}

extension Constants {
  /// The first of the numbers, in this order, that occurs most often.
  fileprivate func mostFrequent(among list: [Double]) -> Double {
    var counts: [Double: Int] = [:]
    for number in list { counts[number, default: 0] += 1 }
    let most = counts.values.max()
    return list.first { counts[$0] == most } ?? 0
  }
}

private func squared(
  _ key: String, _ constant: @escaping @Sendable (Constants) throws -> Double
) -> KnownMistake {
  KnownMistake(key) { (y: Tensor) in
    answer(try constant(Constants(y)), Constants(y).median)
  }
}

private func absolute(
  _ key: String, _ constant: @escaping @Sendable (Constants) throws -> Double
) -> KnownMistake {
  KnownMistake(key) { (y: Tensor) in
    answer(Constants(y).mean, try constant(Constants(y)))
  }
}

/// The tuple, as it crosses the wire.
private func answer(_ squared: Double, _ absolute: Double) -> WireValue {
  .list([.float(Float(squared)), .float(Float(absolute))])
}
