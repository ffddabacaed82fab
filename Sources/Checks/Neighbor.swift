internal import Tensors
internal import Wire

/// The same arguments, except for one that is changed: a function that
/// remembers its last call is wrong about them.
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
    changed[place] = .tensor(
      changedTensor(
        tensor, number / arguments.count, isAlone: arguments.count == 1))
  case .tensor, .integer, .bytes, .boolean, .text, .list: return nil
  }
  return changed[place] == arguments[place] ? nil : changed
}

private func changedTensor(
  _ old: Tensor, _ number: Int, isAlone: Bool
) -> Tensor {
  // The shape is free only if no other argument has to fit it.
  if isAlone, number % 3 == 2, old.shape.count == 2 {
    // The same numbers in another shape, in case it remembers only those.
    return Tensor(old.values, shape: old.shape.reversed())
  }
  // Change everything, then only the last row, in case it remembers the first.
  let width = max(old.shape.last ?? 1, 1)
  let start = number % 3 == 0 ? 0 : max(old.values.count - width, 0)
  let end = old.values[start...]
  let reversed = Array(end.reversed())
  // What reads the same backwards, such as a single number, is halved.
  let isSame = reversed.elementsEqual(end)
  return Tensor(
    old.values[..<start] + (isSame ? reversed.map { $0 / 2 } : reversed),
    shape: old.shape)
}
