internal import Checks
internal import References
internal import Tensors
internal import Wire

// The function `folds`, with its reference and known mistakes.

/// A fold, as it is sent.
typealias Fold = (train: [Int], validation: [Int])

/// The arguments of a call.
struct Cut {
  var count = 0
  var k = 0
  var order: [Int] = []

  init(_ arguments: [WireValue]) {
    guard arguments.count == 3, case .integer(let count) = arguments[0],
      case .integer(let k) = arguments[1],
      case .integers(let order) = arguments[2]
    else { return }
    (self.count, self.k, self.order) = (count, k, order)
  }

  /// Whether the arguments keep the promise; shrunken ones may not.
  var isWhole: Bool {
    k >= 2 && k <= count && isPermutation(order, of: max(count, 0))
  }
}

let foldsSubject = Subject(
  "folds(count:k:order:)", axes: ["", "", ""], freedom: foldsFreedom,
  reference: { (_: Int, k: Int, order: [Int]) in
    sent(cut(order, at: bounds(order.count, k)))
  },
  mistakes: foldsMistakes, telling: randomCut,
  promises: { Cut($0).isWhole })

/// Sizes that leave examples over.
let randomCut: Inputs = { random, number in
  random.cut(count: 11 + number, k: 3 + number % 3)
}

private let foldsFreedom = [
  FreeDimension("examples", [2, 3, 4, .above(255), .above(65_535)]) {
    (count: Int, _: Int, _: [Int]) in count
  },
  FreeDimension("folds", [2, 3, 4, .above(255)]) {
    (_: Int, k: Int, _: [Int]) in k
  },
  FreeDimension("larger folds", [0, 1, 2, .above(2)]) {
    (count: Int, k: Int, _: [Int]) in count % k
  },
  FreeDimension("one example for each fold") {
    (count: Int, k: Int, _: [Int]) in k == count
  },
  FreeDimension("an order that is not its own reverse") {
    (_: Int, _: Int, order: [Int]) in
    order.indices.contains { order[order[$0]] != $0 }
  },
]

/// Where each part begins, and the end of the last.
private func bounds(_ count: Int, _ k: Int) -> [Int] {
  guard k > 0 else { return [] }
  return (0...k).map { $0 * (count / k) + min($0, count % k) }
}

private func cut(_ order: [Int], at bounds: [Int]) -> [Fold] {
  zip(bounds, bounds.dropFirst()).map { start, end in
    (
      train: Array(order[..<start] + order[end...]),
      validation: Array(order[start..<end])
    )
  }
}

private func sent(_ folds: [Fold]) -> WireValue {
  .list(folds.map { .list([.integers($0.train), .integers($0.validation)]) })
}

private let foldsMistakes: [KnownMistake] = [
  cuts("rest-in-last") { order, k in
    cut(order, at: (0..<k).map { $0 * (order.count / k) } + [order.count])
  },
  cuts("rest-dropped") { order, k in
    cut(order, at: (0...k).map { $0 * (order.count / k) })
  },
  cuts("rounded-up") { order, k in
    let size = (order.count + k - 1) / k
    return cut(order, at: (0...k).map { min($0 * size, order.count) })
  },
  cuts("last-larger") { order, k in
    let even = order.count - order.count % k
    return cut(
      order,
      at: (0...k).map { fold in
        fold * (even / k) + max(0, fold - (k - order.count % k))
      })
  },
  cuts("proportional") { order, k in
    cut(order, at: (0...k).map { $0 * order.count / k })
  },
  cuts("size-for-k") { order, k in
    // Many folds of many examples would fill the memory.
    guard order.count / k <= 1_000 else { return [] }
    let starts = Array(stride(from: 0, to: order.count, by: k))
    return cut(order, at: starts + [order.count])
  },
  cuts("train-on-all") { order, k in
    cut(order, at: bounds(order.count, k)).map { (order, $0.validation) }
  },
  cuts("swapped") { order, k in
    cut(order, at: bounds(order.count, k)).map { ($0.validation, $0.train) }
  },
  cuts("order-ignored") { order, k in
    cut(Array(order.indices), at: bounds(order.count, k))
  },
  cuts("train-sorted") { order, k in
    cut(order, at: bounds(order.count, k)).map {
      ($0.train.sorted(), $0.validation)
    }
  },
  cuts("train-rotated") { order, k in
    let bounds = bounds(order.count, k)
    return zip(bounds, bounds.dropFirst()).map { start, end in
      (Array(order[end...] + order[..<start]), Array(order[start..<end]))
    }
  },
  cuts("past-only") { order, k in
    let bounds = bounds(order.count, k)
    return zip(bounds, bounds.dropFirst()).map { start, end in
      (Array(order[..<start]), Array(order[start..<end]))
    }
  },
  cuts("dealt-out") { order, k in
    (0..<k).map { fold in
      let places = order.indices
      return (
        places.filter { $0 % k != fold }.map { order[$0] },
        places.filter { $0 % k == fold }.map { order[$0] }
      )
    }
  },
]

private func cuts(
  _ key: String,
  _ imitation: @escaping @Sendable (_ order: [Int], _ k: Int) -> [Fold]
) -> KnownMistake {
  KnownMistake(key) { (_: Int, k: Int, order: [Int]) -> WireValue in
    sent(k > 0 ? imitation(order, k) : [])
  }
}

extension SeededGenerator {
  /// A call with examples in random order.
  mutating func cut(count: Int, k: Int) -> [WireValue] {
    arguments(count, k, permutation(of: count))
  }
}

extension WireValue {
  /// The folds in this value; none if it is something else.
  var folds: [Fold] {
    guard case .list(let values) = self else { return [] }
    return values.compactMap { value in
      guard case .list(let parts) = value, parts.count == 2,
        case .integers(let train) = parts[0],
        case .integers(let validation) = parts[1]
      else { return nil }
      return (train, validation)
    }
  }
}
