public import Datasets
public import Tensors

extension Layer {
  /// Writes the parameters to a file in the safetensors format, with the names
  /// and shapes of PyTorch's `state_dict()`.
  ///
  /// ```swift
  /// let model = Sequential { Flatten(); Linear(4, 2) }
  /// try model.save(to: "model.safetensors")
  /// let saved = try Safetensors.read("model.safetensors")
  /// print(saved.mapValues(\.shape).sorted { $0.key < $1.key })
  /// // prints [(key: "1.bias", value: [2]), (key: "1.weight", value: [2, 4])]
  /// ```
  ///
  /// A failure leaves an existing file as it was. In PyTorch,
  /// `model.load_state_dict(safetensors.torch.load_file(path))` reads the file
  /// into a model of the same layers.
  public func save(to path: String) throws(DataFileError) {
    try Safetensors.write(state, to: path)
  }

  /// Reads the parameters from a file that ``save(to:)`` or PyTorch wrote for a
  /// model of the same layers.
  ///
  /// ```swift
  /// var model = Sequential { Flatten(); Linear(4, 2) }
  /// try model.save(to: "model.safetensors")
  /// try model.load(from: "model.safetensors")
  /// ```
  ///
  /// Every name and every shape must be that of this model; otherwise an error
  /// is thrown, and the model stays as it is.
  public mutating func load(from path: String) throws(DataFileError) {
    let saved = try Safetensors.read(path)
    if let difference = difference(from: saved) {
      throw DataFileError(
        file: path, expected: difference.expected, found: difference.found,
        advice: "load it into a model with the same layers")
    }
    state = saved
  }

  /// The parameters, numbered from 0.
  public var state: [String: Tensor] {
    get {
      parameters.enumerated().reduce(into: [:]) {
        $0["\($1.offset)"] = $1.element.detached()
      }
    }
    set {
      requireState(newValue)
      parameters = parameters.enumerated().map {
        (newValue["\($0)"] ?? $1).trackingGradients()
      }
    }
  }

  /// Stops unless a new state has the names and the shapes of this one.
  func requireState(_ newState: [String: Tensor]) {
    if let difference = difference(from: newState) {
      stop("state", difference.found, "expected \(difference.expected)")
    }
  }

  /// The first name in which another state differs from this one.
  private func difference(
    from other: [String: Tensor]
  ) -> (expected: String, found: String)? {
    let (own, other) = (state.mapValues(\.shape), other.mapValues(\.shape))
    let names = Set(own.keys).union(other.keys).sorted()
    guard let name = names.first(where: { own[$0] != other[$0] }) else {
      return nil
    }
    func described(_ shape: [Int]?) -> String {
      let name = String(name.prefix(60)).debugDescription
      return shape.map { "\(name) of shape \($0)" } ?? "no \(name)"
    }
    return (described(own[name]), described(other[name]))
  }
}
