/// Answers are right up to some size and wrong beyond it.
///
/// The words say what was seen and name a known limit that lies between; small
/// inputs alone do not show one.
func limited(_ samples: [Sample]) -> Relation? {
  let wrong = samples.filter(\.isWrong)
  let right = samples.filter { !$0.isWrong }
  guard wrong.count >= 3, right.count >= 3 else { return nil }
  return measures.lazy.compactMap { measure -> Relation? in
    let (good, bad) = (
      right.compactMap(measure.size), wrong.compactMap(measure.size)
    )
    guard good.count == right.count, bad.count == wrong.count,
      let most = good.max(), let least = bad.min(), most < least
    else { return nil }
    let between = limits.filter { $0.value >= most && $0.value < least }
      .map { "\($0.type) (\(Int($0.value)))" }
    return Relation(
      id: "limit",
      words: "Your answer is right in all calls in which \(measure.words) is "
        + "at most \(Int(most)), and wrong in all in which it is at least "
        + "\(Int(least))."
        + (between.isEmpty
          ? ""
          : " Between the two lies the largest number that fits in "
            + between.joined(separator: " or ") + "."))
  }.first
}

private struct Measure: Sendable {
  let words: String
  let size: @Sendable (Sample) -> Double?
}

private let measures = [
  Measure(words: "the number of examples") { sample in
    sample.arguments.first { !$0.value.shape.isEmpty }
      .map { Double($0.value.shape[0]) }
  },
  Measure(words: "the number of columns") { sample in
    sample.arguments.first { $0.value.isMatrix }.map { Double($0.value.width) }
  },
]

/// The largest numbers that fit in some types.
private let limits: [(value: Double, type: String)] = [
  (127, "an Int8"), (255, "a UInt8"), (32_767, "an Int16"),
  (65_535, "a UInt16"),
]
