/// Whole answers are right for some inputs and wrong for all others.
func occasional(_ samples: [Sample]) -> Relation? {
  let wrong = samples.filter(\.isWrong)
  let right = samples.filter { !$0.isWrong }
  // In a large input everything occurs: it tells nothing apart.
  let small = samples.filter { sample in
    sample.arguments.reduce(0) { $0 + $1.value.numbers.count } <= 100
  }
  guard small.count >= 10, small.count(where: \.isWrong) >= 3,
    small.count(where: { !$0.isWrong }) >= 3
  else { return nil }
  return occasions.lazy.compactMap { occasion -> Relation? in
    let there = samples.map(occasion.holds)
    guard there.allSatisfy({ $0 != nil }) else { return nil }
    if wrong.allSatisfy({ occasion.holds($0) == true }),
      right.allSatisfy({ occasion.holds($0) == false })
    {
      return Relation(
        id: occasion.id,
        words: "Your answer is wrong \(occasion.words), "
          + "and right otherwise.")
    }
    if wrong.allSatisfy({ occasion.holds($0) == false }),
      right.allSatisfy({ occasion.holds($0) == true })
    {
      return Relation(
        id: occasion.id,
        words: "Your answer is right \(occasion.words), "
          + "and wrong otherwise.")
    }
    return nil
  }.first
}

private struct Occasion: Sendable {
  let id: String
  let words: String
  let holds: @Sendable (Sample) -> Bool?
}

private let occasions: [Occasion] = [
  Occasion(id: "one-row", words: "where there is one row") {
    firstMatrix($0).map { $0.height == 1 } ?? firstList($0).map { $0 == 1 }
  },
  Occasion(id: "one-column", words: "where there is one column") {
    firstMatrix($0).map { $0.width == 1 }
  },
  Occasion(id: "square", words: "where there are as many rows as columns") {
    firstMatrix($0).map { $0.width == $0.height }
  },
  Occasion(id: "two-classes", words: "where there are two columns") {
    firstMatrix($0).map { $0.width == 2 }
  },
  Occasion(id: "empty", words: "where there is nothing in the input") {
    $0.arguments.first.map(\.value.numbers.isEmpty)
  },
  Occasion(id: "negative", words: "where a number of the input is negative") {
    anyNumber($0) { $0 < 0 }
  },
  Occasion(id: "zero", words: "where a number of the input is 0") {
    anyNumber($0) { $0 == 0 }
  },
  Occasion(id: "ties", words: "where two numbers of a row are equal") {
    sample in
    (firstMatrix(sample) ?? sample.arguments.first?.value).map { values in
      values.rows.contains { Set($0).count < $0.count }
    }
  },
  Occasion(
    id: "whole-batches",
    words: "where the batches are all equally long"
  ) { sample in
    let sizes = sample.arguments.filter {
      $0.value.shape.isEmpty && $0.value.numbers[0] >= 1
        && $0.value.numbers[0] == $0.value.numbers[0].rounded()
    }
    guard let size = sizes.last?.value.numbers[0],
      let count = sizes.count > 1
        ? sizes[0].value.numbers[0]
        : firstMatrix(sample).map({ Double($0.height) })
    else { return nil }
    return count.truncatingRemainder(dividingBy: size) == 0
  },
]

private func firstMatrix(_ sample: Sample) -> Values? {
  sample.arguments.first { $0.value.isMatrix }?.value
}

private func firstList(_ sample: Sample) -> Int? {
  sample.arguments.first { $0.value.shape.count == 1 }?.value.numbers.count
}

private func anyNumber(
  _ sample: Sample, _ holds: (Double) -> Bool
) -> Bool? {
  sample.arguments.first.map { $0.value.numbers.contains(where: holds) }
}

/// NaN or an infinity comes where a number of the input is large.
func nonfinite(_ samples: [Sample]) -> Relation? {
  let odd = samples.filter { sample in
    sample.received.numbers.contains { !$0.isFinite }
      && sample.expected.numbers.allSatisfy(\.isFinite)
  }
  let even = samples.filter { !$0.isWrong }
  guard odd.count >= 3, odd.count + even.count == samples.count else {
    return nil
  }
  func largest(_ sample: Sample) -> Double {
    sample.arguments.first?.value.numbers.map(\.magnitude).max() ?? 0
  }
  // exp(88.8) is more than a Float holds, and exp(-104) is 0.
  let name =
    odd.allSatisfy { $0.received.numbers.contains(where: \.isNaN) }
    ? "NaN" : "An infinity or NaN"
  if odd.allSatisfy({ largest($0) > 85 }),
    even.allSatisfy({ largest($0) < 105 })
  {
    return Relation(
      id: "overflow",
      words: "\(name) comes where a number of the input lies beyond some 88: "
        + "exp of it is more than a Float can hold, or so small that it is "
        + "0.")
  }
  return nil
}
