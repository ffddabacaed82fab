package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 06.
package let fashionChecks = ExerciseChecks(
  lesson: "fashion-mnist", imageChecks + labelChecks + batchesChecks)

// MARK: - Images

private let imageChecks: [Check] = [
  images.reads("images-values", trials: 6) { examination, n in
    // From white to black: the highest byte says nothing about the scale.
    examination.random.pictureFile(
      count: 1 + n, brightest: [255, 254, 100, 2, 1, 0][n])
  },
  images.reads("images-places", trials: 3) {
    examination, _ in
    // One pixel lit in three pictures.
    var pixels = [UInt8](repeating: 0, count: 3 * 784)
    pixels[examination.random.below(3 * 784)] = 255
    return .images(pixels, count: 3)
  },
  images.reads(
    "images-many", trials: 2
  ) { examination, trial in
    // A byte of 128 or more becomes negative if it is taken for an Int8.
    examination.random.pictureFile(
      count: trial == 0 ? 1_001 : 128 + examination.random.below(32))
  },
  images.reads(
    "images-none", section: faults,
    trials: 1
  ) { _, _ in .images([], count: 0) },
  images.refuses("images-magic") {
    let whole = $0.random.pictureFile(count: 1)
    return [
      [0, 0, 8, 1], [0, 0, 8, 4], [0, 0, 13, 3], [80, 75, 8, 3], [3, 8, 0, 0],
    ].map(whole.withMagic) + whole.withEachOfMagicChanged(&$0.random)
  },
  images.refuses("images-dimensions") {
    examination in
    // The second and the third have as many pixels as 28 × 28.
    let others = [(27, 28), (14, 56), (56, 14), (28, 32), (28, 27), (1, 784)]
    return others.map { (rows, columns) in
      let pixels = examination.random.bytes(rows * columns)
      return BadFile(
        dimensions: .images(pixels, count: 1, rows: rows, columns: columns))
    } + examination.random.pictureFile(count: 1).dimensionsOfBytes
      + [
        // Multiplying these lengths before checking them overflows Int.
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
  images.refuses("images-truncated") {
    $0.random.pictureFile(count: 2).truncations(header: 16)
  },
  images.refuses("images-surplus") {
    $0.random.pictureFile(count: 2).surpluses(one: 784)
  },
]

private let images = Reader(
  subject: Subject(
    "readImages(_:)", axes: [], freedom: imagesFreedom,
    reference: pixelsByHand), section: "from-bytes-to-numbers",
  sample: .images([UInt8](repeating: 0, count: 784), count: 1), header: 16,
  expected: { file in
    .tensor(scaled(file.content, count: file.lengths[0]))
  },
  mistakes: [
    .pixels("not-scaled") { $0.map { Float($0) } },
    .pixels("by-256") {
      $0.map { Float($0) / 256 }
    },
    .pixels("integer-division") { $0.map { Float($0 / 255) } },
    .pixels("inverted") { $0.map { 1 - Float($0) / 255 } },
    .start("header-not-skipped", at: 0),
    .start("header-not-skipped", at: 8),
    .start("header-not-skipped", at: 15),
    ReadingMistake("rows-and-columns") { file in
      let n = file.lengths[0]
      let places = (0..<n * 784).map { place in
        place / 784 * 784 + place % 28 * 28 + place / 28 % 28
      }
      return pictures(places.map { Float(file.content[$0]) / 255 }, n)
    },
    .shape("channel-missing", [28, 28]), .shape("channel-missing", [784]),
    .shape("channel-last", [28, 28, 1]),
    ReadingMistake("one-byte-count") { file in
      let n = file.lengths[0] & 255
      return pictures(file.content.prefix(n * 784).map { Float($0) / 255 }, n)
    },
    ReadingMistake("first-image-only") { file in
      pictures(file.content.prefix(784).map { Float($0) / 255 }, 1)
    },
  ])

extension ReadingMistake {
  fileprivate static func pixels(
    _ key: String,
    imitation: @escaping @Sendable ([UInt8]) -> [Float]
  ) -> ReadingMistake {
    ReadingMistake(key) { file in
      pictures(imitation(file.content), file.lengths[0])
    }
  }

  /// Reads the pixels from the wrong position.
  fileprivate static func start(
    _ key: String, at place: Int
  ) -> ReadingMistake {
    ReadingMistake(key) { file in
      let pixels = file.bytes.dropFirst(place).prefix(file.content.count)
      return pictures(pixels.map { Float($0) / 255 }, file.lengths[0])
    }
  }

  fileprivate static func shape(
    _ key: String, _ rest: [Int]
  ) -> ReadingMistake {
    ReadingMistake(key) { file in
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
  labels.reads("labels-example", trials: 1) {
    _, _ in .labels([9, 0, 0, 3])
  },
  labels.reads(
    "labels-values", trials: labelCounts.count
  ) { examination, n in
    .labels(examination.random.labels(labelCounts[n]))
  },
  labels.reads("labels-many", trials: 4) {
    examination, trial in
    .labels(
      examination.random.labels([300, 70_000, 32_968, 65_530][trial % 4]))
  },
  labels.reads(
    "labels-none", section: faults,
    trials: 1
  ) { _, _ in .labels([]) },
  labels.refuses("labels-magic") {
    let whole = IDXFile.labels($0.random.labels(12))
    return [
      [0, 0, 8, 3], [0, 0, 8, 2], [0, 0, 9, 1], [31, 139, 8, 1], [1, 8, 0, 0],
    ].map(whole.withMagic) + whole.withEachOfMagicChanged(&$0.random)
  },
  labels.refuses("labels-truncated") {
    IDXFile.labels($0.random.labels(6)).truncations(header: 8)
  },
  labels.refuses("labels-surplus") {
    IDXFile.labels($0.random.labels(6)).surpluses(one: 1)
  },
  labels.refuses("labels-range") { examination in
    // At the start, at the end, in the middle, alone, far behind, and each
    // number above 9.
    let middle = 1 + examination.random.below(5)
    let cases: [(Int, Int, Int)] =
      [
        (0, 7, 10), (6, 7, 255), (middle, 7, 128), (6, 7, 10), (0, 7, 100),
        (middle, 7, 10), (0, 1, 11), (299, 300, 10), (1_999, 2_000, 10),
        (69_999, 70_000, 255),
      ] + (10...255).map { ($0 % 3, 3, $0) }
    return cases.map { (place, count, label) in
      var all = examination.random.labels(count)
      all[place] = UInt8(label)
      return BadFile(
        file: IDXFile.labels(all).bytes,
        fault: .sentence("fault-range", ["label": label]),
        advice: .sentence("advice-range"),
        mistake: "range-ignored")
    }
  },
]

/// Few and many labels, with counts whose last byte is negative as an Int8.
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
    ReadingMistake("header-not-skipped.labels") {
      .integers($0.bytes.prefix($0.content.count).map { Int($0) })
    },
    ReadingMistake("header-not-skipped.labels") {
      .integers($0.bytes.map { Int($0) })
    },
    ReadingMistake("header-not-skipped.labels") {
      .integers($0.bytes.dropFirst(4).map { Int($0) })
    },
    .early { $0.bytes[7...] },
    .early { $0.bytes[7..<7 + $0.content.count] },
    ReadingMistake("first-label-forgotten") {
      .integers($0.content.dropFirst().map { Int($0) })
    },
    ReadingMistake("header-of-images") {
      .integers($0.content.dropFirst(8).map { Int($0) })
    },
    ReadingMistake("off-by-one") { .integers($0.content.map { Int($0) + 1 }) },
    ReadingMistake("off-by-one.low") {
      .integers($0.content.map { Int($0) - 1 })
    },
    ReadingMistake("one-byte-count") {
      .integers($0.content.prefix($0.lengths[0] & 255).map { Int($0) })
    },
    ReadingMistake("last-label-forgotten") {
      .integers($0.content.dropLast().map { Int($0) })
    },
    ReadingMistake("sorted") { .integers($0.content.sorted().map { Int($0) }) },
  ])

extension ReadingMistake {
  /// Reads the labels from the last byte of the count.
  fileprivate static func early(
    _ labels: @escaping @Sendable (IDXFile) -> ArraySlice<UInt8>
  ) -> ReadingMistake {
    ReadingMistake("header-not-skipped.count") {
      .integers(labels($0).map { Int($0) })
    }
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
      fault: .sentence(
        "fault-dimensions", ["rows": rows, "columns": columns]),
      advice: .sentence("advice-dimensions"),
      mistake: "dimensions-ignored")
  }
}
