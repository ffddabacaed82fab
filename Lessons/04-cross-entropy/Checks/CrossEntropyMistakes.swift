internal import Checks
internal import Tensors
internal import Wire

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Mistakes that more than one function of lesson 04 knows.
extension CrossEntropy {
  static func overflow<each Argument: WireConvertible>(
    _ imitation: @escaping @Sendable (repeat each Argument) throws -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "no-maximum",
      "exp overflows to infinity for scores above 88, and to 0 far below. "
        + "Subtract the row's largest score before taking exp.",
      section: "log-sum-exp-without-overflow", imitation: imitation)
  }

  static func signForgotten(
    _ imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "sign-forgotten",
      "The sign is the wrong way round: the logarithm of a probability is "
        + "negative, and the loss is minus the logarithm.",
      section: "the-loss-of-one-example", imitation: imitation)
  }

  static func baseTwo(
    _ losses: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake(
      "base-two",
      "You took logarithms to base 2, which gives the loss in bits; here they "
        + "are natural ones, `log()`.",
      section: "the-loss-of-one-example"
    ) { (x: Tensor, y: [Int]) in losses(x, y) / Float(log(2.0)) }
  }

  static let columnVector =
    "The numbers are right, but they stand in a column of shape [n, 1]; the "
    + "result has shape [n]."

  /// One number for the whole batch, or a column.
  static func mistakesOfShape(
    _ section: String,
    _ losses: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> [KnownMistake] {
    let mean =
      "You returned the mean over the rows; wanted is one loss for each row, "
      + "of shape [n]."
    let sum =
      "You returned the sum over the rows; wanted is one loss for each row, of "
      + "shape [n]."
    return [
      KnownMistake("mean", mean, section: section) { (x: Tensor, y: [Int]) in
        losses(x, y).mean()
      },
      KnownMistake("mean", mean, section: section) { (x: Tensor, y: [Int]) in
        losses(x, y).mean().reshaped([1])
      },
      KnownMistake("sum", sum, section: section) { (x: Tensor, y: [Int]) in
        losses(x, y).sum()
      },
      KnownMistake("sum", sum, section: section) { (x: Tensor, y: [Int]) in
        losses(x, y).sum().reshaped([1])
      },
      KnownMistake(
        "divided-by-n",
        "You divided each loss by the number of rows; each row keeps its own "
          + "loss.",
        section: section
      ) { (x: Tensor, y: [Int]) in losses(x, y) / Float(y.count) },
      KnownMistake(
        "column-vector", columnVector, section: section
      ) { (x: Tensor, y: [Int]) in losses(x, y).reshaped([-1, 1]) },
    ]
  }

  /// The class before the right one, or the class after it.
  static func offByOne(
    _ section: String,
    _ imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> [KnownMistake] {
    [-1, 1].map { shift in
      KnownMistake(
        "off-by-one",
        "You took the class beside the right one: labels are counted from 0.",
        section: section
      ) { (x: Tensor, y: [Int]) throws in
        let labels = y.map { $0 + shift }
        guard labels.allSatisfy({ 0..<x.shape[1] ~= $0 }) else {
          throw NoImitation()
        }
        return imitation(x, labels)
      }
    }
  }
}
