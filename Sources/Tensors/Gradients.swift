import Synchronization

/// A place in the graph of a computation: where a tensor came from, and, for
/// a leaf, the gradient that has reached it.
///
/// The graph is made anew by every computation and lives as long as a tensor
/// that refers to it.
@usableFromInline
final class Node: Sendable {
  /// An operand, and what it receives of the gradient of the result.
  struct Edge: Sendable {
    let operand: Node
    let pullback: @Sendable (Tensor) -> Tensor
  }

  let shape: [Int]
  let gradient: Mutex<Tensor?>

  /// Whether this is a leaf, computed from nothing: where gradients stay.
  let isLeaf: Bool

  private let links: Mutex<[Edge]>

  var edges: [Edge] { links.withLock { $0 } }

  init(shape: [Int], edges: [Edge] = [], gradient: Tensor? = nil) {
    self.shape = shape
    links = Mutex(edges)
    isLeaf = edges.isEmpty
    self.gradient = Mutex(gradient)
  }

  /// Lets go of what it came from without recursion: a computation of many
  /// steps is a long chain, and each link would need its part of the stack.
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

  /// This node and all it came from, each before its operands.
  ///
  /// Without recursion, so that a long computation needs no deep stack.
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

/// Whether operations record where their results come from.
enum Tracking {
  @TaskLocal static var isOn = true
}

/// Runs `body` without recording where its results come from.
///
/// ```swift
/// let w = Tensor([1, 2]).trackingGradients()
/// let y = withoutGradients { w * 2 }
/// print(y.isTrackingGradients)  // prints false
/// ```
public func withoutGradients<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let result: Swift.Result<Result, Failure> = Tracking.$isOn.withValue(false) {
    do throws(Failure) { return .success(try body()) } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

extension Tensor {
  /// The edge from a result to this operand, if the operand is tracked.
  ///
  /// `pullback` gets the gradient with respect to the result and returns the
  /// gradient with respect to this operand; where the operand was broadcast,
  /// the broadcast axes are summed afterwards.
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

  /// This value as a leaf of the graph: what is computed from it can be
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

  /// The same value, outside the graph: no gradient passes it.
  ///
  /// ```swift
  /// let x = Tensor([1]).trackingGradients()
  /// print(x.detached().isTrackingGradients)  // prints false
  /// ```
  public func detached() -> Tensor {
    Tensor(unchecked: values, shape: shape)
  }

  /// Whether what is computed from this tensor is recorded.
  ///
  /// ```swift
  /// print(Tensor([1]).isTrackingGradients)  // prints false
  /// ```
  public var isTrackingGradients: Bool { node != nil }

  /// The sum of the gradients that reached this leaf since it was last
  /// cleared, of its own shape; `nil` if none did.
  ///
  /// ```swift
  /// let x = Tensor([1, 2]).trackingGradients()
  /// (x * 3).sum().backward()
  /// print(x.gradient!)  // prints [3.0, 3.0]
  /// ```
  public var gradient: Tensor? { node?.gradient.withLock { $0 } }

  /// Forgets the gradient of this leaf.
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

  /// Adds the gradient of this number to every leaf it was computed from.
  ///
  /// ```swift
  /// let x = Tensor([3]).trackingGradients()
  /// (x * x + x).sum().backward()
  /// print(x.gradient!)  // prints [7.0]
  /// ```
  ///
  /// Walks the graph from the result to its leaves, each node after all that
  /// were computed from it, so that it has its whole gradient when it passes
  /// it on: reverse-mode differentiation.
  public func backward() {
    guard count == 1 else {
      stop("backward", "shape \(shape)", "only a single number has a gradient")
    }
    guard let node else {
      stop(
        "backward", "an untracked tensor of shape \(shape)",
        "it must be computed from a tensor that is tracking gradients")
    }
    withoutGradients {
      var arrived = [ObjectIdentifier(node): Tensor.ones(shape: shape)]
      for node in node.sorted() {
        guard let gradient = arrived.removeValue(forKey: ObjectIdentifier(node))
        else { continue }
        if node.isLeaf { node.accumulate(gradient) }
        for edge in node.edges {
          let part = edge.pullback(gradient).summed(to: edge.operand.shape)
          let key = ObjectIdentifier(edge.operand)
          arrived[key] = arrived[key].map { $0 + part } ?? part
        }
      }
    }
  }
}

extension Node {
  fileprivate func accumulate(_ part: Tensor) {
    gradient.withLock { gradient in
      gradient = gradient.map { $0 + part } ?? part
    }
  }
}
