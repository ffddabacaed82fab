package import Checks
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 06.
package let fashionChecks = ExerciseChecks(
  lesson: "fashion-mnist", imageChecks + labelChecks + batchesChecks)

// MARK: - Images

private let imageChecks: [Check] = [
  images.reads("images-values", trials: 6) { random, n in
    // From white to black: the highest byte says nothing about the scale.
    random.pictureFile(
      count: 1 + n % 6, brightest: [255, 254, 100, 2, 1, 0][n % 6])
  },
  images.reads("images-places", trials: 3) { random, _ in
    // One pixel lit in three pictures.
    var pixels = [UInt8](repeating: 0, count: 3 * 784)
    pixels[random.below(3 * 784)] = 255
    return .images(pixels, count: 3)
  },
  images.reads("images-many", trials: 2) { random, number in
    // A byte of 128 or more becomes negative if it is taken for an Int8.
    random.pictureFile(
      count: number == 0 ? 1_001 : 128 + random.below(32))
  },
  images.reads("images-none", section: faults, trials: 1) {
    _, _ in .images([], count: 0)
  },
  images.refuses("images-magic") {
    let whole = $0.pictureFile(count: 1)
    return [
      [0, 0, 8, 1], [0, 0, 8, 4], [0, 0, 13, 3], [80, 75, 8, 3], [3, 8, 0, 0],
    ].map(whole.withMagic) + whole.withEachOfMagicChanged(&$0)
  },
  images.refuses("images-dimensions") { random in
    // The second and the third have as many pixels as 28 × 28.
    let others = [(27, 28), (14, 56), (56, 14), (28, 32), (28, 27), (1, 784)]
    return others.map { (rows, columns) in
      let pixels = random.bytes(rows * columns)
      return BadFile(
        dimensions: .images(pixels, count: 1, rows: rows, columns: columns))
    } + random.pictureFile(count: 1).dimensionsOfBytes
      + [
        // Multiplying these lengths before checking them overflows Int.
        BadFile(
          dimensions: .images(
            random.bytes(784), count: largestLength, rows: largestLength,
            columns: largestLength)),
        BadFile(dimensions: .images([], count: 0, rows: 0, columns: 0)),
        BadFile(dimensions: .images([], count: 1, rows: 0, columns: 28)),
        BadFile(
          dimensions: .images([], count: largestLength, rows: 28, columns: 0)),
      ]
  },
  images.refuses("images-truncated") {
    $0.pictureFile(count: 2).truncations(header: 16)
  },
  images.refuses("images-surplus") {
    $0.pictureFile(count: 2).surpluses(one: 784)
  },
]

private let images = Reader(
  "readImages(_:)", section: "from-bytes-to-numbers", freedom: imagesFreedom,
  sample: .images([UInt8](repeating: 0, count: 784), count: 1), header: 16,
  reference: pixelsByHand,
  mistakes: [
    ("not-scaled", pixels { $0.map { Float($0) } }),
    ("by-256", pixels { $0.map { Float($0) / 256 } }),
    ("integer-division", pixels { $0.map { Float($0 / 255) } }),
    ("minus-one-to-one", pixels { $0.map { Float($0) / 127.5 - 1 } }),
    (
      "signed-bytes",
      pixels { $0.map { Float(Int8(bitPattern: $0)) / 255 } }
    ),
    (
      "by-largest",
      pixels { bytes in
        let largest = Float(bytes.max() ?? 255)
        return bytes.map { Float($0) / largest }
      }
    ), ("inverted", pixels { $0.map { 1 - Float($0) / 255 } }),
    ("header-not-skipped", start(at: 0)), ("header-not-skipped", start(at: 8)),
    ("header-not-skipped", start(at: 15)),
    (
      "rows-and-columns",
      { file in
        let n = file.lengths[0]
        let places = (0..<n * 784).map { place in
          place / 784 * 784 + place % 28 * 28 + place / 28 % 28
        }
        return try pictures(places.map { file.content[$0] }, n)
      }
    ),
    ("channel-missing", shape([28, 28])), ("channel-missing", shape([784])),
    ("channel-last", shape([28, 28, 1])),
    (
      "one-byte-count",
      { file in
        let n = file.lengths[0] & 255
        return try pictures(file.content.prefix(n * 784), n)
      }
    ), ("first-image-only", { try pictures($0.content.prefix(784), 1) }),
  ],
  telling: { random, number in
    arguments(random.pictureFile(count: 1 + number % 3).bytes)
  })

private typealias Reading = @Sendable (IDXFile) throws -> WireValue

private func pixels(
  _ imitation: @escaping @Sendable ([UInt8]) -> [Float]
) -> Reading {
  { file in
    .tensor(
      Tensor(imitation(file.content), shape: [file.lengths[0], 1, 28, 28]))
  }
}

