internal import Checks
internal import References
internal import Tensors
internal import Wire

/// The functions of lesson 02, with their references and known mistakes.
enum Classification {
  static let oneHot = Subject(
    "oneHot(_:classes:)", axes: ["n", ""], freedom: oneHotFreedom,
    reference: oneHotByHand,
    recipe: oneHotRecipe, mistakes: oneHotMistakes,
    telling: { random, number in
      let classes = 4 + number % 3
      return arguments(
        random.labels(count: 3 + number % 4, in: 1..<classes - 1), classes)
    })

  static let predicted = Subject(
    "predictedClasses(_:)", axes: ["nq"], freedom: predictedFreedom,
    reference: { (x: Tensor) in winners(x) },
    mistakes: predictedMistakes, telling: ordinaryScores,
    promises: { haveOneHighest($0[0].tensor) })

  static let accuracy = Subject(
    "accuracy(_:_:)", axes: ["nq", "n<q"], freedom: accuracyFreedom,
    reference: { (x: Tensor, y: [Int]) in
      Float(countRight(x, y)) / Float(y.count)
    }, recipe: accuracyRecipe, mistakes: accuracyMistakes, telling: someRight,
    promises: { haveOneHighest($0[0].tensor) })
}

// MARK: - How the inputs may vary

private let oneHotFreedom = [
  FreeDimension("labels", [1, 2, 3, .above(255), .above(65_535)]) {
    (labels: [Int], _: Int) in labels.count
  },
  FreeDimension("classes", [1, 2, 3, 1_000]) { (_: [Int], q: Int) in q },
  FreeDimension("a label", [0, 1, .within(128...255), .above(255)]) {
    (labels: [Int], _: Int) in labels.map(Double.init)
  },
  FreeDimension("the last class is a label") { (labels: [Int], q: Int) in
    labels.contains(q - 1)
  },
  FreeDimension("a class that is not a label") { (labels: [Int], q: Int) in
    Set(labels).count < q
  },
  FreeDimension(
    "classes where no label is the last class",
    [.within(6...11), .within(96...191), .within(768...1_000)]
  ) { (labels: [Int], q: Int) in labels.contains(q - 1) ? [] : [Double(q)] },
  FreeDimension("a label that occurs twice") { (labels: [Int], _: Int) in
    Set(labels).count < labels.count
  },
  FreeDimension("labels that are not sorted") { (labels: [Int], _: Int) in
    labels != labels.sorted() && labels.reversed() != labels.sorted()
  },
  FreeDimension("as many labels as classes") { (labels: [Int], q: Int) in
    labels.count == q
  },
]

private let sizes: [FreeDimension.Case] = [
  1, 2, 3, .above(255), .above(65_535),
]

private let magnitudes: [FreeDimension.Case] = [
  .below(1e-38), .within(1e-7...1e-5), .within(0.1...10), .within(1e5...1e7),
  .above(1e36),
]

private let predictedFreedom = [
  FreeDimension("rows", sizes) { (x: Tensor) in x.shape[0] },
  FreeDimension("columns", sizes) { (x: Tensor) in x.shape[1] },
  FreeDimension("as many rows as columns") { (x: Tensor) in
    x.shape[0] == x.shape[1]
  },
  FreeDimension("the largest magnitude", magnitudes) { (x: Tensor) in
    [Double(x.absolute().max().item)]
  },
  FreeDimension("only negative scores") { (x: Tensor) in x.max().item < 0 },
  FreeDimension("tied highest scores") { (x: Tensor) in hasTies(x) },
  FreeDimension("no number between two scores, at", [0, 1]) { (x: Tensor) in
    neighbors(x)
  },
  FreeDimension("the index of the highest score", [0, 1, 2, .above(65_535)]) {
    (x: Tensor) in winners(x).map(Double.init)
  },
  FreeDimension("the last class wins") { (x: Tensor) in
    winners(x).contains(x.shape[1] - 1)
  },
]

private let accuracyFreedom = [
  FreeDimension("rows", sizes) { (x: Tensor, _: [Int]) in x.shape[0] },
  FreeDimension("columns", sizes) { (x: Tensor, _: [Int]) in x.shape[1] },
  FreeDimension("as many rows as columns") { (x: Tensor, _: [Int]) in
    x.shape[0] == x.shape[1]
  },
  FreeDimension("the largest magnitude", magnitudes) { (x: Tensor, _: [Int]) in
    [Double(x.absolute().max().item)]
  },
  FreeDimension("tied highest scores") { (x: Tensor, _: [Int]) in hasTies(x) },
  FreeDimension("no number between two scores, at", [0, 1]) {
    (x: Tensor, _: [Int]) in neighbors(x)
  },
  FreeDimension("two classes, and fewer than half the rows right") {
    (x: Tensor, y: [Int]) in
    x.shape[1] == 2 && 1..<y.count ~= 2 * countRight(x, y)
  },
  FreeDimension("right rows", [0, 1, 2, .above(255), .above(65_535)]) {
    (x: Tensor, y: [Int]) in countRight(x, y)
  },
  FreeDimension("wrong rows", [0, 1, 2, .above(99)]) {
    (x: Tensor, y: [Int]) in y.count - countRight(x, y)
  },
]

private func hasTies(_ x: Tensor) -> Bool {
  x.shape[0] < 100 && x.shape[1] < 100
    && x.rows.contains { row in
      let highest = row.max()
      return row.count { $0 == highest } > 1
    }
}

