package import Checks
internal import Tensors
internal import Wire

/// What "right" means for lesson 06.
package let fashionChecks = ExerciseChecks(
  lesson: "fashion-mnist", hints: fashionHints,
  imageChecks + labelChecks + batchesChecks)

// MARK: - Images

private let imageChecks: [Check] = [
  images.reads("images-values", "each pixel divided by 255") { examination, n in
    examination.random.pictureFile(count: 1 + n)
  },
  images.reads("images-places", "each pixel in its row and column", trials: 3) {
    examination, _ in
    // One pixel lit in three pictures.
    var pixels = [UInt8](repeating: 0, count: 3 * 784)
    pixels[examination.random.below(3 * 784)] = 255
    return .images(pixels, count: 3)
  },
  images.reads(
    "images-many", "right for 800 pictures, and for a number like 200",
    trials: 2
  ) { examination, trial in
    // A byte of 128 or more is negative, where it is taken for an Int8.
    examination.random.pictureFile(
      count: trial == 0 ? 800 : 128 + examination.random.below(100))
  },
  images.reads(
    "images-none", "no pictures where the header says 0", section: faults,
    trials: 1
  ) { _, _ in .images([], count: 0) },
  images.refuses("images-magic", "refuses what is no file of images") {
    let whole = $0.random.pictureFile(count: 1)
    return [
      [0, 0, 8, 1], [0, 0, 8, 4], [0, 0, 13, 3], [80, 75, 8, 3], [3, 8, 0, 0],
    ].map(whole.withMagic) + whole.withEachOfMagicChanged(&$0.random)
  },
  images.refuses("images-dimensions", "refuses pictures of another size") {
    examination in
    // The second has as many pixels as 28 by 28.
    let others = [(27, 28), (14, 56), (56, 14), (28, 32), (28, 27), (1, 784)]
    return others.map { (rows, columns) in
      let pixels = examination.random.bytes(rows * columns)
      return BadFile(
        dimensions: .images(pixels, count: 1, rows: rows, columns: columns))
    } + examination.random.pictureFile(count: 1).dimensionsOfBytes
      + [
        // What is multiplied before it is looked at is more than an Int holds.
        BadFile(
          dimensions: .images(
            examination.random.bytes(784), count: largestLength,
            rows: largestLength,
            columns: largestLength)),
        BadFile(dimensions: .images([], count: 0, rows: 0, columns: 0)),
        BadFile(dimensions: .images([], count: 1, rows: 0, columns: 28)),
        BadFile(
          dimensions: .images([], count: largestLength, rows: 28, columns: 0)),
      ]
  },
  images.refuses("images-truncated", "refuses a file that ends too early") {
    $0.random.pictureFile(count: 2).truncations(header: 16)
  },
  images.refuses("images-surplus", "refuses a file that goes on too long") {
    $0.random.pictureFile(count: 2).surpluses(one: 784)
  },
]

private let images = Reader(
  subject: Subject(
    "readImages(_:)", axes: [], freedom: imagesFreedom,
    reference: { (idx: [UInt8]) in
      let pixels = try content(
        of: idx, magic: [0, 0, 8, 3], example: [28, 28])
      return Tensor(
        pixels.map { Float($0) / 255 }, shape: [pixels.count / 784, 1, 28, 28])
    }), section: "from-bytes-to-numbers",
  sample: .images([UInt8](repeating: 0, count: 784), count: 1), header: 16,
  expected: { file in
    .tensor(
      Tensor(
        file.content.map { Float($0) / 255 },
        shape: [file.lengths[0], 1, 28, 28]
      ))
  },
  mistakes: [
    .pixels(
      "not-scaled", "You kept the bytes as they are, up to 255; divide by 255."
    ) { $0.map { Float($0) } },
    .pixels("by-256", "You divided by 256; white, 255, should become 1.") {
      $0.map { Float($0) / 256 }
    },
    .pixels(
      "integer-division",
      "You divided whole numbers, which drops the fraction: all but white "
        + "becomes 0. Convert to Float first."
    ) { $0.map { Float($0 / 255) } },
    .pixels(
      "inverted",
      "You turned black into white; 0 stays 0, and 255 becomes 1."
    ) { $0.map { 1 - Float($0) / 255 } },
    .start("header-not-skipped", at: 0),
    .start("header-not-skipped", at: 8),
    .start("header-not-skipped", at: 15),
    ReadingMistake(
      id: "rows-and-columns",
      explanation: "You swapped rows and columns: pixels are stored row by row."
    ) { file in
      let n = file.lengths[0]
      let places = (0..<n * 784).map { place in
        place / 784 * 784 + place % 28 * 28 + place / 28 % 28
      }
      return pictures(places.map { Float(file.content[$0]) / 255 }, n)
    },
    .shape("channel-missing", [28, 28]), .shape("channel-missing", [784]),
    .shape("channel-last", [28, 28, 1]),
    ReadingMistake(
      id: "one-byte-count",
      explanation: "You took the last byte of the count for all of it; it is "
        + "a number of four bytes."
    ) { file in
      let n = file.lengths[0] & 255
      return pictures(file.content.prefix(n * 784).map { Float($0) / 255 }, n)
    },
    ReadingMistake(
      id: "first-image-only",
      explanation: "You returned the first picture; the header says how many "
        + "there are."
    ) { file in
      pictures(file.content.prefix(784).map { Float($0) / 255 }, 1)
    },
  ])

