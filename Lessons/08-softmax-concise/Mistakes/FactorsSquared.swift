// Each feature is multiplied by its factor twice.
// fails: scale-output
// mistake: none

private struct Scale: Layer {
  var factors: Tensor

  init(_ d: Int) { factors = Tensor.ones(shape: [d]).trackingGradients() }

  func callAsFunction(_ x: Tensor) -> Tensor { x * factors * factors }

  var parameters: [Tensor] {
    get { [factors] }
    set { factors = newValue[0] }
  }

  var description: String { "Scale(\(factors.count))" }
}
