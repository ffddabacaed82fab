internal import Checks
internal import References
internal import Tensors
internal import Wire

let mostFrequent = Subject(
  "mostFrequent(_:)", axes: ["n"], freedom: mostFreedom,
  reference: { (labels: [Int]) in winners(labels).first ?? 0 },
  mistakes: mostMistakes, telling: ordinaryLabels,
  promises: { arguments in
    guard case .integers(let labels)? = arguments.first else { return false }
    return winners(labels).count == 1
      && labels.allSatisfy { 0..<1_000 ~= $0 }
  })

/// The labels that share the largest count, in ascending order.
func winners(_ labels: [Int]) -> [Int] {
  let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
  let most = counts.values.max()
  return counts.filter { $0.value == most }.keys.sorted()
}

/// Labels whose most frequent one is not the first, the last, the smallest or
/// the largest.
let ordinaryLabels: Inputs = { random, number in
  arguments(random.clearLabels(number))
}

extension SeededGenerator {
  /// Labels with a single most frequent one, in one of three arrangements.
  ///
  /// In the first, another label has the longest run and is repeated first.
  mutating func clearLabels(_ number: Int) -> [Int] {
    let winner = 20 + below(30)
    let (low, high) = (winner - 1 - below(9), winner + 1 + below(9))
    let labels = [
      low, winner, high, high, winner, high + 1, winner, high + 2 + below(9),
    ]
    switch number % 3 {
    case 0: return labels
    case 1: return [winner - 11] + labels.dropFirst().reversed() + [low, low]
    default: return [high] + shuffled(labels + [winner, low - 1]) + [low]
    }
  }

  /// The same labels in a random order.
  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    permutation(of: items.count).map { items[$0] }
  }

  /// The same labels in a random order, with the most frequent one last.
  mutating func endingInWinner(_ labels: [Int]) -> [Int] {
    let winner = winners(labels).first ?? 0
    return shuffled(labels.filter { $0 != winner })
      + labels.filter { $0 == winner }
  }
}

// MARK: - How the labels may vary

private let mostFreedom = [
  FreeDimension("labels", [1, 2, 3, .above(255), .above(5_000)]) {
    (labels: [Int]) in labels.count
  },
  FreeDimension("a label", [0, 1, .within(10...99), .within(256...998), 999]) {
    (labels: [Int]) in labels.map(Double.init)
  },
  FreeDimension(
    "the largest count", [1, 2, 3, .within(128...255), .above(255)]
  ) { (labels: [Int]) in
    counts(labels).max() ?? 0
  },
  FreeDimension("labels that share the largest count", [1, 2, 3]) {
    (labels: [Int]) in winners(labels).count
  },
  FreeDimension("a single label, far above its count") { (labels: [Int]) in
    labels.count == 1 && labels[0] > 100
  },
  FreeDimension("sorted labels") { (labels: [Int]) in
    labels.count > 3 && labels == labels.sorted()
  },
  FreeDimension("labels in descending order") { (labels: [Int]) in
    labels.count > 3 && labels.reversed() == labels.sorted()
  },
  FreeDimension("the most frequent label is the first, but not the last") {
    (labels: [Int]) in
    winners(labels) == [labels[0]] && labels.first != labels.last
  },
  FreeDimension("the most frequent label is the last, but not the first") {
    (labels: [Int]) in
    winners(labels) == labels.last.map { [$0] } && labels.first != labels.last
  },
  FreeDimension("the most frequent label never stands beside itself") {
    (labels: [Int]) in
    let winners = winners(labels)
    return winners.count == 1 && (counts(labels).max() ?? 0) > 1
      && zip(labels, labels.dropFirst()).allSatisfy {
        $0 != $1 || [$0] != winners
      }
  },
]

// MARK: - Mistakes

private let mostMistakes: [KnownMistake] = [
  KnownMistake("first-label") { (labels: [Int]) in labels[0] },
  KnownMistake("last-label") { (labels: [Int]) in labels[labels.count - 1] },
  KnownMistake("largest-label") { (labels: [Int]) in labels.max() ?? 0 },
  KnownMistake("smallest-label") { (labels: [Int]) in labels.min() ?? 0 },
  KnownMistake("count-returned") { (labels: [Int]) in
    counts(labels).max() ?? 0
  },
  KnownMistake("longest-run") { (labels: [Int]) in
    let runs = runs(labels)
    return labels[runs.firstIndex(of: runs.max() ?? 1) ?? 0]
  },
  KnownMistake("longest-run") { (labels: [Int]) in
    let runs = runs(labels)
    return labels[runs.lastIndex(of: runs.max() ?? 1) ?? 0]
  },
  KnownMistake("index-returned") { (labels: [Int]) in
    let counts = counts(labels)
    return counts.firstIndex(of: counts.max() ?? 1) ?? 0
  },
  KnownMistake("index-returned") { (labels: [Int]) in
    let counts = counts(labels)
    return counts.lastIndex(of: counts.max() ?? 1) ?? 0
  },
  KnownMistake("median") { (labels: [Int]) in
    labels.sorted()[labels.count / 2]
  },
  KnownMistake("median") { (labels: [Int]) in
    labels.sorted()[(labels.count - 1) / 2]
  },
  KnownMistake("mean") { (labels: [Int]) in
    labels.reduce(0, +) / labels.count
  },
  KnownMistake("first-repeated") { (labels: [Int]) in
    var seen: Set<Int> = []
    return labels.first { !seen.insert($0).inserted } ?? labels[0]
  },
  KnownMistake("different-labels") { (labels: [Int]) in Set(labels).count },
  KnownMistake("majority-only") { (labels: [Int]) in
    labels.first { label in
      2 * labels.count { $0 == label } > labels.count
    } ?? 0
  },
  KnownMistake("zero-returned") { (labels: [Int]) in
    Set(labels).count == labels.count ? 0 : winners(labels).first ?? 0
  },
  .recognized("least-frequent") { arguments, answer in
    guard case .integers(let labels)? = arguments.first,
      case .integer(let answer) = answer
    else { return nil }
    return labels.count { $0 == answer } == counts(labels).min() ? [:] : nil
  } example: { (labels: [Int]) in
    let counts = counts(labels)
    return labels[counts.firstIndex(of: counts.min() ?? 1) ?? 0]
  },
]

/// How often each label of the list occurs in it.
private func counts(_ labels: [Int]) -> [Int] {
  let counts = Dictionary(grouping: labels) { $0 }.mapValues(\.count)
  return labels.map { counts[$0] ?? 0 }
}

/// How many equal labels end at each place.
private func runs(_ labels: [Int]) -> [Int] {
  var runs: [Int] = []
  for (i, label) in labels.enumerated() {
    let continues = i > 0 && labels[i - 1] == label
    runs.append(continues ? runs[i - 1] + 1 : 1)
  }
  return runs
}