extension ReadingMistake {
  fileprivate static func pixels(
    _ id: String, _ explanation: String,
    imitation: @escaping @Sendable ([UInt8]) -> [Float]
  ) -> ReadingMistake {
    ReadingMistake(id: id, explanation: explanation) { file in
      pictures(imitation(file.content), file.lengths[0])
    }
  }

  /// The pixels are taken from the wrong place on.
  fileprivate static func start(
    _ id: String, at place: Int
  ) -> ReadingMistake {
    ReadingMistake(
      id: id,
      explanation: "You took bytes of the header for pixels; the pictures "
        + "begin after its 16 bytes."
    ) { file in
      let pixels = file.bytes.dropFirst(place).prefix(file.content.count)
      return pictures(pixels.map { Float($0) / 255 }, file.lengths[0])
    }
  }

  fileprivate static func shape(
    _ id: String, _ rest: [Int]
  ) -> ReadingMistake {
    ReadingMistake(
      id: id,
      explanation: "The numbers are right, the shape is not: [n, 1, 28, 28], "
        + "with the channel between the examples and the rows."
    ) { file in
      .tensor(
        Tensor(
          file.content.map { Float($0) / 255 }, shape: [file.lengths[0]] + rest)
      )
    }
  }
}

private func pictures(_ pixels: [Float], _ count: Int) -> WireValue? {
  pixels.count == count * 784
    ? .tensor(Tensor(pixels, shape: [count, 1, 28, 28])) : nil
}

// MARK: - Labels

private let labelChecks: [Check] = [
  labels.reads("labels-example", "the lesson's four labels", trials: 1) {
    _, _ in .labels([9, 0, 0, 3])
  },
  labels.reads(
    "labels-values", "the labels in their order", trials: labelCounts.count
  ) { examination, n in
    .labels(examination.random.labels(labelCounts[n]))
  },
  labels.reads("labels-many", "right for 300 labels, and for 70,000", trials: 4)
  {
    examination, trial in
    .labels(
      examination.random.labels([300, 70_000, 32_968, 65_530][trial % 4]))
  },
  labels.reads(
    "labels-none", "no labels where the header says 0", section: faults,
    trials: 1
  ) { _, _ in .labels([]) },
  labels.refuses("labels-magic", "refuses what is no file of labels") {
    let whole = IDXFile.labels($0.random.labels(12))
    return [
      [0, 0, 8, 3], [0, 0, 8, 2], [0, 0, 9, 1], [31, 139, 8, 1], [1, 8, 0, 0],
    ].map(whole.withMagic) + whole.withEachOfMagicChanged(&$0.random)
  },
  labels.refuses("labels-truncated", "refuses a file that ends too early") {
    IDXFile.labels($0.random.labels(6)).truncations(header: 8)
  },
  labels.refuses("labels-surplus", "refuses a file that goes on too long") {
    IDXFile.labels($0.random.labels(6)).surpluses(one: 1)
  },
  labels.refuses("labels-range", "refuses labels above 9") { examination in
    // At the beginning, at the end and between, and alone.
    let middle = 1 + examination.random.below(5)
    let cases = [
      (0, 7, 10), (6, 7, 255), (middle, 7, 128), (6, 7, 10), (0, 7, 100),
      (middle, 7, 10), (0, 1, 11), (299, 300, 10),
    ]
    return cases.map { (place, count, label) in
      var all = examination.random.labels(count)
      all[place] = UInt8(label)
      return BadFile(
        file: IDXFile.labels(all).bytes, fault: "there is a label \(label)",
        advice: "Look at each label before you use it",
        mistake: "range-ignored")
    }
  },
]

