internal import Checks
internal import Tensors
package import Wire

/// The order in pieces of `size`, built example by example.
package func sliced(_ order: [Int], _ size: Int) -> [[Int]] {
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

extension SeededGenerator {
  /// The arguments for a pass in random order.
  ///
  /// Where possible, the order differs from 0, 1, 2, … and from its own
  /// inverse.
  package mutating func pass(count: Int, size: Int) -> [WireValue] {
    var order = permutation(of: count)
    // A cycle of three examples makes the order differ from its inverse.
    if count > 2 {
      order = Array(0..<3).map { ($0 + 1) % 3 } + order.filter { $0 > 2 }
      let turn = 1 + below(count - 1)
      order = Array(order[turn...] + order[..<turn])
    }
    return arguments(count, size, order)
  }
}

/// Whether an order holds each of `count` examples once.
package func isPermutation(_ order: [Int], of count: Int) -> Bool {
  var seen = [Bool](repeating: false, count: count)
  for example in order {
    guard seen.indices.contains(example), !seen[example] else { return false }
    seen[example] = true
  }
  return order.count == count
}
