// One factor serves all features.
// fails: scale-start
// mistake: one-factor

private struct Scale: Layer {
  var factors: Tensor

  init(_ d: Int) { factors = Tensor([1]).trackingGradients() }

  func callAsFunction(_ x: Tensor) -> Tensor { x * factors }

  var parameters: [Tensor] {
    get { [factors] }
    set { factors = newValue[0] }
  }

  var description: String { "Scale(\(factors.count))" }
}
