internal import System

/// Every number is the same multiple of the right one.
func scaled(_ samples: [Sample]) -> Relation? {
  scaled(samples, subject(of: samples))
}

/// As above; `every` says what is: "Every value is".
func scaled(_ samples: [Sample], _ every: String) -> Relation? {
  let wrong = samples.filter(\.isWrong)
  let ratios = wrong.compactMap(\.ratio)
  guard wrong.count >= 3, ratios.count == wrong.count else { return nil }
  if let constant = common(ratios) {
    guard areRefutable(samples, by: { $0.expected.map { $0 * constant } })
    else { return nil }
    return multiple(constant, every)
  }
  if let quantity = named(wrong, { $0.ratio }) {
    return Relation(
      id: "factor",
      words: "\(every) the right one multiplied by \(quantity.name).")
  }
  if let quantity = named(wrong, { $0.ratio.map { 1 / $0 } }) {
    return Relation(
      id: "factor",
      words: "\(every) the right one divided by \(quantity.name).")
  }
  return nil
}

private func multiple(_ factor: Double, _ every: String) -> Relation {
  switch factor {
  case _ where areClose(factor, -1, scale: 0):
    Relation(id: "negated", words: "\(every) right but for the sign.")
  case ..<0:
    Relation(
      id: "factor",
      words: "\(every) \(constantName(factor)) times the right one: the sign "
        + "is wrong as well as the size.")
  case _ where areClose(factor, 100, scale: 0):
    Relation(
      id: "factor", words: "\(every) 100 times too large, as per cent are.")
  case 1...:
    Relation(
      id: "factor", words: "\(every) \(constantName(factor)) times too large.")
  default:
    Relation(
      id: "factor",
      words: "\(every) \(constantName(factor)) of what it should be.")
  }
}

/// A constant is added to every number.
func shifted(_ samples: [Sample]) -> Relation? {
  let wrong = samples.filter(\.isWrong)
  let offsets = wrong.compactMap(\.offset)
  guard wrong.count >= 3, offsets.count == wrong.count else { return nil }
  let every = subject(of: samples)
  if let constant = common(offsets) {
    guard areRefutable(samples, by: { $0.expected.map { $0 + constant } })
    else { return nil }
    let size = constantName(constant.magnitude)
    return Relation(
      id: "offset",
      words: "\(every) \(size) too \(constant > 0 ? "large" : "small").")
  }
  for (sign, word) in [(1.0, "plus"), (-1.0, "minus")] {
    if let quantity = named(wrong, { $0.offset.map { $0 * sign } }) {
      return Relation(
        id: "offset",
        words: "\(every) the right one \(word) \(quantity.name).")
    }
  }
  return nil
}

/// Every number is a x + b, where x is the right one.
func affine(_ samples: [Sample]) -> Relation? {
  let wrong = samples.filter(\.isWrong)
  let pairs = wrong.flatMap { sample in
    sample.received.shape == sample.expected.shape
      ? Array(zip(sample.expected.numbers, sample.received.numbers)) : []
  }
  guard wrong.count >= 4, samples.first?.isWhole == false,
    let low = pairs.min(by: { $0.0 < $1.0 }),
    let high = pairs.max(by: { $0.0 < $1.0 }), low.0 < high.0
  else { return nil }
  let slope = (high.1 - low.1) / (high.0 - low.0)
  let intercept = low.1 - slope * low.0
  guard slope.isFinite, slope.magnitude > 1e-3, slope.magnitude < 1e4,
    intercept.isFinite,
    samples.agree(with: { $0.expected.map { slope * $0 + intercept } })
  else { return nil }
  let isComplement =
    areClose(slope, -1, scale: 0) && areClose(intercept, 1, scale: 0)
  return Relation(
    id: "affine",
    words: isComplement
      ? "\(subject(of: samples)) 1 minus the right one."
      : "\(subject(of: samples)) \(significant(slope)) times the right one, "
        + "\(intercept < 0 ? "minus" : "plus") "
        + "\(significant(intercept.magnitude)).")
}

/// Within a row the numbers are right up to a factor, or a constant, that
/// changes from row to row; or within a column.
func proportional(_ samples: [Sample]) -> Relation? {
  let wrong = samples.filter(\.isWrong)
  guard wrong.count >= 3,
    wrong.allSatisfy({ $0.received.shape == $0.expected.shape })
  else { return nil }
  let isVector = wrong.allSatisfy { $0.received.shape.count == 1 }
  for way in allWays where !(isVector && way.line == "column") {
    let holds = wrong.allSatisfy { sample in
      zip(way.lines(sample.received), way.lines(sample.expected)).allSatisfy {
        way.compare($0, $1) != nil
      }
    }
    guard holds else { continue }
    // A line of equal numbers, or a factor near 1, says nothing.
    let telling = wrong.map { sample in
      zip(way.lines(sample.received), way.lines(sample.expected)).count {
        $1.varies && way.isClear($0, $1)
      }
    }
    guard telling.count(where: { $0 > 0 }) >= 3,
      telling.reduce(0, +) >= 5
    else { continue }
    return Relation(
      id: "\(way.line)-\(way.id)",
      words: isVector
        ? "In each answer \(way.words)."
        : "Within each \(way.line) \(way.words).")
  }
  return nil
}

