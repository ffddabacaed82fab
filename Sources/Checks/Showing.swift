internal import Tensors
package import Wire

/// A value as it is shown to the learner.
///
/// Small tensors are written as Swift writes them, and large ones are
/// shortened. Whatever was received, text beyond about 2,000 characters is cut
/// off.
package func shown(_ value: WireValue) -> String {
  Shown(value).words
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

/// A value as a text that grows until it is long enough.
struct Shown {
  /// What stands at one place of nested lists.
  struct Element {
    var place: [Int]
    /// The byte of the text on which it begins.
    var start: Int
    var words: String
    /// Nil where it is no number.
    var number: Double?
  }

  private var text = ""
  private(set) var elements: [Element] = []
  private var place: [Int] = []
  private var number: Double?

  init(_ value: WireValue) { add(value) }

  var isFull: Bool { text.utf8.count > mostCharacters }

  var words: String { isFull ? text.prefix(mostCharacters) + " …" : text }

  private mutating func add(
    _ number: some BinaryFloatingPoint & LosslessStringConvertible
  ) {
    text += shown(number)
    self.number = Double(number)
  }

  private mutating func add(_ value: WireValue) {
    switch value {
    case .tensor(let tensor):
      add(tensor.values[...], shape: tensor.shape[...])
    case .float(let number): add(number)
    case .double(let number): add(number)
    case .integer(let number):
      text += "\(number)"
      self.number = Double(number)
    case .integers(let numbers):
      addList(numbers.count) { $0.add(.integer(numbers[$1])) }
    case .boolean(let isTrue): text += "\(isTrue)"
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
      if let number = values.first { add(number) } else { text += "[]" }
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
      let (start, count) = (text.utf8.count, elements.count)
      number = nil
      place.append(index)
      item(&self, index)
      if elements.count == count {
        let words = String(text.utf8.dropFirst(start)) ?? ""
        elements.append(
          Element(place: place, start: start, words: words, number: number))
      }
      place.removeLast()
    }
    if count > mostShown { text += ", … \(count) in all" }
    text += "]"
  }
}

/// A number as Swift prints it, except that NaN and 0 have no sign.
package func shown(
  _ number: some BinaryFloatingPoint & LosslessStringConvertible
) -> String { number == 0 ? "0.0" : number.text }

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
