internal import Checks
internal import References
internal import Tensors

/// Judges that accept or reject too much.
let judgeMistakes: [KnownMistake] =
  [
    KnownMistake("accepts-everything") { (_: Tensor, _: Tensor) in true },
    KnownMistake("rejects-everything") { (_: Tensor, _: Tensor) in false },
    .judging("only-sums") { _, y in y.sumsAreOne(axis: 1) },
    .judging("only-probabilities") { _, y in
      y.isPositive && y.sumsAreOne(axis: 1)
    },
    .judging("only-probabilities") { _, y in
      y.min().item >= 0 && y.max().item <= 1 && y.sumsAreOne(axis: 1)
    },
    .judging("only-positive") { _, y in y.isPositive },
    .judging("only-winner") { x, y in x.argmax(axis: 1) == y.argmax(axis: 1) },
    .judging("only-winner") { x, y in
      y.isPositive && y.sumsAreOne(axis: 1)
        && x.argmax(axis: 1) == y.argmax(axis: 1)
    },
    .judging("only-order") { x, y in
      y.isPositive && y.sumsAreOne(axis: 1) && y.keepsOrder(of: x)
    },
    .judging("column-judge") { x, y in y.isClose(to: x.columnSoftmax) },
    .judging("column-judge") { x, y in
      y.isPositive && y.sumsAreOne(axis: 0)
    },
    .judging("first-row-only") { x, y in
      y.row(0).isClose(to: softmaxByHand(x).row(0))
    },
    .judging("errors-cancel") { x, y in
      (y - softmaxByHand(x)).sum().item.magnitude <= 1e-4
    },
    .judging("errors-cancel") { x, y in
      (y - softmaxByHand(x)).mean().item.magnitude <= 1e-4
    },
    .judging("errors-cancel") { x, y in
      zip(y.values, softmaxByHand(x).values).allSatisfy { $0 - $1 <= 1e-4 }
    },
    .judging("errors-diluted") { x, y in
      (y - softmaxByHand(x)).absolute().mean().item <= 1e-4
    },
    .judging("errors-diluted") { x, y in
      (y - softmaxByHand(x)).squared().mean().item <= 1e-6
    },
  ] + nanMistakes + strictMistakes + looseMistakes + [
    .judging("no-maximum.judge") { x, y in
      let exponentials = x.exp()
      return y.isClose(
        to: exponentials / exponentials.sum(axis: 1, keepingDimensions: true))
    },
    .judging("zero-forbidden") { x, y in
      y.values.allSatisfy { $0 > 0 } && y.isClose(to: softmaxByHand(x))
    },
    shapeUnchecked,
  ]

private let nanMistakes = [1e-3, 1e-4, 1e-5].map { (most: Float) in
  KnownMistake.judging("accepts-nan") { x, y in
    !zip(y.values, softmaxByHand(x).values).contains {
      ($0 - $1).magnitude > most
    }
  }
}

private let strictMistakes = [
  KnownMistake.judging("too-strict") { x, y in
    y.values == rightWays[1](x).values
  },
  .judging("too-strict") { x, y in
    y.isClose(to: rightWays[1](x), tolerance: 1e-7)
  },
  .judging("too-strict") { x, y in
    y.isClose(to: softmaxByHand(x), tolerance: 1e-6)
  },
  .judging("sums-exactly") { x, y in
    y.sum(axis: 1).values.allSatisfy { $0 == 1 }
      && y.isClose(to: softmaxByHand(x))
  },
  .judging("sums-exactly") { x, y in
    y.rows.allSatisfy { $0.reduce(0, +) == 1 }
      && y.isClose(to: softmaxByHand(x))
  },
  .judging("sums-exactly") { _, y in
    y.isPositive && y.sum(axis: 1).values.allSatisfy { $0 == 1 }
  },
]

private let looseMistakes = [0.01, 0.02, 0.05, 0.1].map { (most: Float) in
  KnownMistake.judging("too-loose") { x, y in
    y.isClose(to: softmaxByHand(x), tolerance: most)
  }
}

/// The numbers are compared, whatever the shapes: broadcasting makes them fit,
/// or the program stops.
private let shapeUnchecked = KnownMistake("shape-unchecked") {
  (x: Tensor, yHat: Tensor) throws in
  let pairs = zip(x.shape.reversed(), yHat.shape.reversed())
  guard pairs.allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else {
    throw NoImitation()
  }
  return (yHat - softmaxByHand(x)).absolute().max().item <= 1e-4
}

extension KnownMistake {
  /// A judge that checks the shape, and then only what is said.
  fileprivate static func judging(
    _ key: String,
    accepts: @escaping @Sendable (_ x: Tensor, _ yHat: Tensor) -> Bool
  ) -> KnownMistake {
    KnownMistake(key) { (x: Tensor, yHat: Tensor) in
      x.shape == yHat.shape && accepts(x, yHat)
    }
  }
}

extension Tensor {
  fileprivate var isPositive: Bool { values.allSatisfy { $0 >= 0 } }

  fileprivate func sumsAreOne(axis: Int) -> Bool {
    sum(axis: axis).values.allSatisfy { ($0 - 1).magnitude <= 1e-4 }
  }

  fileprivate func keepsOrder(of x: Tensor) -> Bool {
    zip(rows, x.rows).allSatisfy { shares, scores in
      let ordered = zip(scores, shares).sorted { $0 < $1 }.map(\.1)
      return zip(ordered, ordered.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }

  fileprivate var columnSoftmax: Tensor {
    let exponentials = (self - max(axis: 0)).exp()
    return exponentials / exponentials.sum(axis: 0)
  }
}
