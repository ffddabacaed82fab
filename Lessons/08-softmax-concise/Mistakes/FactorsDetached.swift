// The output is computed from a copy that has no gradients.
// fails: scale-gradient
// mistake: gradient-missing

private struct Scale: Layer {
  var factors: Tensor

  init(_ d: Int) { factors = Tensor.ones(shape: [d]).trackingGradients() }

  func callAsFunction(_ x: Tensor) -> Tensor { x * factors.detached() }

  var parameters: [Tensor] {
    get { [factors] }
    set { factors = newValue[0] }
  }

  var description: String { "Scale(\(factors.count))" }
}
