internal import Tensors
package import Wire

/// A value as it is shown to the learner.
///
/// Small tensors are written as Swift writes them, large ones shortened.
package func shown(_ value: WireValue) -> String {
  switch value {
  case .tensor(let tensor): shown(tensor)
  case .float(let number): shown(number)
  case .double(let number): shown(number)
  case .integer(let number): "\(number)"
  case .integers(let numbers): shown(numbers[...])
  case .text(let text): "\"\(text)\""
  case .bytes(let bytes): "\(bytes.count) bytes"
  case .list(let values): "[" + values.map(shown).joined(separator: ", ") + "]"
  }
}

/// A call as the learner would write it; a long one is cut.
///
/// Labels are left out where a driver passes other arguments than the
/// function takes.
package func shownCall(
  of function: String, _ arguments: [WireValue]
) -> String {
  let base = function.prefix { $0 != "(" }
  let labels = function.dropFirst(base.count + 1).dropLast()
    .split(separator: ":", omittingEmptySubsequences: true)
  let list = arguments.enumerated().map { index, value in
    let label = labels.count == arguments.count ? labels[index] : "_"
    return label == "_" ? shown(value) : "\(label): \(shown(value))"
  }
  let call = "\(base)(\(list.joined(separator: ", ")))"
  let most = 400
  return call.utf8.count <= most ? call : call.prefix(most) + " …)"
}

/// At most this many numbers of a row, or rows, are shown.
private let mostShown = 12

private func shown(_ tensor: Tensor) -> String {
  shown(tensor.values[...], shape: tensor.shape[...])
}

private func shown(
  _ values: ArraySlice<Float>, shape: ArraySlice<Int>
) -> String {
  guard let size = shape.first else {
    return values.first.map { shown($0) } ?? "[]"
  }
  guard size > 0, !values.isEmpty else { return "[] of shape \(Array(shape))" }
  let width = values.count / size
  var parts = (0..<min(size, mostShown)).map { index in
    shown(
      values.dropFirst(index * width).prefix(width), shape: shape.dropFirst())
  }
  if size > mostShown { parts.append("… \(size) in all") }
  return "[" + parts.joined(separator: ", ") + "]"
}

private func shown(_ numbers: ArraySlice<Int>) -> String {
  let list = numbers.prefix(mostShown).map { "\($0)" }.joined(separator: ", ")
  return numbers.count > mostShown
    ? "[\(list), … \(numbers.count) in all]" : "[\(list)]"
}

/// A number as Swift writes it, but for the sign of NaN, which says nothing.
func shown(
  _ number: some BinaryFloatingPoint & CustomStringConvertible
)
  -> String
{
  number.isNaN ? "nan" : number.description
}