/// Few and many, and one whose byte would be negative as an Int8.
private let labelCounts = [12, 15, 1, 2, 3, 200, 255, 256]

private let labels = Reader(
  subject: Subject(
    "readLabels(_:)", axes: [], freedom: labelsFreedom,
    reference: { (idx: [UInt8]) in
      let labels = try content(of: idx, magic: [0, 0, 8, 1], example: [])
      guard labels.allSatisfy({ $0 < 10 }) else { throw NotWhole() }
      return labels.map { Int($0) }
    }), section: "the-labels",
  sample: .labels([9, 0, 0, 3]), header: 8,
  expected: { .integers($0.content.map { Int($0) }) },
  mistakes: [
    ReadingMistake(
      id: "header-not-skipped",
      explanation: "You took bytes of the header for labels; they begin after "
        + "its 8 bytes."
    ) { .integers($0.bytes.prefix($0.content.count).map { Int($0) }) },
    ReadingMistake(
      id: "header-not-skipped",
      explanation: "You took bytes of the header for labels; they begin after "
        + "its 8 bytes."
    ) { .integers($0.bytes.map { Int($0) }) },
    ReadingMistake(
      id: "header-not-skipped",
      explanation: "You took bytes of the header for labels; they begin after "
        + "its 8 bytes."
    ) { .integers($0.bytes.dropFirst(4).map { Int($0) }) },
    .early { $0.bytes[7...] },
    .early { $0.bytes[7..<7 + $0.content.count] },
    ReadingMistake(
      id: "first-label-forgotten",
      explanation: "Your labels begin one byte too late, and the first is "
        + "missing: it is byte 8, counted from 0."
    ) { .integers($0.content.dropFirst().map { Int($0) }) },
    ReadingMistake(
      id: "header-of-images",
      explanation: "You skipped 16 bytes, the header of a file of images; "
        + "that of labels has 8, and your first labels are missing."
    ) { .integers($0.content.dropFirst(8).map { Int($0) }) },
    ReadingMistake(
      id: "off-by-one",
      explanation: "Your labels are one too high; they are counted from 0."
    ) { .integers($0.content.map { Int($0) + 1 }) },
    ReadingMistake(
      id: "off-by-one",
      explanation: "Your labels are one too low; they are counted from 0."
    ) { .integers($0.content.map { Int($0) - 1 }) },
    ReadingMistake(
      id: "one-byte-count",
      explanation: "You took the last byte of the count for all of it; it is "
        + "a number of four bytes."
    ) { .integers($0.content.prefix($0.lengths[0] & 255).map { Int($0) }) },
    ReadingMistake(
      id: "last-label-forgotten",
      explanation: "The last label is missing: the loop ends one too early."
    ) { .integers($0.content.dropLast().map { Int($0) }) },
    ReadingMistake(
      id: "sorted",
      explanation: "You sorted the labels; label i belongs to "
        + "picture i, in the order of the file."
    ) { .integers($0.content.sorted().map { Int($0) }) },
  ])

extension ReadingMistake {
  /// The labels begin with the last byte of the count.
  fileprivate static func early(
    _ labels: @escaping @Sendable (IDXFile) -> ArraySlice<UInt8>
  ) -> ReadingMistake {
    ReadingMistake(
      id: "header-not-skipped",
      explanation: "Your labels begin one byte too early, with the last byte "
        + "of the count; the first label is byte 8, counted from 0."
    ) { .integers(labels($0).map { Int($0) }) }
  }
}

// MARK: - Shared

private let faults = "what-may-be-wrong-with-a-file"

extension BadFile {
  /// A file whose rows or columns are not 28.
  init(dimensions file: IDXFile) {
    let (rows, columns) = (file.lengths[1], file.lengths[2])
    self.init(
      file: file.bytes,
      fault: "the pictures have \(rows) x \(columns) pixels",
      advice: "Look at the rows and columns in the header before you multiply "
        + "them or make a tensor: they are not 28 and 28",
      mistake: "dimensions-ignored")
  }
}