/// Where, in rows of two scores, the lower one is the largest number below the
/// other.
private func neighbors(_ x: Tensor) -> [Double] {
  guard x.shape[0] < 100, x.shape[1] == 2 else { return [] }
  return x.rows.flatMap { row in
    [0, 1].filter { row[$0].nextUp == row[1 - $0] }.map(Double.init)
  }
}

private let oneHotMistakes: [KnownMistake] = [
  KnownMistake("transposed") { (labels: [Int], classes: Int) in
    Tensor(hotRows(labels, classes)).transposed()
  },
  .labelsFromOne { $0 - 1 }, .labelsFromOne { $0 + 1 },
  KnownMistake("row-and-column-exchanged") {
    (labels: [Int], classes: Int) throws in
    guard labels.count <= classes, labels.allSatisfy({ $0 < labels.count })
    else { throw NoImitation() }
    var t = Tensor.zeros(shape: [labels.count, classes])
    for (i, label) in labels.enumerated() { t[label, i] = 1 }
    return t
  },
  KnownMistake("classes-ignored") { (labels: [Int], _: Int) in
    Tensor(hotRows(labels, (labels.max() ?? 0) + 1))
  },
  KnownMistake("label-as-value") { (labels: [Int], classes: Int) in
    Tensor(
      zip(labels, hotRows(labels, classes)).map { label, row in
        row.map { $0 * Float(label) }
      })
  },
  KnownMistake("inverted") { (labels: [Int], classes: Int) in
    1 - Tensor(hotRows(labels, classes))
  },
  KnownMistake("flat") { (labels: [Int], classes: Int) in
    Tensor(hotRows(labels, classes).flatMap { $0 })
  },
]

private let predictedMistakes: [KnownMistake] = [
  KnownMistake("over-columns") { (x: Tensor) in x.transposed().rows.map(winner)
  },
  KnownMistake("lowest") { (x: Tensor) in (-x).rows.map(winner) },
  KnownMistake("second-highest") { (x: Tensor) in
    x.rows.map { row in
      var others = row
      others[winner(row)] = -.infinity
      return winner(others)
    }
  },
  KnownMistake("counted-from-one") { (x: Tensor) in
    x.rows.map { winner($0) + 1 }
  },
  KnownMistake("last-class-forgotten") { (x: Tensor) in
    x.rows.map { winner($0.dropLast()) }
  },
  KnownMistake("starts-at-zero") { (x: Tensor) in
    x.rows.map { winner([0] + $0.map { max($0, 0) }) }
      .map { max($0 - 1, 0) }
  },
  KnownMistake("above-half") { (x: Tensor) in
    x.rows.map { row in row.firstIndex { $0 > 0.5 } ?? 0 }
  },
  KnownMistake("flat-position") { (x: Tensor) in
    x.rows.enumerated().map { $0 * x.shape[1] + winner($1) }
  },
]

private let accuracyMistakes: [KnownMistake] = [
  KnownMistake("ties-count") { (x: Tensor, y: [Int]) in
    let right = zip(x.rows, y).count { row, label in
      row.allSatisfy { $0 <= row[label] }
    }
    return Float(right) / Float(y.count)
  },
  KnownMistake("count-for-fraction") { (x: Tensor, y: [Int]) in
    Float(countRight(x, y))
  },
  KnownMistake("integer-division") { (x: Tensor, y: [Int]) in
    Float(countRight(x, y) / y.count)
  },
  KnownMistake("error-rate") { (x: Tensor, y: [Int]) in
    1 - Float(countRight(x, y)) / Float(y.count)
  },
  KnownMistake("percent") { (x: Tensor, y: [Int]) in
    100 * Float(countRight(x, y)) / Float(y.count)
  },
  KnownMistake("divided-by-classes") { (x: Tensor, y: [Int]) in
    Float(countRight(x, y)) / Float(x.shape[1])
  },
  KnownMistake("divided-by-elements") { (x: Tensor, y: [Int]) in
    Float(countRight(x, y)) / Float(x.count)
  },
  KnownMistake("over-columns.accuracy") { (x: Tensor, y: [Int]) in
    let predicted = x.transposed().rows.map(winner)
    return Float(zip(predicted, y).count { $0 == $1 }) / Float(y.count)
  },
  KnownMistake("mean-score") { (x: Tensor, y: [Int]) in x.picking(y).mean().item
  },
]

extension KnownMistake {
  fileprivate static func labelsFromOne(
    _ column: @escaping @Sendable (Int) -> Int
  ) -> KnownMistake {
    KnownMistake("off-by-one") { (labels: [Int], classes: Int) throws in
      let columns = labels.map(column)
      guard columns.allSatisfy({ 0..<classes ~= $0 }) else {
        throw NoImitation()
      }
      return Tensor(hotRows(columns, classes))
    }
  }
}

private func hotRows(_ labels: [Int], _ classes: Int) -> [[Float]] {
  labels.map { label in (0..<classes).map { $0 == label ? 1 : 0 } }
}

/// The index of the first highest number; 0 if there are no numbers.
private func winner(_ row: some Collection<Float>) -> Int {
  var best = (place: 0, score: row.first ?? 0)
  for (place, score) in row.enumerated() where score > best.score {
    best = (place, score)
  }
  return best.place
}
