package import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// The checks of lesson 07.
package let scratchChecks = ExerciseChecks(
  lesson: "softmax-scratch", derivations: scratchDerivations,
  laboratory: scratchLaboratory,
  parameterChecks + modelChecks + scratchEpochChecks
    + scratchEvaluationChecks + [scratchTrains])

private let parameters = InitialParameters(
  "initialParameters(seed:)", section: "the-parameters")

private let parameterChecks = [
  parameters.biases("initial-shapes", seeds: [nil, 0, .max]),
  parameters.spread("initial-spread"),
  parameters.exactSpread("initial-spread-exact"),
  parameters.seed("initial-seed"),
]

/// The functions of lesson 07, with the arguments sent to the learner's
/// process.
///
/// A batch is sent as images, labels, size and order, and a tuple as a list.
/// Such arguments are too large to be shown; a pass is shrunk through its
/// order.
enum Scratch {
  static let model = Subject(
    "model(_:_:_:)", axes: ["", "", ""], freedom: modelFreedom,
    reference: { (x: Tensor, w: Tensor, b: Tensor) in
      shares(ofRows: scoresByHand(x, w, b))
    },
    mistakes: modelMistakes,
    display: Display { (x: Tensor, _: Tensor, _: Tensor) in
      "model(x, w, b) with x of shape \(x.shape)"
    })

  static let trainEpoch = Subject(
    "trainEpoch(_:_:_:learningRate:)", axes: ["", "", "", "e", "", "", ""],
    freedom: epochFreedom,
    reference: epoch(TinyEpoch.Way()), mistakes: epochMistakes,
    telling: { random, _ in
      random.epoch(Pass(images: 38, size: 8), learningRate: 0.1)
    },
    promises: isWholePass, parts: ["w", "b", "loss", "accuracy"],
    display: Display {
      (
        _: [UInt8], _: [UInt8], size: Int, order: [Int], _: Tensor, _: Tensor,
        rate: Float
      ) in
      "trainEpoch(batches, w, b, learningRate: \(rate)) with "
        + "\(counted(order.count, "image")) in batches of \(size)"
    })

  static let evaluateAccuracy = Subject(
    "evaluateAccuracy(_:_:_:)", axes: ["", "", "", "e", "", ""],
    freedom: evaluationFreedom,
    reference: fractionRight, mistakes: evaluationMistakes,
    telling: { random, number in
      // The first batch is the best one, or the worst.
      let wrong = [6..<22, 0..<5][number % 2]
      return random.exam(Pass(images: 23, size: 4, wrong: wrong))
    },
    promises: isWholePass,
    display: Display {
      (
        images: [UInt8], labels: [UInt8], size: Int, order: [Int], w: Tensor,
        b: Tensor
      ) in
      let right = fractionRight(images, labels, size, order, w, b)
      return "evaluateAccuracy(batches, w, b) with "
        + "\(counted(order.count, "image")) in batches of \(size), "
        + "\(Int((right * Float(order.count)).rounded())) of them right"
    })
}

/// Whether a pass covers some of the images in batches, each at most once.
@Sendable
private func isWholePass(_ arguments: [WireValue]) -> Bool {
  guard case .bytes(let labels) = arguments[1],
    case .integer(let size) = arguments[2],
    case .integers(let order) = arguments[3]
  else { return false }
  return size > 0 && !order.isEmpty && Set(order).count == order.count
    && order.allSatisfy(labels.indices.contains)
}

// MARK: - The model

private let modelChecks: [Check] = [
  modelCheck("model-agreement", of: 3), modelCheck("model-one", of: 1),
  modelCheck("model-many", of: 600),
  modelCheck("model-large", of: 4, times: 100),
  .agrees(
    "model-far", Scratch.model,
    // Scores around 150 are accurate to 1e-4.
    within: Tolerance(relative: 1e-3, absolute: 1e-12), section: "the-model",
    trials: 2, seconds: 10
  ) { random, number in
    var x = random.scratchPictures(count: 3).inputs([0, 1, 2])
    var (w, b) = random.scratchParameters()
    for j in 0..<10 {
      if number % 2 == 0 {
        b[j] -= 3 * Float(j)
      } else {
        w[0, j] += 150
        w[1, j] -= 150
      }
    }
    for i in 0..<3 {
      x[i, 0, 0, 0] = i == 0 ? 1 : 0
      x[i, 0, 0, 1] = i == 1 ? 1 : 0
    }
    return arguments(x, w, b)
  },
  modelCheck("model-small", of: 4, times: 1e-3),
]

private func modelCheck(
  _ id: String, of count: Int, times scale: Float = 1
) -> Check {
  // A score is a sum of 784 products in Float, accurate to 1e-5 if it is a few
  // units.
  .agrees(
    id, Scratch.model,
    within: Tolerance(
      relative: 1e-4 * Double(max(scale / 10, 1)), absolute: 1e-6),
    section: "the-model", trials: 1, seconds: 10
  ) { random, _ in
    let data = random.scratchPictures(count: count)
    let (w, b) = random.scratchParameters(times: scale)
    return arguments(data.inputs(Array(0..<count)), w, b)
  }
}

/// A wrong model, as a function of the right scores and the biases.
private func wrongModel(
  _ key: String,
  _ imitation: @escaping @Sendable ([Double], [Double]) -> [Float]
) -> KnownMistake {
  KnownMistake(key) { (x: Tensor, w: Tensor, b: Tensor) in
    let biases = b.values.map { Double($0) }
    return Tensor(scoresByHand(x, w, b).map { imitation($0, biases) })
  }
}

private let modelMistakes = [
  wrongModel("scores-returned") { scores, _ in scores.map { Float($0) } },
  wrongModel("biases-forgotten") { scores, b in
    shares(zip(scores, b).map { $0 - $1 })
  },
  wrongModel("biases-outside") { scores, b in
    zip(shares(zip(scores, b).map { $0 - $1 }), b).map { $0 + Float($1) }
  },
  wrongModel("exponentials-overflow") { scores, _ in
    let exponentials = Tensor(scores.map { Float($0) }).exp()
    return (exponentials / exponentials.sum()).values
  },
  wrongModel("softmax-twice") { scores, _ in
    shares(shares(scores).map { Double($0) })
  },
]

private func shares(ofRows scores: [[Double]]) -> Tensor {
  Tensor(scores.map { shares($0) })
}

/// Softmax of one row.
private func shares(_ scores: [Double]) -> [Float] {
  References.softmax(scores).map { Float($0) }
}
