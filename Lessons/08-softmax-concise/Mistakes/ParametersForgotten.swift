// The layer keeps its factors to itself.
// fails: scale-start
// mistake: no-parameters

private struct Scale: Layer {
  let factors: Tensor

  init(_ d: Int) { factors = Tensor.ones(shape: [d]).trackingGradients() }

  func callAsFunction(_ x: Tensor) -> Tensor { x * factors }

  var description: String { "Scale(\(factors.count))" }
}
