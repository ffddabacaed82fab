internal import Checks
internal import References
internal import Tensors

/// The ways in which confusion matrices and predictions may vary.
let shiftFreedom = [
  FreeDimension("classes", [1, 2, 3, 4, 5, 6, 8, 10]) {
    (_: Tensor, mu: Tensor) in mu.count
  },
  FreeDimension("the first diagonal number is 0") { (c: Tensor, _: Tensor) in
    c.count > 1 && c[0, 0] == 0
  },
  FreeDimension("the last diagonal number is 0") { (c: Tensor, _: Tensor) in
    let last = c.shape[0] - 1
    return last > 0 && c[last, last] == 0
  },
  FreeDimension("the first diagonal number is nearly 0") {
    (c: Tensor, _: Tensor) in
    c.count > 1 && c[0, 0] != 0 && c[0, 0].magnitude < 1e-5
  },
  FreeDimension("the first two of a column are 0") { (c: Tensor, _: Tensor) in
    c.shape[0] > 2 && c[0, 0] == 0 && c[1, 0] == 0
  },
  FreeDimension("the second division is by 0") { (c: Tensor, _: Tensor) in
    c.shape[0] > 2 && c[0, 0] != 0
      && c[0, 0] * c[1, 1] == c[0, 1] * c[1, 0]
  },
  FreeDimension("the second division is by nearly 0") {
    (c: Tensor, _: Tensor) in
    guard c.shape[0] > 2 else { return false }
    let minor = c[0, 0] * c[1, 1] - c[0, 1] * c[1, 0]
    return minor != 0 && minor.magnitude < 1e-7
  },
  FreeDimension("a class is never predicted") { (_: Tensor, mu: Tensor) in
    mu.values.contains(0)
  },
  FreeDimension("every class is predicted") { (_: Tensor, mu: Tensor) in
    !mu.values.contains(0)
  },
]
