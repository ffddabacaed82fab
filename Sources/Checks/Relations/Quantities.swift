internal import System
internal import Wire

/// A number that a call gives, and what it is called: "the number of
/// classes".
struct Quantity {
  let name: String
  let value: Double
}

/// The lengths of the axes of a call's arguments, each once.
func lengthsOfAxes(
  of subject: Subject, in arguments: [WireValue]
) -> [Quantity] {
  var found: [Quantity] = []
  func add(_ name: String, _ length: Int) {
    guard !found.contains(where: { $0.name == name }) else { return }
    found.append(Quantity(name: name, value: Double(length)))
  }
  for (index, argument) in arguments.enumerated() {
    guard let shape = Values(argument)?.shape, !shape.isEmpty else { continue }
    let letters =
      subject.axes.indices.contains(index) ? subject.axes[index].letters : []
    for (axis, length) in shape.enumerated() {
      let letter = letters.indices.contains(axis) ? letters[axis] : nil
      add(axisName(letter, axis: axis, of: shape.count), length)
    }
  }
  return found
}

/// What the length of an axis is called, by its letter.
private func axisName(_ letter: Character?, axis: Int, of count: Int) -> String
{
  switch letter {
  case "n": "the number of examples"
  case "d": "the number of features"
  case "q": "the number of classes"
  default:
    switch (axis, count) {
    case (_, 1): "the number of elements"
    case (0, _): "the number of rows"
    default: "the number of columns"
    }
  }
}

/// What the arguments of a function are called: by their labels, or by their
/// place.
func argumentNames(
  of subject: Subject, in trials: [Trial]
) -> [String] {
  let count = trials.first?.arguments.count ?? 0
  let base = subject.name.prefix { $0 != "(" }
  let labels = subject.name.dropFirst(base.count + 1).dropLast()
    .split(separator: ":")
  let places = ["first", "second", "third", "fourth", "fifth", "sixth"]
  return (0..<count).map { index in
    if labels.count == count, labels[index] != "_" {
      return "the argument \(labels[index])"
    }
    return count == 1
      ? "the argument"
      : places.indices.contains(index)
        ? "the \(places[index]) argument" : "argument \(index + 1)"
  }
}

extension Sample {
  /// The numbers that a factor or an offset may be: lengths, single numbers
  /// among the arguments, and what the right answer itself adds up to.
  var quantities: [Quantity] {
    let single = arguments.filter { $0.value.shape.isEmpty }.map {
      Quantity(name: $0.name, value: $0.value.numbers[0])
    }
    var all = lengths + single
    all += lengths.map {
      Quantity(name: "the logarithm of \($0.name)", value: log($0.value))
    }
    all += lengths.indices.flatMap { i in
      lengths[(i + 1)...].map {
        Quantity(
          name: "\(lengths[i].name) times \($0.name)",
          value: lengths[i].value * $0.value)
      }
    }
    all += lengths.map {
      Quantity(name: "\($0.name) less one", value: $0.value - 1)
    }
    all += lengths.flatMap { length in
      single.map {
        Quantity(
          name: "\($0.name) times \(length.name)",
          value: $0.value * length.value)
      }
    }
    if expected.numbers.count > 1 {
      all.append(
        Quantity(
          name: "the sum of the right values",
          value: expected.numbers.reduce(0, +)))
      all.append(
        Quantity(
          name: "the largest of the right values",
          value: expected.numbers.max() ?? 0))
    }
    return all
  }
}

/// A constant as a reader knows it.
func constantName(_ number: Double) -> String {
  // Neither -0 nor the sign of NaN says anything.
  if number == 0 { return "0" }
  if number.isNaN { return "NaN" }
  let known: [(Double, String)] = [
    (log(2), "ln 2"), (1 / log(2), "1 / ln 2"),
    (log(10), "ln 10"), (1 / log(10), "1 / ln 10"), (.pi, "π"),
    (2.0.squareRoot(), "√2"), (1.0 / 3, "1/3"), (2.0 / 3, "2/3"),
  ]
  let name = known.first { areClose($0.0, number, scale: 0) }?.1
  let digits = significant(number)
  return name.map { "\($0) (\(digits))" } ?? digits
}
