internal import Checks
internal import References
internal import Tensors
internal import Wire

let batchesChecks: [Check] = [
  batchesHold("batches-example", trials: 1) {
    _, _ in arguments(5, 2, [3, 0, 4, 1, 2])
  },
  batchesHold(
    "batches-agreement", inputs: randomPass),
  .holds(
    "batches-each-once", batches,
    within: .exact, section: slicing
  ) { random, number in
    random.pass(count: 10 + number, size: 4)
  } property: { trial in
    let pass = Pass(trial.arguments)
    guard pass.isWhole else { return nil }
    let all = trial.received.batches.flatMap { $0 }
    guard all.sorted() != Array(0..<pass.count) else { return nil }
    return Violation(
      "batches-each-once", ["count": pass.count, "all": shown(.integers(all))])
  },
  .holds(
    "batches-sizes", batches,
    within: .exact, section: slicing
  ) { random, number in
    random.pass(count: 9 + number, size: 2 + number % 4)
  } property: { trial in
    let pass = Pass(trial.arguments)
    let sizes = trial.received.batches.map(\.count)
    guard pass.isWhole, sizes.dropLast().contains(where: { $0 != pass.size })
    else { return nil }
    return Violation(
      "batches-sizes", ["size": pass.size, "sizes": sizes])
  },
  batchesHold("batches-short-last") {
    random, number in
    random.pass(count: 4 * (2 + number) + 1 + number % 3, size: 4)
  },
  batchesHold("batches-even", trials: 16) {
    // As Floats, 21 · (1 / 7) is more than 3.
    random, number in
    let size = [5, 7, 13, 49][number % 4]
    return random.pass(count: size * [2, 3, 6, 7][number / 4 % 4], size: size)
  },
  batchesHold(
    "batches-edges", trials: edges.count
  ) { random, number in
    let (count, size) = edges[number % edges.count]
    return random.pass(count: count, size: size)
  },
  batchesHold(
    "batches-many", trials: 2
  ) { random, number in
    number % 2 == 0
      ? random.pass(count: 70_000, size: 256)
      : random.pass(count: 1_000, size: 300)
  },
  Check(
    "batches-repeatable", of: batches,
    section: "pictures-and-labels-together"
  ) { examination in
    let call = examination.random.pass(count: 20, size: 6)
    let first = try examination.call(batches.name, call)
    for _ in 0..<3 {
      let again = try examination.call(batches.name, call)
      guard again != first else { continue }
      return Failure(
        .mistake("shuffled-apart"),
        counterexample: Counterexample(
          arguments: shownCall(of: batches.name, call),
          expected: "the same batches twice",
          received: "\(shown(first)), then \(shown(again))"))
    }
    return nil
  },
]

private let slicing = "mini-batches"

/// Numbers of examples and batch sizes: no example, one, a full batch, one more
/// and one less, and batches far larger than the data.
private let edges = [
  (0, 3), (1, 4), (6, 1), (4, 9), (7, 7), (1, 1), (0, 1), (8, 7), (6, 7),
  (2, 1), (3, 2), (5, 256), (7, 70_000), (300, 65_536),
]

private func batchesHold(
  _ id: String, trials: Int = usualTrials, inputs: @escaping Inputs
) -> Check {
  .holds(
    id, batches, within: .exact, section: slicing, trials: trials,
    inputs: inputs
  ) { trial in
    guard Pass(trial.arguments).isWhole else { return nil }
    return difference(of: trial.received, from: trial.expected, within: .exact)
      .map { Violation(.words($0)) }
  }
}

/// The arguments of a call.
private struct Pass {
  var count = 0
  var size = 0
  var order: [Int] = []

  init(_ arguments: [WireValue]) {
    guard arguments.count == 3, case .integer(let count) = arguments[0],
      case .integer(let size) = arguments[1],
      case .integers(let order) = arguments[2]
    else { return }
    (self.count, self.size, self.order) = (count, size, order)
  }

  /// Whether the order holds each example once; a shrunken order may not.
  var isWhole: Bool { isPermutation(order, of: max(count, 0)) }
}

private let batches = Subject(
  "miniBatches(count:size:order:)", axes: ["", "", ""],
  freedom: batchesFreedom,
  reference: { (_: Int, size: Int, order: [Int]) in sliced(order, size) },
  mistakes: batchesMistakes, telling: randomPass,
  promises: { Pass($0).isWhole })

/// A pass with a short last batch.
private let randomPass: Inputs = { random, number in
  random.pass(count: 11 + number, size: 3 + number % 3)
}

private let batchesMistakes: [KnownMistake] = [
  .batched("last-dropped") { count, size, order in
    sliced(order, size).filter { $0.count == size }
  },
  .batched("last-full-dropped") { _, size, order in
    let batches = sliced(order, size)
    return order.count.isMultiple(of: max(size, 1))
      ? Array(batches.dropLast()) : batches
  },
  .batched("last-repeated.earlier") { _, size, order in
    filled(sliced(order, size), size) { missing, _ in
      Array(order.prefix(missing))
    }
  },
  .batched("last-repeated.earlier") { _, size, order in
    var batches = sliced(order, size)
    if order.count >= size, !batches.isEmpty {
      batches[batches.count - 1] = Array(order.suffix(size))
    }
    return batches
  },
  .batched("last-repeated") { _, size, order in
    filled(sliced(order, size), size) { missing, last in
      [Int](repeating: last.last ?? 0, count: missing)
    }
  },
  .batched("order-ignored") { count, size, _ in
    sliced(Array(0..<max(count, 0)), size)
  },
  .batched("order-sorted") { _, size, order in
    sliced(order, size).map { $0.sorted() }
  },
  .batched("overlapping") { _, size, order in
    stride(from: 0, to: order.count, by: max(size, 1)).map {
      Array(order[$0..<min($0 + size + 1, order.count)])
    }
  },
  .batched("one-too-short") { _, size, order in
    stride(from: 0, to: order.count, by: max(size, 1)).map {
      Array(order[$0..<min($0 + max(size - 1, 0), order.count)])
    }
  },
  .batched("empty-batch") { _, size, order in
    let batches = sliced(order, size)
    return order.count.isMultiple(of: max(size, 1)) ? batches + [[]] : batches
  },
  .batched("size-as-count") { _, size, order in
    sliced(order, (order.count + size - 1) / max(size, 1))
  },
  .batched("dealt-out") { _, size, order in
    let batches = (order.count + size - 1) / max(size, 1)
    return (0..<max(batches, 0)).map { batch in
      stride(from: batch, to: order.count, by: batches).map { order[$0] }
    }
  },
  .batched("places-for-examples") { count, size, order in
    var places = [Int](repeating: 0, count: order.count)
    for (place, example) in order.enumerated()
    where places.indices.contains(example) {
      places[example] = place
    }
    return sliced(places, size)
  },
]

private func filled(
  _ batches: [[Int]], _ size: Int, with rest: (Int, [Int]) -> [Int]
) -> [[Int]] {
  guard let last = batches.last, last.count < size else { return batches }
  return batches.dropLast() + [last + rest(size - last.count, last)]
}

extension KnownMistake {
  fileprivate static func batched(
    _ key: String,
    imitation: @escaping @Sendable (Int, Int, [Int]) -> [[Int]]
  ) -> KnownMistake {
    KnownMistake(key, imitation: imitation)
  }
}

extension WireValue {
  /// The batches in this value; none if it is something else.
  fileprivate var batches: [[Int]] {
    guard case .list(let values) = self else { return [] }
    return values.map { value in
      if case .integers(let examples) = value { examples } else { [] }
    }
  }
}
