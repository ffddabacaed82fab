public import Tensors

/// Examples and their labels in batches: a sequence of pairs `(x: Tensor, y:
/// [Int])`.
///
/// ```swift
/// let data = FashionMNIST(images: [0, 255], labels: [3, 7], rows: 1, columns: 1)
/// for (x, y) in MiniBatches(data, batchSize: 1) { print(x.values, y) }
/// // prints [0.0] [3]
/// //        [1.0] [7]
/// ```
public typealias MiniBatches = Batches<[Int]>

extension MiniBatches {
  /// Batches of images, with x of shape `[n, 1, 28, 28]` and pixels in 0...1.
  ///
  /// They come in the order of the files or in the given `order`, whose indices
  /// must lie in `0..<data.count`. The batch size must be positive.
  public init(
    _ data: FashionMNIST, batchSize: Int, order: [Int]? = nil,
    droppingLast: Bool = false
  ) {
    self.init(
      ExampleSource(data), batchSize: batchSize, order: order,
      droppingLast: droppingLast)
  }

  /// Batches of images in a random order, drawn from `generator`.
  public init(
    _ data: FashionMNIST, batchSize: Int,
    shuffledBy generator: inout SeededGenerator, droppingLast: Bool = false
  ) {
    self.init(
      data, batchSize: batchSize, order: generator.permutation(of: data.count),
      droppingLast: droppingLast)
  }

  /// Batches of any examples with labels: x of shape `[n, …]` and n labels.
  ///
  /// ```swift
  /// let x = Tensor([[5.1, 3.5], [6.7, 3.1]])
  /// print(MiniBatches(x, [0, 2], batchSize: 2)[0].y)  // prints [0, 2]
  /// ```
  ///
  /// All values must be finite. The loss checks that labels are below the number
  /// of classes, because the model determines that number.
  public init(
    _ x: Tensor, _ labels: [Int], batchSize: Int, order: [Int]? = nil,
    droppingLast: Bool = false
  ) {
    self.init(
      ExampleSource(x, labels), batchSize: batchSize, order: order,
      droppingLast: droppingLast)
  }

  /// The same batches of images, resized as they are drawn.
  ///
  /// ```swift
  /// let data = FashionMNIST(images: [7], labels: [3], rows: 1, columns: 1)
  /// let batches = MiniBatches(data, batchSize: 1).resized(rows: 3, columns: 2)
  /// print(batches[0].x.shape)  // prints [1, 1, 3, 2]
  /// ```
  ///
  /// Stops the program if the examples were given as a tensor.
  public func resized(rows: Int, columns: Int) -> MiniBatches {
    resized(by: Resize(rows: rows, columns: columns))
  }
}

extension Batches where Targets == Tensor {
  /// Batches for a regression: x of shape `[n, …]` and targets y of shape
  /// `[n, …]`.
  ///
  /// ```swift
  /// let x = Tensor([[1], [2], [3]])
  /// let batches = Batches(x, 2 * x, batchSize: 2)
  /// print(batches[1].y)  // prints [[6.0]]
  /// ```
  ///
  /// All values must be finite.
  public init(
    _ x: Tensor, _ y: Tensor, batchSize: Int, order: [Int]? = nil,
    droppingLast: Bool = false
  ) {
    self.init(
      ExampleSource(x, y), batchSize: batchSize, order: order,
      droppingLast: droppingLast)
  }
}