/// Reads the pixels from the wrong position.
private func start(at place: Int) -> Reading {
  { file in
    try pictures(
      file.bytes.dropFirst(place).prefix(file.content.count), file.lengths[0])
  }
}

private func shape(_ rest: [Int]) -> Reading {
  { file in
    let right = scaled(file.content, count: file.lengths[0])
    return .tensor(right.reshaped([file.lengths[0]] + rest))
  }
}

private func pictures(
  _ pixels: some Collection<UInt8>, _ count: Int
) throws -> WireValue {
  guard pixels.count == count * 784 else { throw NoImitation() }
  return .tensor(scaled(pixels, count: count))
}

// MARK: - Labels

private let labelChecks: [Check] = [
  labels.reads("labels-example", trials: 1) {
    _, _ in .labels([9, 0, 0, 3])
  },
  labels.reads("labels-values", trials: labelCounts.count) { random, n in
    .labels(random.labels(labelCounts[n % labelCounts.count]))
  },
  labels.reads("labels-many", trials: 4) { random, n in
    .labels(random.labels([300, 70_000, 32_968, 65_530][n % 4]))
  },
  labels.reads("labels-none", section: faults, trials: 1) {
    _, _ in .labels([])
  },
  labels.refuses("labels-magic") {
    let whole = IDXFile.labels($0.labels(12))
    return [
      [0, 0, 8, 3], [0, 0, 8, 2], [0, 0, 9, 1], [31, 139, 8, 1], [1, 8, 0, 0],
    ].map(whole.withMagic) + whole.withEachOfMagicChanged(&$0)
  },
  labels.refuses("labels-truncated") {
    IDXFile.labels($0.labels(6)).truncations(header: 8)
  },
  labels.refuses("labels-surplus") {
    IDXFile.labels($0.labels(6)).surpluses(one: 1)
  },
  labels.refuses("labels-range") { random in
    // At the start, at the end, in the middle, alone, far behind, and each
    // number above 9.
    let middle = 1 + random.below(5)
    let cases: [(Int, Int, Int)] =
      [
        (0, 7, 10), (6, 7, 255), (middle, 7, 128), (6, 7, 10), (0, 7, 100),
        (middle, 7, 10), (0, 1, 11), (299, 300, 10), (1_999, 2_000, 10),
        (69_999, 70_000, 255),
      ] + (10...255).map { ($0 % 3, 3, $0) }
    return cases.map { (place, count, label) in
      var all = random.labels(count)
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
  "readLabels(_:)", section: "the-labels", freedom: labelsFreedom,
  sample: .labels([9, 0, 0, 3, 1, 2, 5, 4, 8]), header: 8,
  reference: { (idx: [UInt8]) in
    let labels = try content(of: idx, magic: [0, 0, 8, 1], example: [])
    guard labels.allSatisfy({ $0 < 10 }) else { throw NotWhole() }
    return labels.map { Int($0) }
  },
  mistakes: [false, true].flatMap(wrongStarts) + [
    ("first-label-forgotten", bytes { $0.content.dropFirst() }),
    ("header-of-images", bytes { $0.content.dropFirst(8) }),
    ("header-of-images", bytes { $0.content.dropFirst(4) }),
    ("off-by-one", { .integers($0.content.map { Int($0) + 1 }) }),
    ("off-by-one.low", { .integers($0.content.map { Int($0) - 1 }) }),
    ("one-byte-count", bytes { $0.content.prefix($0.lengths[0] & 255) }),
    ("last-label-forgotten", bytes { $0.content.dropLast() }),
    ("sorted", bytes { $0.content.sorted()[...] }),
  ],
  telling: { random, number in
    arguments(IDXFile.labels(random.labels(9 + number)).bytes)
  })

/// Labels that begin in the header, whose bytes may be above 9 and refused.
private func wrongStarts(areRefused: Bool) -> [(String, Reading)] {
  let starts: [(String, @Sendable (IDXFile) -> ArraySlice<UInt8>)] = [
    ("header-not-skipped.labels", { $0.bytes.prefix($0.content.count) }),
    ("header-not-skipped.labels", { $0.bytes[...] }),
    ("header-not-skipped.labels", { $0.bytes[4...] }),
    ("header-not-skipped.count", { $0.bytes[7...] }),
    ("header-not-skipped.count", { $0.bytes[7...].dropLast() }),
  ]
  return starts.map { key, labels in
    let reading: Reading = { file in
      let isRefused = areRefused && labels(file).contains { $0 > 9 }
      if isRefused { throw NoImitation() }
      return try bytes(labels)(file)
    }
    return (key, reading)
  }
}

/// Takes these bytes for the labels.
private func bytes(
  _ labels: @escaping @Sendable (IDXFile) -> ArraySlice<UInt8>
) -> Reading {
  { .integers(labels($0).map { Int($0) }) }
}

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
