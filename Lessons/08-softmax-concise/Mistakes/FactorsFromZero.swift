// The factors begin at 0, as those of `Linear` do.
// fails: scale-start
// mistake: factors-from-zero

private struct Scale: Layer {
  var factors: Tensor

  init(_ d: Int) { factors = Tensor.zeros(shape: [d]).trackingGradients() }

  func callAsFunction(_ x: Tensor) -> Tensor { x * factors }

  var parameters: [Tensor] {
    get { [factors] }
    set { factors = newValue[0] }
  }

  var description: String { "Scale(\(factors.count))" }
}
