internal import Tensors
internal import Wire

/// Answers in which elements are missing, surplus or reversed: the values of a
/// list, or the rows or columns of a matrix.
func elements(in trials: [Trial]) -> Relation? {
  let lists = trials.compactMap {
    trial -> (came: [Values], wanted: [Values])? in
    guard let came = list(of: trial.received),
      let wanted = list(of: trial.expected)
    else { return nil }
    return (came, wanted)
  }
  if lists.count == trials.count, let found = choice(lists, of: "value") {
    return found
  }
  let matrices = trials.compactMap { trial -> (came: Values, wanted: Values)? in
    guard let came = Values(trial.received),
      let wanted = Values(trial.expected), came.isMatrix, wanted.isMatrix
    else { return nil }
    return (came, wanted)
  }
  guard matrices.count == trials.count else { return nil }
  return choice(
    matrices.map { ($0.rows.map(line), $1.rows.map(line)) }, of: "row")
    ?? choice(
      matrices.map { ($0.columns.map(line), $1.columns.map(line)) },
      of: "column")
}

private func list(of value: WireValue) -> [Values]? {
  switch value {
  case .list(let values):
    let all = values.compactMap { Values($0) }
    return all.count == values.count ? all : nil
  case .integers, .bytes:
    return Values(value)?.numbers.map { Values([$0], shape: []) }
  case .tensor(let tensor) where tensor.shape.count == 1:
    return tensor.values.map { Values([Double($0)], shape: []) }
  default: return nil
  }
}

private func line(_ numbers: [Double]) -> Values {
  Values(numbers, shape: [numbers.count])
}

/// Ways to choose among the right elements, the same in every call; `#` stands
/// for what an element is.
private let choices: [(String, @Sendable ([Values]) -> [Values])] = [
  ("The #s are right, but the last one is missing.", { $0.dropLast() }),
  (
    "The #s are right, but the first one is missing.",
    { Array($0.dropFirst()) }
  ),
  (
    "Only the first # is there; the others are missing.",
    { Array($0.prefix(1)) }
  ),
  ("Only the last # is there; the others are missing.", { $0.suffix(1) }),
  ("There are no #s at all.", { _ in [] }),
  ("The whole sequence of #s appears twice.", { $0 + $0 }),
]

/// The last two elements as one, as where a short batch is added to the one
/// before.
private func joined(_ values: [Values]) -> [Values] {
  guard values.count > 1 else { return values }
  let last = values.suffix(2).flatMap(\.numbers)
  return values.dropLast(2) + [Values(last, shape: [last.count])]
}

private func choice(
  _ lists: [(came: [Values], wanted: [Values])], of element: String
) -> Relation? {
  let different = lists.filter { $0.came.count != $0.wanted.count }
  // If all elements are alike, one cannot tell which of them came.
  let telling = different.count { pair in
    pair.wanted.count > 1
      && pair.wanted.contains { !$0.isClose(to: pair.wanted[0]) }
  }
  if telling >= 3 {
    let found = choices.first { _, choose in
      lists.allSatisfy { areClose($0.came, choose($0.wanted)) }
    }
    if let (words, _) = found {
      return Relation(
        id: "elements",
        words: words.split(separator: "#", omittingEmptySubsequences: false)
          .joined(separator: element))
    }
  }
  if telling >= 3,
    lists.allSatisfy({
      areClose(
        $0.came,
        $0.came.count == $0.wanted.count ? $0.wanted : joined($0.wanted))
    })
  {
    let isAlways = lists.count { $0.wanted.count > 1 } == different.count
    return Relation(
      id: "elements",
      words: "\(isAlways ? "The" : "In some calls, the") last two \(element)s "
        + "are joined into one.")
  }
  // More elements than asked for: those that were asked for, and zeros.
  let longer = different.filter { $0.wanted.count < $0.came.count }
  if longer.count >= 3, longer.count == lists.count,
    longer.allSatisfy({ pair in
      areClose(Array(pair.came.prefix(pair.wanted.count)), pair.wanted)
    })
  {
    let rests = longer.map { $0.came.dropFirst($0.wanted.count) }
    let areZeros = rests.allSatisfy {
      $0.allSatisfy { $0.numbers.allSatisfy { $0 == 0 } }
    }
    let excess =
      rests.allSatisfy { $0.count == 1 }
      ? "one \(element) too many" : "further \(element)s"
    return Relation(
      id: "elements",
      words: "After the right \(element)s, your answer has "
        + "\(excess)\(areZeros ? ", filled with 0" : "").")
  }
  let reversed = lists.filter { $0.wanted.count > 1 }
  if element == "value", reversed.count >= 3,
    reversed.count(where: { !areClose($0.came, $0.wanted) }) >= 3,
    lists.allSatisfy({ areClose($0.came, $0.wanted.reversed()) })
  {
    return Relation(
      id: "reversed", words: "The values are right, but in reverse order.")
  }
  return nil
}

private func areClose(_ a: [Values], _ b: [Values]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0.isClose(to: $1) }
}
