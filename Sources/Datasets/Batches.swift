public import Tensors

/// Examples in batches: a sequence of pairs `(x, y)` of examples x and their
/// targets y.
///
/// The targets are labels, `[Int]`, or, for a regression, rows of a `Tensor`.
/// Batches with labels are also called ``MiniBatches``.
///
/// ```swift
/// let x = Tensor([[1, 2], [3, 4], [5, 6]])
/// for (x, y) in Batches(x, [0, 1, 1], batchSize: 2) { print(x.shape, y) }
/// // prints [2, 2] [0, 1]
/// //        [1, 2] [1]
/// ```
///
/// The order is part of the value, so every pass over the same value gives the
/// same batches; ``shuffled(using:)`` gives the batches of another epoch.
public struct Batches<Targets: Sendable>: Sequence, Sendable {
  /// The number of examples per batch; the last batch may have fewer.
  public let batchSize: Int
  /// Whether to leave out a last batch that is not full.
  public let droppingLast: Bool
  /// The order of the examples; `nil` for the order in which they are stored.
  public private(set) var order: [Int]?
  /// The examples.
  private var source: ExampleSource<Targets>
  /// Called for each batch that a pass returns.
  private var tell: (@Sendable (_ done: Int, _ count: Int) -> Void)?

  init(
    _ source: ExampleSource<Targets>, batchSize: Int, order: [Int]?,
    droppingLast: Bool
  ) {
    guard batchSize > 0 else {
      stop(
        "MiniBatches", "batch size \(batchSize)",
        "a batch must have at least one example")
    }
    if let wrong = order?.first(where: { !(0..<source.count ~= $0) }) {
      stop(
        "MiniBatches", "example \(wrong)",
        "the order must contain only numbers in 0..<\(source.count)")
    }
    self.source = source
    self.batchSize = batchSize
    self.droppingLast = droppingLast
    self.order = order
  }

  /// The same examples in a new random order.
  ///
  /// ```swift
  /// let x = Tensor([[1, 2], [3, 4]])
  /// var generator = SeededGenerator(seed: 1)
  /// let batches = Batches(x, [3, 7], batchSize: 2).shuffled(using: &generator)
  /// print(batches[0].y.sorted())  // prints [3, 7]
  /// ```
  public func shuffled(using generator: inout SeededGenerator) -> Batches {
    var batches = self
    // Sorted, so that the result depends only on the examples and the generator.
    let examples = order?.sorted() ?? Array(0..<source.count)
    batches.order = generator.permutation(of: examples.count).map {
      examples[$0]
    }
    return batches
  }

  /// The same examples, as images that are resized when they are drawn.
  func resized(by resize: Resize) -> Batches {
    var batches = self
    batches.source = source.resized(resize)
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
  ) -> Batches {
    var batches = self
    batches.tell = tell
    return batches
  }

  /// The number of examples in one pass.
  public var exampleCount: Int {
    let all = order?.count ?? source.count
    return droppingLast ? all / batchSize * batchSize : all
  }

  /// The number of batches in one pass.
  public var count: Int { (exampleCount + batchSize - 1) / batchSize }

  /// The number of batches, which is known exactly.
  public var underestimatedCount: Int { count }

  /// Batch `i` of a pass.
  public subscript(i: Int) -> (x: Tensor, y: Targets) {
    examples(range(ofBatch: i))
  }

  /// The range of batch `i` within the order.
  package func range(ofBatch i: Int) -> Range<Int> {
    guard 0..<count ~= i else {
      stop("MiniBatches", "batch \(i)", "there are \(count) batches")
    }
    return i * batchSize..<Swift.min((i + 1) * batchSize, exampleCount)
  }

  /// The examples of a range of the order.
  package func examples(_ range: Range<Int>) -> (x: Tensor, y: Targets) {
    let indices = indices(range)
    return (source.inputs(indices), source.targets(indices))
  }

  /// The targets of a range of the order.
  package func targets(_ range: Range<Int>) -> Targets {
    source.targets(indices(range))
  }

  private func indices(_ range: Range<Int>) -> [Int] {
    order.map { Array($0[range]) } ?? Array(range)
  }

  /// One pass over the batches.
  public func makeIterator() -> Iterator { Iterator(batches: self) }

  /// Draws each batch on a second thread while the previous one is in use.
  public struct Iterator: IteratorProtocol {
    private let count: Int
    private let tell: (@Sendable (Int, Int) -> Void)?
    private let worker: Worker<Int, (x: Tensor, y: Targets)>
    private var position = 0

    fileprivate init(batches: Batches) {
      count = batches.count
      tell = batches.tell
      worker = Worker { batches[$0] }
      if count > 0 { worker.begin(0) }
    }

    /// The next batch, or `nil` at the end of the pass.
    public mutating func next() -> (x: Tensor, y: Targets)? {
      guard position < count else { return nil }
      let batch = worker.finish()
      tell?(position, count)
      position += 1
      if position < count { worker.begin(position) }
      return batch
    }
  }
}
