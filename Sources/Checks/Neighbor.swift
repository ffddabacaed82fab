internal import Tensors
internal import Wire

/// The same arguments, except for one that is changed but keeps its shape: a
/// function that remembers the last call is wrong about them.
///
/// Nil if nothing can be changed, if there are so many numbers that the learner
/// would wait, or if they are so large that a check may have chosen two of them
/// to be close.
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
    // Change everything, then only the last row, in case the function
    // remembers the first.
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
