internal import Checks
internal import Tensors

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The derivations of lesson 07, step by step.
let scratchDerivations: [Derivation] = [gradientOfWeights]

/// From the scores to the weights, by the chain rule.
///
/// Two examples of two pixels and three classes; a point is the pixels, the
/// weights, a number for the biases and the two right classes.
private let gradientOfWeights = Derivation(
  "gradientOfWeights",
  letters: .init(
    indices: ["i": 1...2, "k": 1...2, "j": 1...3], free: ["k", "j"],
    values: [
      "n": { _ in [2] },
      "x_{ik}": { Batch($0).x.flatMap(\.self) },
      "w_{kj}": { Batch($0).w.flatMap(\.self) },
      "b_j": { Batch($0).b },
      "y_{ij}": { Batch($0).oneHot.flatMap(\.self) },
    ],
    definitions: [
      #"o_{ij} = \sum_k x_{ik} w_{kj} + b_j"#,
      #"\hat y_{ij} = \frac{\exp(o_{ij})}{\sum_{l=1}^{3} \exp(o_{il})}"#,
      #"""
      \ell = \frac1n \sum_i
        \Bigl( \log \sum_j \exp(o_{ij}) - \sum_j y_{ij} o_{ij} \Bigr)
      """#,
    ]),
  point: { random in
    (0..<11).map { _ in random.normal() }
      + (0..<2).map { _ in Double(random.below(3)) }
  },
  steps: [
    .init("∂ℓ/∂wₖⱼ, as a limit of slopes") { point in
      let batch = Batch(point)
      return perWeight { k, j in
        slope(at: 0) { change in
          var moved = batch
          moved.w[k][j] += change
          return moved.loss(moved.scores)
        }
      }
    },
    .init("Σᵢ xᵢₖ ∂ℓ/∂oᵢⱼ") { point in
      let batch = Batch(point)
      return perWeight { k, j in
        (0..<2).reduce(0.0) { sum, i in
          let change = slope(at: 0) { change in
            var moved = batch.scores
            moved[i][j] += change
            return batch.loss(moved)
          }
          return sum + batch.x[i][k] * change
        }
      }
    },
    .init("1/n Σᵢ xᵢₖ (ŷᵢⱼ − yᵢⱼ)") { point in
      let batch = Batch(point)
      let probabilities = batch.scores.map(shares)
      return perWeight { k, j in
        (0..<2).reduce(0.0) { sum, i in
          let error = probabilities[i][j] - batch.oneHot[i][j]
          return sum + batch.x[i][k] * error / 2
        }
      }
    },
  ])

/// What the numbers of a point stand for.
private struct Batch {
  var x: [[Double]]
  var w: [[Double]]
  var b: [Double]
  var oneHot: [[Double]]

  init(_ point: [Double]) {
    x = [Array(point[0..<2]), Array(point[2..<4])]
    w = [Array(point[4..<7]), Array(point[7..<10])]
    b = [point[10], 0, -point[10]]
    oneHot = point[11..<13].map { label in
      (0..<3).map { Double($0) == label ? 1 : 0 }
    }
  }

  var scores: [[Double]] {
    x.map { row in
      (0..<3).map { j in row[0] * w[0][j] + row[1] * w[1][j] + b[j] }
    }
  }

  /// The mean cross-entropy of scores: log-sum-exp less the right score.
  func loss(_ scores: [[Double]]) -> Double {
    zip(scores, oneHot).reduce(0.0) { total, pair in
      let sum = pair.0.reduce(0) { $0 + exp($1) }
      let right = zip(pair.0, pair.1).reduce(0) { $0 + $1.0 * $1.1 }
      return total + (log(sum) - right) / 2
    }
  }
}

private func shares(_ scores: [Double]) -> [Double] {
  let sum = scores.reduce(0) { $0 + exp($1) }
  return scores.map { exp($0) / sum }
}

/// A number for each pixel and class, row by row.
private func perWeight(_ number: (Int, Int) -> Double) -> [Double] {
  (0..<2).flatMap { k in (0..<3).map { j in number(k, j) } }
}
