public import Tensors

/// A data set in batches: a sequence of pairs `(x: Tensor, y: [Int])`.
///
/// x has shape `[n, 1, 28, 28]` with pixels in 0...1, and y has n labels.
///
/// ```swift
/// let data = FashionMNIST(images: [0, 255], labels: [3, 7], rows: 1, columns: 1)
/// for (x, y) in MiniBatches(data, batchSize: 1) { print(x.values, y) }
/// // prints [0.0] [3]
/// //        [1.0] [7]
/// ```
///
/// The order is part of the value, so every pass over the same value gives the
/// same batches; ``shuffled(using:)`` gives those of another epoch.
public struct MiniBatches: Sequence, Sendable {
  /// The examples.
  public let data: FashionMNIST
  /// The number of examples per batch; the last batch may have fewer.
  public let batchSize: Int
  /// Whether to leave out a last batch that is not full.
  public let droppingLast: Bool
  /// The order of the examples; `nil` for the order of the files.
  public let order: [Int]?
  /// The size to which images are resized when a batch is drawn, if any.
  public private(set) var resize: Resize?
  /// Called for each batch that a pass returns.
  private var tell: (@Sendable (_ done: Int, _ count: Int) -> Void)?

  /// Batches in the order of the files or in the given `order`, whose indices
  /// must lie in `0..<data.count`.
  ///
  /// The batch size must be positive.
  public init(
    _ data: FashionMNIST, batchSize: Int, order: [Int]? = nil,
    droppingLast: Bool = false
  ) {
    guard batchSize > 0 else {
      stop(
        "MiniBatches", "batch size \(batchSize)",
        "a batch must have at least one example")
    }
    if let wrong = order?.first(where: { !(0..<data.count ~= $0) }) {
      stop(
        "MiniBatches", "example \(wrong)",
        "the order must contain only numbers in 0..<\(data.count)")
    }
    self.data = data
    self.batchSize = batchSize
    self.droppingLast = droppingLast
    self.order = order
  }

  /// Batches in a random order, drawn from `generator`.
  public init(
    _ data: FashionMNIST, batchSize: Int,
    shuffledBy generator: inout SeededGenerator, droppingLast: Bool = false
  ) {
    self.init(
      data, batchSize: batchSize, order: generator.permutation(of: data.count),
      droppingLast: droppingLast)
  }

  /// The same examples in a new random order.
  ///
  /// ```swift
  /// let data = FashionMNIST(images: [0, 9], labels: [3, 7], rows: 1, columns: 1)
  /// var generator = SeededGenerator(seed: 1)
  /// let batches = MiniBatches(data, batchSize: 2).shuffled(using: &generator)
  /// print(batches[0].y.sorted())  // prints [3, 7]
  /// ```
  public func shuffled(using generator: inout SeededGenerator) -> MiniBatches {
    var batches = MiniBatches(
      data, batchSize: batchSize, shuffledBy: &generator,
      droppingLast: droppingLast)
    batches.resize = resize
    batches.tell = tell
    return batches
  }

  /// The same batches with images of another size, resized as they are drawn.
  ///
  /// ```swift
  /// let data = FashionMNIST(images: [7], labels: [3], rows: 1, columns: 1)
  /// let batches = MiniBatches(data, batchSize: 1).resized(rows: 3, columns: 2)
  /// print(batches[0].x.shape)  // prints [1, 1, 3, 2]
  /// ```
  public func resized(rows: Int, columns: Int) -> MiniBatches {
    var batches = self
    batches.resize = Resize(rows: rows, columns: columns)
    return batches
  }

  /// The same batches, with a handler for progress.
  ///
  /// For each batch of a pass, it is called with the number of earlier batches
  /// and the number of all batches.
  ///
  /// ```swift
  /// let data = FashionMNIST(images: [0, 9], labels: [3, 7], rows: 1, columns: 1)
  /// let batches = MiniBatches(data, batchSize: 1).telling { print($0, "of", $1) }
  /// for (_, y) in batches { print(y) }
  /// // prints 0 of 2
  /// //        [3]
  /// //        1 of 2
  /// //        [7]
  /// ```
  public func telling(
    _ tell: @escaping @Sendable (_ done: Int, _ count: Int) -> Void
  ) -> MiniBatches {
    var batches = self
    batches.tell = tell
    return batches
  }

  /// The number of examples in one pass.
  public var exampleCount: Int {
    let all = order?.count ?? data.count
    return droppingLast ? all / batchSize * batchSize : all
  }

  /// The number of batches in one pass.
  public var count: Int { (exampleCount + batchSize - 1) / batchSize }

  /// The number of batches, which is known exactly.
  public var underestimatedCount: Int { count }

  /// Batch `i` of a pass.
  public subscript(i: Int) -> (x: Tensor, y: [Int]) {
    examples(range(ofBatch: i))
  }

  /// The range of batch `i` within the order.
  package func range(ofBatch i: Int) -> Range<Int> {
    guard 0..<count ~= i else {
      stop("MiniBatches", "batch \(i)", "there are \(count) batches")
    }
    return i * batchSize..<Swift.min((i + 1) * batchSize, exampleCount)
  }

  /// The labels of a range of the order.
  package func labels(_ range: Range<Int>) -> [Int] {
    range.map { Int(data.labels[order?[$0] ?? $0]) }
  }

  /// The examples of a range of the order.
  package func examples(_ range: Range<Int>) -> (x: Tensor, y: [Int]) {
    data.batch(order.map { Array($0[range]) } ?? Array(range), resize: resize)
  }

  /// One pass over the batches.
  public func makeIterator() -> Iterator { Iterator(batches: self) }

  /// Draws each batch on a second thread while the one before is in use.
  public struct Iterator: IteratorProtocol {
    private let count: Int
    private let tell: (@Sendable (Int, Int) -> Void)?
    private let worker: Worker<Int, (x: Tensor, y: [Int])>
    private var position = 0

    fileprivate init(batches: MiniBatches) {
      count = batches.count
      tell = batches.tell
      worker = Worker { batches[$0] }
      if count > 0 { worker.begin(0) }
    }

    /// The next batch, or `nil` at the end of the pass.
    public mutating func next() -> (x: Tensor, y: [Int])? {
      guard position < count else { return nil }
      let batch = worker.finish()
      tell?(position, count)
      position += 1
      if position < count { worker.begin(position) }
      return batch
    }
  }
}
