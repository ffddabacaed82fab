internal import Checks
internal import Tensors
internal import Wire

let batchesChecks: [Check] = [
  batchesHold("batches-example", "the lesson's five pictures", trials: 1) {
    _, _ in arguments(5, 2, [3, 0, 4, 1, 2])
  },
  batchesHold(
    "batches-agreement", "slices of the order, one after another",
    inputs: randomPass),
  .holds(
    "batches-each-once", "every example comes once, none is left out", batches,
    within: .exact, section: slicing
  ) { random, number in
    random.pass(count: 10 + number, size: 4)
  } property: { trial in
    let pass = Pass(trial.arguments)
    guard pass.isWhole else { return nil }
    let all = trial.received.batches.flatMap { $0 }
    guard all.sorted() != Array(0..<pass.count) else { return nil }
    return Violation(
      "\(pass.count) examples should come once each; these came: "
        + shown(.integers(all)),
      expected: shown(trial.expected))
  },
  .holds(
    "batches-sizes", "all batches are full but perhaps the last", batches,
    within: .exact, section: slicing
  ) { random, number in
    random.pass(count: 9 + number, size: 2 + number % 4)
  } property: { trial in
    let pass = Pass(trial.arguments)
    let sizes = trial.received.batches.map(\.count)
    guard pass.isWhole, sizes.dropLast().contains(where: { $0 != pass.size })
    else { return nil }
    return Violation(
      "batches of \(pass.size) were asked for; these have \(sizes)",
      expected: shown(trial.expected))
  },
  batchesHold("batches-short-last", "a last batch that is not full") {
    random, number in
    random.pass(count: 4 * (2 + number) + 1 + number % 3, size: 4)
  },
  batchesHold("batches-even", "no empty batch where all are full") {
    random, number in random.pass(count: 5 * (2 + number), size: 5)
  },
  batchesHold(
    "batches-edges", "right for no example, one example and one batch",
    trials: edges.count
  ) { random, number in
    let (count, size) = edges[number % edges.count]
    return random.pass(count: count, size: size)
  },
  batchesHold(
    "batches-many", "right for 70,000 examples, and for batches of 300",
    trials: 2
  ) { random, number in
    number % 2 == 0
      ? random.pass(count: 70_000, size: 256)
      : random.pass(count: 1_000, size: 300)
  },
  Check(
    "batches-repeatable", "the same batches for the same order", of: batches,
    section: "pictures-and-labels-together"
  ) { examination in
    let call = examination.random.pass(count: 20, size: 6)
    let first = try examination.call(batches.name, call)
    for _ in 0..<3 {
      let again = try examination.call(batches.name, call)
      guard again != first else { continue }
      return Failure(
        "Called twice with one order, you gave two different passes. Whoever "
          + "takes the pictures by one and the labels by the other gives every "
          + "picture another's label. All chance is in `order` already.",
        counterexample: Counterexample(
          arguments: shownCall(of: batches.name, call),
          expected: "the same batches twice",
          received: "\(shown(first)), then \(shown(again))"),
        mistake: "shuffled-apart", section: "pictures-and-labels-together")
    }
    return nil
  },
]

private let slicing = "mini-batches"

/// Examples and batch sizes: none, one, as many as the batch holds, one more
/// and one less, and batches far larger than what there is.
private let edges = [
  (0, 3), (1, 4), (6, 1), (4, 9), (7, 7), (1, 1), (0, 1), (8, 7), (6, 7),
  (2, 1), (3, 2), (5, 256), (7, 70_000), (300, 65_536),
]

