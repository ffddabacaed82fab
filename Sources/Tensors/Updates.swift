// Updates in place.
//
// Two copies of a leaf are one place in the graph, as they are one value, until
// one of them is written to. That one becomes a leaf of its own, and takes a
// copy of the gradient with it: so no gradient of the one reaches the other.

extension Tensor {
  /// Adds `b` to `a`.
  ///
  /// ```swift
  /// var a = Tensor([1, 2])
  /// a += Tensor([10, 20])
  /// print(a)  // prints [11.0, 22.0]
  /// ```
  ///
  /// Inside ``withoutGradients(_:)``, a leaf stays a leaf: it goes on tracking
  /// gradients, and keeps the one it has until you clear it. So one step of
  /// training can be written:
  ///
  /// ```swift
  /// var w = Tensor([3]).trackingGradients()
  /// for _ in 1...2 {
  ///   (w * w).sum().backward()
  ///   withoutGradients { w -= w.gradient! * 0.25 }
  ///   w.clearGradient()
  /// }
  /// print(w)  // prints [0.75]
  /// ```
  ///
  /// Outside, `a += b` means `a = a + b`, and is recorded if `a` or `b` is
  /// tracked: `a` is then a result and no longer a leaf, its `gradient` is
  /// `nil`, and `backward()` passes through it to the leaf that it was.
  public static func += (a: inout Tensor, b: Tensor) { a.update("+=", a + b) }
  /// Subtracts `b` from `a`; what becomes of a leaf, `+=` says.
  public static func -= (a: inout Tensor, b: Tensor) { a.update("-=", a - b) }
  /// Multiplies `a` by `b`; what becomes of a leaf, `+=` says.
  public static func *= (a: inout Tensor, b: Tensor) { a.update("*=", a * b) }
  /// Divides `a` by `b`; what becomes of a leaf, `+=` says.
  public static func /= (a: inout Tensor, b: Tensor) { a.update("/=", a / b) }

  /// Adds a number to every element of `a`.
  ///
  /// ```swift
  /// var a = Tensor([1, 2])
  /// a += 1
  /// print(a)  // prints [2.0, 3.0]
  /// ```
  public static func += (a: inout Tensor, b: Float) { a += Tensor(b) }
  /// Subtracts a number from every element of `a`.
  public static func -= (a: inout Tensor, b: Float) { a -= Tensor(b) }
  /// Multiplies every element of `a` by a number.
  public static func *= (a: inout Tensor, b: Float) { a *= Tensor(b) }
  /// Divides every element of `a` by a number.
  public static func /= (a: inout Tensor, b: Float) { a /= Tensor(b) }

  /// Puts `result` in the place of this tensor, which stays a leaf if it is
  /// one and nothing is being recorded.
  private mutating func update(_ operation: String, _ result: Tensor) {
    guard node?.isLeaf == true, !Tracking.isOn else {
      self = result
      return
    }
    if shape != result.shape {
      stop(
        operation, "shapes \(shape) and \(result.shape) of the result",
        "a tensor that tracks gradients must keep its shape")
    }
    storage = result.storage
    separateLeaf()
  }

  /// Makes sure that writing an element changes no other tensor: a leaf
  /// becomes one of its own, and a result of tracked tensors is refused.
  @usableFromInline
  mutating func prepareToWriteElement() {
    guard node?.isLeaf != false else {
      stop(
        "writing an element", "a tensor of shape \(shape) computed from others",
        "gradients flow through it: write into its detached() copy")
    }
    separateLeaf()
  }

  /// Makes a leaf that others may refer to, copies or graphs, a leaf of its
  /// own, with the same gradient; any other tensor stays what it is.
  package mutating func separateLeaf() {
    guard node?.isLeaf == true, !isKnownUniquelyReferenced(&node) else {
      return
    }
    node = Node(shape: shape, gradient: gradient)
  }
}
