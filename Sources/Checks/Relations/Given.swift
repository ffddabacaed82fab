/// The answer is one of the arguments, or the right one and an argument.
func given(_ samples: [Sample]) -> Relation? {
  samples.findArgument { name, value in
    samples.agree { value($0) }
      ? Relation(id: "input", words: "You return \(name) unchanged.") : nil
  }
}

/// An argument was added, left out, multiplied by or divided by once too
/// often.
func combined(_ samples: [Sample]) -> Relation? {
  let operations: [(String, (Double, Double) -> Double)] = [
    ("the right one plus", +), ("the right one minus", -),
    ("the right one times", *), ("the right one divided by", /),
  ]
  return samples.findArgument { name, value in
    for (words, operation) in operations
    where samples.agree(with: { sample in
      value(sample).flatMap { sample.expected.combined(with: $0, operation) }
    }) {
      return Relation(
        id: "argument",
        words: "\(subject(of: samples)) \(words) \(name), once too often or "
          + "once too seldom.")
    }
    return nil
  }
}

/// The answer is computed from two of the arguments alone.
func paired(_ samples: [Sample]) -> Relation? {
  let operations: [(String, (Double, Double) -> Double)] = [
    ("plus", +), ("minus", -), ("times", *), ("divided by", /),
  ]
  return samples.findArgument { first, one in
    samples.findArgument { second, other in
      guard first != second else { return nil }
      for (word, operation) in operations
      where samples.agree(with: { sample in
        guard let one = one(sample), let other = other(sample),
          one.shape == sample.expected.shape
        else { return nil }
        return one.combined(with: other, operation)
      }) {
        return Relation(
          id: "arguments",
          words: "\(subject(of: samples)) \(first) \(word) \(second).")
      }
      return nil
    }
  }
}

/// The change of an argument, such as the step of a parameter, is a multiple
/// of the right one.
func stepped(_ samples: [Sample]) -> Relation? {
  samples.findArgument { name, value in
    let changes = samples.compactMap { sample -> Sample? in
      guard let start = value(sample), start.shape == sample.expected.shape,
        sample.received.shape == start.shape
      else { return nil }
      var change = sample
      change.received.numbers = zip(sample.received.numbers, start.numbers)
        .map { $0 - $1 }
      change.expected.numbers = zip(sample.expected.numbers, start.numbers)
        .map { $0 - $1 }
      return change
    }
    guard changes.count == samples.count else { return nil }
    // Where the step is tiny beside the value, rounding is all one sees.
    let clear = changes.filter { change in
      let start = value(change)?.numbers.map(\.magnitude).max() ?? 0
      let step = change.expected.numbers.map(\.magnitude).max() ?? 0
      return step > start / 100
    }
    return clear.count >= 6
      ? scaled(clear, "The step from \(name) is") : nil
  }
}

/// The answer is the same whatever the arguments are.
func constant(_ samples: [Sample]) -> Relation? {
  guard let first = samples.first, samples.count >= 4 else { return nil }
  let different = samples.filter {
    $0.expected.differences(from: first.expected) > 0
  }
  guard different.count >= 3 else { return nil }
  if samples.allSatisfy({ $0.received.isClose(to: first.received) }) {
    return Relation(
      id: "constant",
      words: "Your answer is the same whatever the arguments are.")
  }
  guard let number = first.received.numbers.first,
    samples.allSatisfy({ sample in
      sample.received.shape == sample.expected.shape
        && sample.received.numbers.allSatisfy {
          areClose($0, number, scale: 0)
        }
    })
  else { return nil }
  return Relation(
    id: "constant",
    words: "Every value is \(constantName(number)), whatever the arguments "
      + "are.")
}

extension [Sample] {
  /// The first relation that one of the arguments gives.
  fileprivate func findArgument(
    _ body: (String, (Sample) -> Values?) -> Relation?
  ) -> Relation? {
    for name in last?.arguments.map(\.name) ?? [] {
      let found = body(name) { sample in
        sample.arguments.first { $0.name == name }?.value
      }
      if let found { return found }
    }
    return nil
  }
}

extension Values {
  /// Two of one shape number by number; a single number, or a row of the
  /// same width, meets all.
  fileprivate func combined(
    with other: Values, _ operation: (Double, Double) -> Double
  ) -> Values? {
    guard
      other.shape == shape || other.numbers.count == 1
        || other.shape == [width] && isMatrix
    else { return nil }
    return Values(
      numbers.indices.map {
        operation(numbers[$0], other.numbers[$0 % other.numbers.count])
      }, shape: shape)
  }
}
