import Synchronization

/// A node of the computation graph: the operands that a tensor was computed
/// from or, for a leaf, the gradient accumulated so far.
///
/// Every computation builds a new graph, which lives as long as some tensor
/// refers to it.
@usableFromInline
final class Node: Sendable {
  /// An operand, and the function from the gradient of the result to the
  /// operand's share of it.
  struct Edge: Sendable {
    let operand: Node
    let pullback: @Sendable (Tensor) -> Tensor
  }

  let shape: [Int]
  let gradient: Mutex<Tensor?>

  /// Whether this is a leaf, which was not computed from other nodes; only
  /// leaves keep gradients.
  let isLeaf: Bool

  private let links: Mutex<[Edge]>

  var edges: [Edge] { links.withLock { $0 } }

  init(shape: [Int], edges: [Edge] = [], gradient: Tensor? = nil) {
    self.shape = shape
    links = Mutex(edges)
    isLeaf = edges.isEmpty
    self.gradient = Mutex(gradient)
  }

  /// Releases the operands without recursion: a long computation is a long
  /// chain of nodes, and nested deinits would overflow the stack.
  deinit {
    var released = takeOperands()
    while var node = released.popLast() {
      if isKnownUniquelyReferenced(&node) { released += node.takeOperands() }
    }
  }

  private func takeOperands() -> [Node] {
    links.withLock { links in
      let operands = links.map(\.operand)
      links = []
      return operands
    }
  }

  /// This node and all nodes it was computed from, each before its operands.
  ///
  /// Not recursive, so that a long computation does not overflow the stack.
  func sorted() -> [Node] {
    var sorted: [Node] = []
    var seen: Set = [ObjectIdentifier(self)]
    var path: [(node: Node, next: Int)] = [(self, 0)]
    while let (node, next) = path.last {
      if next == node.edges.count {
        sorted.append(node)
        path.removeLast()
      } else {
        path[path.count - 1].next += 1
        let operand = node.edges[next].operand
        if seen.insert(ObjectIdentifier(operand)).inserted {
          path.append((operand, 0))
        }
      }
    }
    return sorted.reversed()
  }
}

/// Whether operations are recorded in the graph.
enum Tracking {
  @TaskLocal static var isOn = true
}

/// Runs `body` without recording its operations for gradients.
///
/// ```swift
/// let w = Tensor([1, 2]).trackingGradients()
/// let y = withoutGradients { w * 2 }
/// print(y.isTrackingGradients)  // prints false
/// ```
public func withoutGradients<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  try withTracking(false, body)
}

/// Runs `body` with or without recording its operations.
func withTracking<Result, Failure: Error>(
  _ isOn: Bool, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let result: Swift.Result<Result, Failure> = Tracking.$isOn.withValue(isOn) {
    do throws(Failure) { return .success(try body()) } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

extension Tensor {
  /// The edge from a result to this operand; `nil` if the operand is not
  /// tracked.
  ///
  /// `pullback` takes the gradient with respect to the result and returns the
  /// gradient with respect to this operand. If the operand was broadcast, the
  /// broadcast axes are summed afterwards.
  func edge(
    _ pullback: @escaping @Sendable (Tensor) -> Tensor
  ) -> Node.Edge? {
    node.map { Node.Edge(operand: $0, pullback: pullback) }
  }

  /// This value, as the result of an operation with the given edges.
  func recording(_ edges: Node.Edge?...) -> Tensor { recording(edges) }

  func recording(_ edges: [Node.Edge?]) -> Tensor {
    let edges = edges.compactMap { $0 }
    guard !edges.isEmpty, Tracking.isOn else { return self }
    var result = self
    result.node = Node(shape: shape, edges: edges)
    return result
  }

  /// This value as a leaf of the graph: results computed from it can be
  /// differentiated with respect to it.
  ///
  /// ```swift
  /// let x = Tensor([1, 2, 3]).trackingGradients()
  /// (x * x).sum().backward()
  /// print(x.gradient!)  // prints [2.0, 4.0, 6.0]
  /// ```
  public func trackingGradients() -> Tensor {
    var leaf = self
    leaf.node = Node(shape: shape)
    return leaf
  }

  /// The same value outside the graph; no gradient flows through it.
  ///
  /// ```swift
  /// let x = Tensor([1]).trackingGradients()
  /// print(x.detached().isTrackingGradients)  // prints false
  /// ```
  public func detached() -> Tensor {
    Tensor(unchecked: values, shape: shape)
  }

  /// Whether operations on this tensor are recorded.
  ///
  /// ```swift
  /// print(Tensor([1]).isTrackingGradients)  // prints false
  /// ```
  public var isTrackingGradients: Bool { node != nil }

  /// The sum of the gradients that have reached this leaf since it was last
  /// cleared, in the leaf's shape; `nil` if there were none.
  ///
  /// ```swift
  /// let x = Tensor([1, 2]).trackingGradients()
  /// (x * 3).sum().backward()
  /// print(x.gradient!)  // prints [3.0, 3.0]
  /// ```
  public var gradient: Tensor? { node?.gradient.withLock { $0 } }

  /// Discards the gradient of this leaf.
  ///
  /// ```swift
  /// let x = Tensor([1, 2]).trackingGradients()
  /// (x * 3).sum().backward()
  /// x.clearGradient()
  /// print(x.gradient == nil)  // prints true
  /// ```
  public func clearGradient() {
    node?.gradient.withLock { $0 = nil }
  }

  /// Differentiates this single number with respect to every leaf that it was
  /// computed from, and adds the result to the leaf's gradient.
  ///
  /// ```swift
  /// let x = Tensor([3]).trackingGradients()
  /// (x * x + x).sum().backward()
  /// print(x.gradient!)  // prints [7.0]
  /// ```
  ///
  /// The tensor must have one element and be tracked. Reverse-mode
  /// differentiation: walks the graph from the result to its leaves. A node is
  /// visited after all nodes computed from it, so that its gradient is complete
  /// when it is passed on.
  public func backward() {
    requireOneElement("backward")
    guard let node else {
      stop(
        "backward", "an untracked tensor of shape \(shape)",
        "it must be computed from a tensor that is tracking gradients")
    }
    node.backpropagate { $0.accumulate($1) }
  }

  /// Stops unless this is a single number, the only thing to differentiate.
  func requireOneElement(_ operation: String) {
    if count != 1 {
      stop(
        operation, "shape \(shape)",
        "only a single number has a gradient: take a sum or a mean first")
    }
  }
}

extension Node {
  /// Passes each leaf that this node, a single number, was computed from the
  /// gradient with respect to it.
  func backpropagate(_ receive: (Node, Tensor) -> Void) {
    withoutGradients {
      var arrived = [ObjectIdentifier(self): Tensor.ones(shape: shape)]
      for node in sorted() {
        guard let gradient = arrived.removeValue(forKey: ObjectIdentifier(node))
        else { continue }
        if node.isLeaf { receive(node, gradient) }
        for edge in node.edges {
          let part = edge.pullback(gradient).summed(to: edge.operand.shape)
          let key = ObjectIdentifier(edge.operand)
          arrived[key] = arrived[key].map { $0 + part } ?? part
        }
      }
    }
  }

  fileprivate func accumulate(_ part: Tensor) {
    gradient.withLock { gradient in
      gradient = gradient.map { $0 + part } ?? part
    }
  }
}
