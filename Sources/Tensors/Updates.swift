// In-place updates.
//
// Copies of a leaf share one node until one of them is written to. The one that
// is written to gets a node of its own and a copy of the gradient, so that a
// gradient of one copy never reaches the other.

extension Tensor {
  /// Adds `b` to `a`.
  ///
  /// ```swift
  /// var a = Tensor([1, 2])
  /// a += Tensor([10, 20])
  /// print(a)  // prints [11.0, 22.0]
  /// ```
  ///
  /// Inside ``withoutGradients(_:)``, a leaf stays a leaf: it keeps tracking
  /// gradients, and keeps the gradient it has until you clear it. One training
  /// step can therefore be written like this:
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
  /// Outside, `a += b` means `a = a + b` and is recorded if `a` or `b` is
  /// tracked. Then `a` is a result and no longer a leaf: its `gradient` is
  /// `nil`, and `backward()` passes through it to the original leaf.
  public static func += (a: inout Tensor, b: Tensor) { a.update("+=", a + b) }
  /// Subtracts `b` from `a`; a leaf behaves as with `+=`.
  public static func -= (a: inout Tensor, b: Tensor) { a.update("-=", a - b) }
  /// Multiplies `a` by `b`; a leaf behaves as with `+=`.
  public static func *= (a: inout Tensor, b: Tensor) { a.update("*=", a * b) }
  /// Divides `a` by `b`; a leaf behaves as with `+=`.
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

  /// Replaces this tensor by `result`; a leaf stays a leaf if nothing is
  /// recorded.
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

  /// Ensures that writing an element changes no other tensor: gives a leaf its
  /// own node, and refuses a result of tracked tensors.
  @usableFromInline
  mutating func prepareToWriteElement() {
    guard node?.isLeaf != false else {
      stop(
        "writing an element", "a tensor of shape \(shape) computed from others",
        "gradients flow through it: write into its detached() copy")
    }
    separateLeaf()
  }

  /// Gives a leaf that is shared with copies or graphs a node of its own, with
  /// the same gradient; leaves any other tensor unchanged.
  package mutating func separateLeaf() {
    guard node?.isLeaf == true, !isKnownUniquelyReferenced(&node) else {
      return
    }
    node = Node(shape: shape, gradient: gradient)
  }
}
