internal import Checks
internal import References
internal import Tensors

// The ways in which the files and the passes may vary.

/// The ways in which files of images may vary, valid or not.
let imagesFreedom =
  filesFreedom(magic: [0, 0, 8, 3], header: 16) + [
    FreeDimension("pictures", [0, 1, 2, 3, .within(128...255), .above(1_000)]) {
      (idx: [UInt8]) in max(idx.count - 16, 0) / 784
    },
    FreeDimension(
      "the highest pixel", [0, 1, 2, .within(3...127), .within(128...254), 255]
    ) { (idx: [UInt8]) in idx.dropFirst(16).max().map { [Double($0)] } ?? [] },
    FreeDimension("a pixel", [0, 1, .within(2...127), .within(128...254), 255])
    { (idx: [UInt8]) in idx.dropFirst(16).map(Double.init) },
  ]

/// The ways in which files of labels may vary, valid or not.
let labelsFreedom =
  filesFreedom(magic: [0, 0, 8, 1], header: 8) + [
    FreeDimension(
      "labels", [0, 1, 2, 3, .within(128...255), .above(255), .above(65_535)]
    ) { (idx: [UInt8]) in max(idx.count - 8, 0) },
    FreeDimension("a label", (0...255).map { .exact(Double($0)) }) {
      (idx: [UInt8]) in idx.dropFirst(8).map(Double.init)
    },
    FreeDimension(
      "the place of a label that is too high",
      [0, .above(1_000), .above(65_535)]
    ) { (idx: [UInt8]) in places(of: idx.dropFirst(8)).map(Double.init) },
    FreeDimension("only the first label is too high") { (idx: [UInt8]) in
      places(of: idx.dropFirst(8)) == [0] && idx.count > 9
    },
    FreeDimension("only the last label is too high") { (idx: [UInt8]) in
      places(of: idx.dropFirst(8)) == [idx.count - 9] && idx.count > 9
    },
    FreeDimension("only a label in between is too high") { (idx: [UInt8]) in
      let wrong = places(of: idx.dropFirst(8))
      return wrong.count == 1 && 1..<max(idx.count - 9, 1) ~= wrong[0]
    },
  ]

/// The positions of labels above 9.
private func places(of labels: ArraySlice<UInt8>) -> [Int] {
  labels.indices.filter { labels[$0] > 9 }.map { $0 - labels.startIndex }
}

private func filesFreedom(magic: [UInt8], header: Int) -> [FreeDimension] {
  [
    FreeDimension(
      "bytes in a file",
      [
        0, 1, 3, 4, .within(5...Double(header) - 1),
        .within(Double(header)...Double(header)), .above(Double(header)),
      ]
    ) { (idx: [UInt8]) in idx.count },
    FreeDimension("the only wrong byte of the magic number", [0, 1, 2, 3]) {
      (idx: [UInt8]) in
      let wrong = zip(idx, magic).enumerated().filter { $1.0 != $1.1 }
      return wrong.count == 1 && idx.count > 3 ? [Double(wrong[0].offset)] : []
    },
  ]
    + stride(from: 4, to: header, by: 4).map { length in
      FreeDimension(
        "a nonzero byte of the length at byte \(length)", [0, 1, 2, 3]
      ) { (idx: [UInt8]) in
        idx.dropFirst(length).prefix(4).enumerated().filter { $0.element > 0 }
          .map { Double($0.offset) }
      }
    }
}

/// The ways in which the examples, the batches and their ratio may vary.
let batchesFreedom = [
  FreeDimension("examples", [0, 1, 2, 3, .above(255), .above(65_535)]) {
    (count: Int, _: Int, _: [Int]) in count
  },
  FreeDimension("batch size", [1, 2, 3, .above(255), .above(65_535)]) {
    (_: Int, size: Int, _: [Int]) in size
  },
  FreeDimension("examples left over", [0, 1, 2, .above(2)]) {
    (count: Int, size: Int, _: [Int]) in count % size
  },
  FreeDimension("examples missing in the last batch", [0, 1, 2, .above(2)]) {
    (count: Int, size: Int, _: [Int]) in (size - count % size) % size
  },
  FreeDimension("full batches of seven", [3, 6, 7]) {
    (count: Int, size: Int, _: [Int]) in
    size == 7 && count % 7 == 0 ? count / 7 : 0
  },
  FreeDimension("batches", [0, 1, 2, 3, .above(255)]) {
    (count: Int, size: Int, _: [Int]) in (count + size - 1) / size
  },
  FreeDimension("fewer examples than a batch holds") {
    (count: Int, size: Int, _: [Int]) in 0..<size ~= count && count > 0
  },
  FreeDimension("as many examples as a batch holds") {
    (count: Int, size: Int, _: [Int]) in size == count
  },
  FreeDimension("an order that is not its own reverse") {
    (_: Int, _: Int, order: [Int]) in
    order.indices.contains { order[order[$0]] != $0 }
  },
]
