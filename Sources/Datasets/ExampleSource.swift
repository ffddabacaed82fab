import Tensors

/// Examples that are drawn by their indices when a batch needs them.
struct ExampleSource<Targets: Sendable>: Sendable {
  /// The number of examples, n.
  let count: Int
  /// The examples with these indices, along the first axis.
  let inputs: @Sendable (_ indices: [Int]) -> Tensor
  /// The targets of these examples.
  let targets: @Sendable (_ indices: [Int]) -> Targets
  /// The same examples in another size, if they are images.
  let resized: @Sendable (Resize) -> ExampleSource
}

extension ExampleSource<[Int]> {
  /// Images that stay bytes until they are drawn.
  init(_ data: FashionMNIST, resize: Resize? = nil) {
    self.init(
      count: data.count, inputs: { data.inputs($0, resize: resize) },
      targets: { indices in indices.map { Int(data.labels[$0]) } },
      resized: { ExampleSource(data, resize: $0) })
  }

  /// Any examples with labels.
  init(_ x: Tensor, _ labels: [Int]) {
    self.init(
      x, labels.count, "\(labels.count) labels",
      targets: { indices in indices.map { labels[$0] } })
  }
}

extension ExampleSource<Tensor> {
  /// Any examples with targets.
  init(_ x: Tensor, _ y: Tensor) {
    let targets = y.detached()
    self.init(
      x, y.shape.first, "targets of shape \(y.shape)",
      targets: { targets.rows($0) })
    y.requireFinite("the targets")
  }
}

extension ExampleSource {
  private init(
    _ x: Tensor, _ targetCount: Int?, _ description: String,
    targets: @escaping @Sendable ([Int]) -> Targets
  ) {
    guard let count = x.shape.first, count == targetCount else {
      stop(
        "MiniBatches", "examples of shape \(x.shape) and \(description)",
        "there must be one target for each index of the first axis")
    }
    x.requireFinite("the examples")
    let inputs = x.detached()
    self.init(
      count: count, inputs: { inputs.rows($0) }, targets: targets,
      resized: { _ in
        stop(
          "resized", "examples of shape \(x.shape)",
          "only images that are bytes can be resized")
      })
  }
}

extension Tensor {
  /// Stops the program at a value that would turn every parameter into NaN.
  fileprivate func requireFinite(_ name: String) {
    guard let offset = values.firstIndex(where: { !$0.isFinite }) else {
      return
    }
    stop(
      "MiniBatches",
      "\(values[offset]) in row \(offset / (count / shape[0])) of \(name)",
      "all values must be finite")
  }
}
