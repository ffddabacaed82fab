internal import Tensors

extension WireValue {
  /// The numbers of a value, as doubles; none of truth values, text and
  /// lists.
  package var numbers: [Double] {
    switch self {
    case .tensor(let tensor): tensor.values.map(Double.init)
    case .float(let number): [Double(number)]
    case .double(let number): [number]
    case .integer(let number): [Double(number)]
    case .integers(let numbers): numbers.map(Double.init)
    case .bytes(let bytes): bytes.map(Double.init)
    case .boolean, .text, .list: []
    }
  }
}

/// The first place at which a rule holds for the numbers of two lists.
///
/// A rule sees only pairs that are not equal.
package func firstIndex(
  of left: [Double], with right: [Double],
  where holds: (Double, Double) -> Bool
) -> Int? {
  for index in 0..<min(left.count, right.count)
  where left[index] != right[index] && holds(left[index], right[index]) {
    return index
  }
  return nil
}
