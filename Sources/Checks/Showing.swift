internal import Tensors
package import Wire

/// A value as it is shown to the learner.
///
/// Small tensors are written as Swift writes them, and large ones are
/// shortened. Whatever was received, text beyond about 2,000 characters is cut
/// off.
package func shown(_ value: WireValue) -> String {
  var text = Shown()
  text.add(value)
  return text.isFull ? text.text.prefix(mostCharacters) + " …" : text.text
}

/// A call as the learner would write it; a long one is cut off.
///
/// Labels are left out if the driver passes other arguments than the function
/// takes.
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

/// The most rows, or numbers in a row, that are shown.
private let mostShown = 12

/// About the most characters that are shown.
private let mostCharacters = 2_000

/// A text that grows until it is long enough to be cut off.
private struct Shown {
  var text = ""

  var isFull: Bool { text.utf8.count > mostCharacters }

  mutating func add(_ value: WireValue) {
    switch value {
    case .tensor(let tensor):
      add(tensor.values[...], shape: tensor.shape[...])
    case .float(let number): text += shown(number)
    case .double(let number): text += shown(number)
    case .integer(let number): text += "\(number)"
    case .integers(let numbers):
      addList(numbers.count) { $0.text += "\(numbers[$1])" }
    case .text(let words):
      text += "\"\(words.prefix(mostCharacters))\""
    case .bytes(let bytes): text += "\(bytes.count) bytes"
    case .list(let values):
      addList(values.count) { $0.add(values[$1]) }
    }
  }

  private mutating func add(
    _ values: ArraySlice<Float>, shape: ArraySlice<Int>
  ) {
    guard let size = shape.first else {
      text += values.first.map { shown($0) } ?? "[]"
      return
    }
    guard size > 0, !values.isEmpty else {
      text += "[] of shape \(Array(shape))"
      return
    }
    let width = values.count / size
    addList(size) { shown, index in
      shown.add(
        values.dropFirst(index * width).prefix(width), shape: shape.dropFirst())
    }
  }

  private mutating func addList(
    _ count: Int, item: (inout Shown, Int) -> Void
  ) {
    text += "["
    for index in 0..<min(count, mostShown) where !isFull {
      if index > 0 { text += ", " }
      item(&self, index)
    }
    if count > mostShown { text += ", … \(count) in all" }
    text += "]"
  }
}

/// A number as Swift prints it, except that NaN has no sign.
package func shown(
  _ number: some BinaryFloatingPoint & LosslessStringConvertible
) -> String { number.text }

extension WireValue {
  /// A short description of a value; for a large tensor, its first numbers and
  /// its shape.
  package var summary: String {
    switch self {
    case .tensor(let tensor) where tensor.values.count > 40:
      let first = tensor.values.prefix(4).map { shown($0) }
      return "[\(first.joined(separator: ", ")), …] of shape \(tensor.shape)"
    case .list(let values):
      return values.map(\.summary).joined(separator: "; ")
    default: return shown(self)
    }
  }
}
