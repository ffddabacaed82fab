/// The right numbers in other places.
func rearranged(_ samples: [Sample]) -> Relation? {
  let isVector = samples.allSatisfy { $0.expected.shape.count == 1 }
  let found = arrangements.first { samples.agree(with: $0.answer) }
  return found.map {
    Relation(id: $0.id, words: isVector ? $0.wordsForVector : $0.words)
  } ?? permuted(samples)
}

/// An answer that has the right numbers in other places.
private struct Arrangement: Sendable {
  let id: String
  let words: String
  let wordsForVector: String
  let answer: @Sendable (Sample) -> Values?
}

private let arrangements: [Arrangement] = [
  rows("reversed", "The rows are in reverse order.") { $0.reversed() },
  rows("moved", "Every row is one place too late; the last comes first.") {
    rotated($0, by: -1)
  },
  rows("moved", "Every row is one place too early; the first comes last.") {
    rotated($0, by: 1)
  },
  rows("repeated", "Every row is what the first row should be.") { rows in
    rows.map { _ in rows[0] }
  },
  rows("repeated", "Every row is what the last row should be.") { rows in
    rows.map { _ in rows[rows.count - 1] }
  },
  transpose,
  within("reversed", "The numbers are right, but # are in reverse order.") {
    $0.reversed()
  },
  within(
    "moved",
    "The numbers are right, but # are one place too late; the last comes "
      + "first."
  ) { rotated($0, by: -1) },
  within(
    "moved",
    "The numbers are right, but # are one place too early; the first comes "
      + "last."
  ) { rotated($0, by: 1) },
  within("repeated", "All # are what the first should be.") { line in
    line.map { _ in line[0] }
  },
  within("repeated", "All # are what the last should be.") { line in
    line.map { _ in line[line.count - 1] }
  },
  within("sorted", "The numbers are right, but sorted.") { $0.sorted() },
  within("sorted", "The numbers are right, but sorted from the largest down.") {
    $0.sorted(by: >)
  },
  within(
    "running",
    "From one to the next # add up: each is the sum of the right "
      + "ones up to it, as of a total that is never set back to 0."
  ) { sums($0) },
  runningRows,
]

private let transpose = Arrangement(
  id: "transposed",
  words: "Rows and columns are exchanged: the answer is the transpose of the "
    + "right one.", wordsForVector: ""
) { sample in
  let numbers = sample.expected.transposed?.numbers
  return numbers.map { Values($0, shape: sample.received.shape) }
}

private let runningRows = Arrangement(
  id: "running",
  words: "The rows add up: each is the sum of the right rows up to it, as of "
    + "a total that is not set back to 0 for each row.", wordsForVector: ""
) { sample in
  guard sample.expected.isMatrix else { return nil }
  let numbers = sample.expected.columns.map(sums).flatMap { $0 }
  return Values(numbers, shape: sample.expected.shape.reversed()).transposed
}

/// The rows of a matrix, changed.
private func rows(
  _ id: String, _ words: String,
  _ change: @escaping @Sendable ([[Double]]) -> [[Double]]
) -> Arrangement {
  Arrangement(id: id, words: words, wordsForVector: "") { sample in
    guard sample.expected.isMatrix else { return nil }
    let numbers = change(sample.expected.rows).flatMap { $0 }
    return Values(numbers, shape: sample.expected.shape)
  }
}

/// The numbers of each row, or of a vector, changed; `#` in the words stands
/// for the columns, or the values.
private func within(
  _ id: String, _ words: String,
  _ change: @escaping @Sendable ([Double]) -> [Double]
) -> Arrangement {
  func named(_ places: String) -> String {
    words.split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: places)
  }
  return Arrangement(
    id: id, words: named("the columns"), wordsForVector: named("the values")
  ) { sample in
    Values(sample.expected.rows.flatMap(change), shape: sample.expected.shape)
  }
}

/// The same numbers, in an order that is none of the others.
private func permuted(_ samples: [Sample]) -> Relation? {
  func all(_ parts: (Values) -> [[Double]], long: Int) -> Bool {
    samples.allSatisfy { sample in
      sample.received.shape == sample.expected.shape
        && haveSame(parts(sample.received), parts(sample.expected))
    }
      && samples.count { sample in
        sample.isWrong && Set(sample.expected.numbers).count >= long
          && sample.received.differences(from: sample.expected) > 1
      } >= 3
  }
  guard samples.first?.isWhole == false else { return nil }
  if all({ $0.isMatrix ? $0.rows : [] }, long: 4),
    samples.allSatisfy({ $0.expected.isMatrix })
  {
    return Relation(
      id: "permuted", words: "The rows are right, but in another order.")
  }
  if all({ $0.isMatrix ? $0.columns : [] }, long: 4),
    samples.allSatisfy({ $0.expected.isMatrix })
  {
    return Relation(
      id: "permuted", words: "The columns are right, but in another order.")
  }
  if all({ $0.numbers.map { [$0] } }, long: 3) {
    return Relation(
      id: "permuted", words: "The numbers are right, but in other places.")
  }
  return nil
}

/// Whether two lists hold the same lines, in any order.
private func haveSame(_ came: [[Double]], _ wanted: [[Double]]) -> Bool {
  guard came.count == wanted.count else { return false }
  var left = wanted
  for line in came {
    guard let place = left.firstIndex(where: { areClose(line, $0) }) else {
      return false
    }
    left.remove(at: place)
  }
  return true
}

private func rotated<Element>(_ items: [Element], by count: Int) -> [Element] {
  guard !items.isEmpty else { return [] }
  let start = (count + items.count) % items.count
  return Array(items[start...] + items[..<start])
}

private func sums(_ numbers: [Double]) -> [Double] {
  var total = 0.0
  return numbers.map {
    total += $0
    return total
  }
}
