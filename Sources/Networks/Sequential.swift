public import Tensors

/// Layers that are applied one after another.
///
/// ```swift
/// let model = Sequential { Flatten(); Linear(784, 10) }
/// print(model.parameters.map(\.shape))  // prints [[784, 10], [10]]
/// ```
public struct Sequential: Layer {
  /// The layers, first to last.
  public var layers: [any Layer]

  /// A model of the layers listed in the closure.
  public init(@LayerBuilder _ layers: () -> [any Layer]) {
    self.layers = layers()
  }

  /// The output of the last layer.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    layers.reduce(x) { $1($0) }
  }

  /// The parameters of all layers, in order.
  public var parameters: [Tensor] {
    get { layers.flatMap(\.parameters) }
    set {
      var rest = newValue[...]
      for i in layers.indices {
        let count = layers[i].parameters.count
        if count > 0 { layers[i].parameters = Array(rest.prefix(count)) }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// The state of each layer, its names prefixed by the layer's index, as in
  /// `1.weight`.
  public var state: [String: Tensor] {
    get {
      layers.enumerated().reduce(into: [:]) { state, layer in
        for (name, tensor) in layer.element.state {
          state["\(layer.offset).\(name)"] = tensor
        }
      }
    }
    set {
      requireState(newValue)
      for i in layers.indices {
        let prefix = "\(i)."
        let own = newValue.filter { $0.key.hasPrefix(prefix) }
        layers[i].state = Dictionary(
          uniqueKeysWithValues: own.map {
            (String($0.key.dropFirst(prefix.count)), $0.value)
          })
      }
    }
  }

  /// Sets the weights and biases of all layers to new values.
  public mutating func initialize(
    weights: Initializer, biases: Initializer = .zeros,
    using generator: inout SeededGenerator
  ) {
    for i in layers.indices {
      layers[i].initialize(weights: weights, biases: biases, using: &generator)
    }
  }

  /// The layers as a tree, one per line.
  public var description: String {
    let lines = layers.enumerated().map { i, layer in
      let text = layer.description.split(separator: "\n")
        .joined(separator: "\n  ")
      return "  (\(i)): \(text)\n"
    }
    return "Sequential(\n" + lines.joined() + ")"
  }
}

/// Collects the layers listed in the closure of a ``Sequential``.
@resultBuilder
public enum LayerBuilder {
  /// One layer.
  public static func buildExpression(_ layer: any Layer) -> [any Layer] {
    [layer]
  }

  /// One layer after another.
  public static func buildBlock(_ layers: [any Layer]...) -> [any Layer] {
    layers.flatMap { $0 }
  }

  /// The layers of a loop.
  public static func buildArray(_ layers: [[any Layer]]) -> [any Layer] {
    layers.flatMap { $0 }
  }

  /// The layers of an `if`.
  public static func buildOptional(_ layers: [any Layer]?) -> [any Layer] {
    layers ?? []
  }

  /// The layers of the first branch.
  public static func buildEither(first: [any Layer]) -> [any Layer] { first }

  /// The layers of the second branch.
  public static func buildEither(second: [any Layer]) -> [any Layer] { second }
}