private func batchesHold(
  _ id: String, _ title: String, trials: Int = 8, inputs: @escaping Inputs
) -> Check {
  .holds(
    id, title, batches, within: .exact, section: slicing, trials: trials,
    inputs: inputs
  ) { trial in
    guard Pass(trial.arguments).isWhole else { return nil }
    return difference(of: trial.received, from: trial.expected, within: .exact)
      .map { Violation($0, expected: shown(trial.expected)) }
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

  /// Whether the order holds each example once: made smaller, it may not.
  var isWhole: Bool { order.sorted() == Array(0..<count) }
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

/// The order in pieces, example by example.
private func sliced(_ order: [Int], _ size: Int) -> [[Int]] {
  var result: [[Int]] = []
  for example in order {
    if let last = result.last, last.count < size {
      result[result.count - 1].append(example)
    } else {
      result.append([example])
    }
  }
  return result
}

private let batchesMistakes: [KnownMistake] = [
  .batched(
    "last-dropped",
    "You left out the last batch where it is not full; its examples count too."
  ) { count, size, order in
    sliced(order, size).filter { $0.count == size }
  },
  .batched(
    "last-repeated",
    "You filled the last batch with examples that came before; it is shorter "
      + "than the others."
  ) { _, size, order in
    filled(sliced(order, size), size) { missing, _ in
      Array(order.prefix(missing))
    }
  },
  .batched(
    "last-repeated",
    "You filled the last batch with examples that came before; it is shorter "
      + "than the others."
  ) { _, size, order in
    var batches = sliced(order, size)
    if order.count >= size, !batches.isEmpty {
      batches[batches.count - 1] = Array(order.suffix(size))
    }
    return batches
  },
  .batched(
    "last-repeated",
    "You filled the last batch with its last example; it is shorter than the "
      + "others."
  ) { _, size, order in
    filled(sliced(order, size), size) { missing, last in
      [Int](repeating: last.last ?? 0, count: missing)
    }
  },
  .batched(
    "order-ignored",
    "You counted 0, 1, 2, … and left `order` out: every epoch would go the "
      + "same way."
  ) { count, size, _ in sliced(Array(0..<max(count, 0)), size) },
  .batched(
    "order-sorted", "You sorted within the batches; keep the order given."
  ) { _, size, order in sliced(order, size).map { $0.sorted() } },
  .batched(
    "overlapping",
    "The last example of a batch comes again in the next: a range up to and "
      + "with its end, `...`, is one longer than `..<`."
  ) { _, size, order in
    stride(from: 0, to: order.count, by: max(size, 1)).map {
      Array(order[$0..<min($0 + size + 1, order.count)])
    }
  },
  .batched(
    "one-too-short",
    "Your batches are one too short: examples between them are left out."
  ) { _, size, order in
    stride(from: 0, to: order.count, by: max(size, 1)).map {
      Array(order[$0..<min($0 + max(size - 1, 0), order.count)])
    }
  },
  .batched(
    "empty-batch",
    "An empty batch came at the end: where the batches are all full, there is "
      + "nothing left over."
  ) { _, size, order in
    let batches = sliced(order, size)
    return order.count.isMultiple(of: max(size, 1)) ? batches + [[]] : batches
  },
  .batched(
    "size-as-count",
    "You made `size` batches; `size` is how many examples are in each."
  ) { _, size, order in
    sliced(order, (order.count + size - 1) / max(size, 1))
  },
  .batched(
    "dealt-out",
    "You dealt the examples out in turn, like cards; a batch is a piece of the "
      + "order, one example after the other."
  ) { _, size, order in
    let batches = (order.count + size - 1) / max(size, 1)
    return (0..<max(batches, 0)).map { batch in
      order.indices.filter { $0 % batches == batch }.map { order[$0] }
    }
  },
  .batched(
    "places-for-examples",
    "You gave the place of each example in the order; give the examples that "
      + "stand in it."
  ) { count, size, order in
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
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable (Int, Int, [Int]) -> [[Int]]
  ) -> KnownMistake {
    KnownMistake(id, explanation, section: slicing, imitation: imitation)
  }
}

extension WireValue {
  /// The batches that this value is; none where it is something else.
  fileprivate var batches: [[Int]] {
    guard case .list(let values) = self else { return [] }
    return values.map { value in
      if case .integers(let examples) = value { examples } else { [] }
    }
  }
}

extension SeededGenerator {
  /// The arguments for a pass in random order; the order differs from
  /// 0, 1, 2, …, and from itself read as places, wherever it can.
  fileprivate mutating func pass(count: Int, size: Int) -> [WireValue] {
    var order = permutation(of: count)
    // Three examples in a cycle are not where their places say.
    if count > 2 {
      order = Array(0..<3).map { ($0 + 1) % 3 } + order.filter { $0 > 2 }
      let turn = 1 + below(count - 1)
      order = Array(order[turn...] + order[..<turn])
    }
    return arguments(count, size, order)
  }
}
