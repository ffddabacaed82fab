// Each output has a factor for each feature.
// fails: scale-start
// mistake: factor-matrix

private struct Scale: Layer {
  var factors: Tensor

  init(_ d: Int) { factors = Tensor.ones(shape: [d, d]).trackingGradients() }

  func callAsFunction(_ x: Tensor) -> Tensor { x.matmul(factors) }

  var parameters: [Tensor] {
    get { [factors] }
    set { factors = newValue[0] }
  }

  var description: String { "Scale(\(factors.count))" }
}
