internal import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

/// Mistakes that several functions of lesson 04 share.
extension CrossEntropy {
  static func overflow<each Argument: WireConvertible>(
    _ imitation: @escaping @Sendable (repeat each Argument) throws -> Tensor
  ) -> KnownMistake {
    KnownMistake("no-maximum", imitation: imitation)
  }

  static func signForgotten(
    _ imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake("sign-forgotten", imitation: imitation)
  }

  static func baseTwo(
    _ losses: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> KnownMistake {
    KnownMistake("base-two") { (x: Tensor, y: [Int]) in
      losses(x, y) / Float(log(2.0))
    }
  }

  /// Mistakes of shape: one number for the whole batch, or a column.
  static func mistakesOfShape(
    _ losses: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> [KnownMistake] {
    [
      KnownMistake("mean") { (x: Tensor, y: [Int]) in
        losses(x, y).mean()
      },
      KnownMistake("mean") { (x: Tensor, y: [Int]) in
        losses(x, y).mean().reshaped([1])
      },
      KnownMistake("sum") { (x: Tensor, y: [Int]) in
        losses(x, y).sum()
      },
      KnownMistake("sum") { (x: Tensor, y: [Int]) in
        losses(x, y).sum().reshaped([1])
      },
      KnownMistake("divided-by-n") { (x: Tensor, y: [Int]) in
        losses(x, y) / Float(y.count)
      },
      KnownMistake("column-vector") { (x: Tensor, y: [Int]) in
        losses(x, y).reshaped([-1, 1])
      },
    ]
  }

  /// Uses the class before the right one, or the class after it.
  static func offByOne(
    _ section: String,
    _ imitation: @escaping @Sendable (Tensor, [Int]) -> Tensor
  ) -> [KnownMistake] {
    [-1, 1].map { shift in
      KnownMistake("off-by-one") { (x: Tensor, y: [Int]) throws in
        let labels = y.map { $0 + shift }
        guard labels.allSatisfy({ 0..<x.shape[1] ~= $0 }) else {
          throw NoImitation()
        }
        return imitation(x, labels)
      }
    }
  }
}
