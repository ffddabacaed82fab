// The factors do not track gradients.
// fails: scale-learns
// mistake: not-tracking

private struct Scale: Layer {
  var factors: Tensor

  init(_ d: Int) { factors = Tensor.ones(shape: [d]) }

  func callAsFunction(_ x: Tensor) -> Tensor { x * factors }

  var parameters: [Tensor] {
    get { [factors] }
    set { factors = newValue[0] }
  }

  var description: String { "Scale(\(factors.count))" }
}
