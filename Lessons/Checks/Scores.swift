internal import Checks
internal import References
internal import Tensors
internal import Wire

// Labels and scores for the checks of several lessons.

// MARK: - How scores may vary

/// Numbers of columns, for functions that take any number of classes.
let longRows: [FreeDimension.Case] = [
  .within(1_001...2_000), .above(5_000),
]

/// The ways in which a matrix of scores may vary; `scores` selects the matrix
/// from the arguments of each call.
func scoresFreedom<each Argument: WireConvertible>(
  columns: [FreeDimension.Case] = [],
  _ scores: @escaping @Sendable (repeat each Argument) -> Tensor
) -> [FreeDimension] {
  let sizes: [FreeDimension.Case] = [1, 2, 3, .above(255)]
  return [
    FreeDimension("rows", sizes + [.above(65_535)]) {
      (argument: repeat each Argument) in
      scores(repeat each argument).shape[0]
    },
    FreeDimension("columns", sizes + columns) {
      (argument: repeat each Argument) in
      scores(repeat each argument).shape[1]
    },
    FreeDimension("as many rows as columns") {
      (argument: repeat each Argument) in
      let x = scores(repeat each argument)
      return x.shape[0] == x.shape[1] && x.count > 1
    },
    FreeDimension(
      "the largest magnitude",
      [
        0, .within(1e-7...1e-5), .within(0.1...10), .within(1e5...1e7),
        .within(1e9...1e11), .above(1e38),
      ]
    ) { (argument: repeat each Argument) in
      [Double(scores(repeat each argument).absolute().max().item)]
    },
    FreeDimension("only negative scores") { (argument: repeat each Argument) in
      scores(repeat each argument).max().item < 0
    },
    FreeDimension("scores that are not multiples of 0.1") {
      (argument: repeat each Argument) in
      scores(repeat each argument).values.contains {
        $0.magnitude < 100 && ($0 * 10 - ($0 * 10).rounded()).magnitude > 0.01
      }
    },
  ]
}
