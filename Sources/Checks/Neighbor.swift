internal import Tensors
internal import Wire

/// The same arguments but for one, which has the same shape and kind: a
/// function that keeps something of the last call is wrong about them.
///
/// Nil where there is nothing to change, so much of it that a learner would
/// wait, or numbers so large that two of them may be close on purpose.
func neighbor(of arguments: [WireValue], _ number: Int) -> [WireValue]? {
  guard !arguments.isEmpty, arguments.totalSize <= 2_000 else { return nil }
  let place = number % arguments.count
  var changed = arguments
  switch arguments[place] {
  case .float(let old): changed[place] = .float(old / 2)
  case .double(let old): changed[place] = .double(old / 2)
  case .integers(let numbers): changed[place] = .integers(numbers.reversed())
  case .tensor(let tensor)
  where tensor.values.allSatisfy { $0.magnitude < 1_000 }:
    // Once everything, once the last row only: it may know the first by
    // heart.
    let width = max(tensor.shape.last ?? 1, 1)
    let isWhole = number / arguments.count % 2 == 0
    let start = isWhole ? 0 : max(tensor.values.count - width, 0)
    let values =
      tensor.values[..<start] + tensor.values[start...].reversed()
    changed[place] = .tensor(Tensor(Array(values), shape: tensor.shape))
  case .tensor, .integer, .bytes, .text, .list: return nil
  }
  return changed[place] == arguments[place] ? nil : changed
}
