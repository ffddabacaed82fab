// The setter throws the new factors away.
// fails: scale-output
// mistake: factors-fixed

private struct Scale: Layer {
  var factors: Tensor

  init(_ d: Int) { factors = Tensor.ones(shape: [d]).trackingGradients() }

  func callAsFunction(_ x: Tensor) -> Tensor { x * factors }

  var parameters: [Tensor] {
    get { [factors] }
    set { _ = newValue }
  }

  var description: String { "Scale(\(factors.count))" }
}