/// What may be the same along a row or a column.
private struct Way: Sendable {
  let line: String
  let id: String
  let words: String
  let lines: @Sendable (Values) -> [[Double]]
  let compare: @Sendable ([Double], [Double]) -> Double?

  func isClear(_ came: [Double], _ wanted: [Double]) -> Bool {
    guard let number = compare(came, wanted) else { return false }
    let scale = wanted.map(\.magnitude).max() ?? 0
    return id == "factor"
      ? (number - 1).magnitude > 0.01 : number.magnitude > 0.01 * scale
  }
}

private let allWays =
  ways(along: "row") { $0.rows } + ways(along: "column") { $0.columns }

private func ways(
  along line: String, _ lines: @escaping @Sendable (Values) -> [[Double]]
) -> [Way] {
  let factor = Way(
    line: line, id: "factor",
    words: "the proportions are right, but all values are multiplied, or "
      + "divided, by a wrong number", lines: lines, compare: Checks.ratio)
  let offset = Way(
    line: line, id: "offset",
    words: "all values are too large, or too small, by the same amount",
    lines: lines, compare: Checks.offset)
  return [factor, offset]
}

extension [Double] {
  /// Whether there are several and they differ clearly.
  fileprivate var varies: Bool {
    guard let low = self.min(), let high = self.max() else { return false }
    return high - low > 0.05 * Swift.max(low.magnitude, high.magnitude)
  }
}

extension Sample {
  /// What all right numbers were multiplied by; nil where it is not one
  /// number.
  fileprivate var ratio: Double? {
    received.shape == expected.shape
      ? Checks.ratio(received.numbers, expected.numbers) : nil
  }

  fileprivate var offset: Double? {
    received.shape == expected.shape
      ? Checks.offset(received.numbers, expected.numbers) : nil
  }
}

@Sendable private func ratio(_ came: [Double], _ wanted: [Double]) -> Double? {
  // The largest gives the ratio with the fewest rounding errors.
  guard
    let place = wanted.indices.max(by: {
      wanted[$0].magnitude < wanted[$1].magnitude
    }), wanted[place] != 0, wanted[place].isFinite
  else { return nil }
  let ratio = came[place] / wanted[place]
  guard ratio.isFinite, ratio.magnitude > 1e-9,
    areClose(wanted.map { $0 * ratio }, came)
  else { return nil }
  return ratio
}

@Sendable private func offset(_ came: [Double], _ wanted: [Double]) -> Double? {
  guard let first = came.first, let right = wanted.first else { return nil }
  let offset = first - right
  guard offset.isFinite,
    areClose(wanted.map { $0 + offset }, came)
  else { return nil }
  return offset
}

/// The number that all of these are, up to rounding.
private func common(_ numbers: [Double]) -> Double? {
  guard let last = numbers.last else { return nil }
  let scale = last.magnitude
  return numbers.allSatisfy { areClose($0, last, scale: scale, times: 3) }
    ? last : nil
}

/// The quantity that a number of each sample is: one that is not the same in
/// all, or it could not be told from a constant.
private func named(
  _ samples: [Sample], _ number: (Sample) -> Double?
) -> Quantity? {
  guard let last = samples.last else { return nil }
  let numbers = samples.map(number)
  let quantities = samples.map(\.quantities)
  return last.quantities.first { quantity in
    zip(numbers, quantities).allSatisfy { number, all in
      guard let number,
        let value = all.first(where: { $0.name == quantity.name })?.value
      else { return false }
      return areClose(number, value, scale: 0, times: 3)
    }
  }
}

private func areRefutable(
  _ samples: [Sample], by supposed: (Sample) -> Values?
) -> Bool {
  samples.filter(\.isWrong).agree(with: supposed)
    && samples.filter { !$0.isWrong }.allSatisfy { sample in
      // A right answer that would have been right in any case.
      // Where all is tiny, hardly anything would be wrong.
      sample.expected.numbers.allSatisfy { $0.magnitude < 1e-5 }
        || supposed(sample).map { $0.isClose(to: sample.expected) } == true
    }
}

/// "Every value is", or "The value is" where there is but one.
func subject(of samples: [Sample]) -> String {
  samples.allSatisfy { $0.expected.shape.isEmpty }
    ? "The answer is" : "Every value is"
}
