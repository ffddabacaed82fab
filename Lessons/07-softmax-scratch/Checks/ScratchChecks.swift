package import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// What "right" means for lesson 07.
package let scratchChecks = ExerciseChecks(
  lesson: "softmax-scratch", derivations: scratchDerivations,
  scratchParameterChecks + modelChecks + scratchEpochChecks
    + scratchEvaluationChecks + [scratchTrains])

/// The functions of lesson 07, as they are called.
///
/// Batches cross as images, labels, size and order, and tuples as lists. Such
/// arguments are too large to be shown or made smaller.
enum Scratch {
  static let initialParameters = Subject(
    "initialParameters(seed:)", axes: [], freedom: parametersFreedom,
    reference: { (seed: UInt64) in
      var random = SeededGenerator(seed: seed)
      return [
        Tensor.normal(
          standardDeviation: 0.01, shape: [784, 10], using: &random),
        Tensor.zeros(shape: [10]),
      ]
    })

  static let model = Subject(
    "model(_:_:_:)", axes: [], freedom: modelFreedom,
    reference: { (x: Tensor, w: Tensor, b: Tensor) in
      (x.reshaped([-1, 784]).matmul(w) + b).softmax()
    })

  static let trainEpoch = Subject(
    "trainEpoch(_:_:_:learningRate:)", axes: [], freedom: epochFreedom,
    reference: {
      (
        images: [UInt8], labels: [UInt8], size: Int, order: [Int], w: Tensor,
        b: Tensor, rate: Float
      ) in
      TinyEpoch(
        data: FashionMNIST(images: images, labels: labels), size: size,
        order: order, w: w, b: b, learningRate: rate
      ).run()
    })

  static let evaluateAccuracy = Subject(
    "evaluateAccuracy(_:_:_:)", axes: [], freedom: evaluationFreedom,
    reference: fractionRight)
}

extension WireValue {
  /// A value in a few words: the first numbers and the shape of a large
  /// tensor.
  var summary: String {
    switch self {
    case .tensor(let tensor) where tensor.values.count > 40:
      "[\(tensor.values.prefix(4).map { "\($0)" }.joined(separator: ", ")), …] "
        + "of shape \(tensor.shape)"
    case .list(let values):
      values.map(\.summary).joined(separator: "; ")
    default: shown(self)
    }
  }
}

// MARK: - The model

private let modelChecks: [Check] = [
  modelCheck("model-agreement", of: 3),
  modelCheck("model-one", of: 1),
  modelCheck("model-many", of: 300),
  modelCheck("model-large", of: 4, times: 100),
  modelCheck("model-small", of: 4, times: 1e-3),
]

private func modelCheck(
  _ id: String, of count: Int, times scale: Float = 1
) -> Check {
  Check(id, of: Scratch.model, section: "the-model", seconds: 10) {
    examination in
    let data = examination.random.scratchPictures(count: count)
    let (w, b) = examination.random.scratchParameters(times: scale)
    let x = data.batch(Array(0..<data.count)).x
    let call = "model(x, w, b) with x of shape \(x.shape)"
    let received = try examination.call(
      Scratch.model.name, arguments(x, w, b), shownAs: call)
    let scores = data.scores(w, b)
    let expected = WireValue.tensor(Tensor(scores.map(shares)))
    // A score is a sum of 784 products in Float: right to 1e-5, where it is a
    // few units.
    let tolerance = Tolerance(
      relative: 1e-4 * Double(max(scale / 10, 1)), absolute: 1e-6)
    guard
      let words = difference(of: received, from: expected, within: tolerance)
    else { return nil }
    let mistake = modelMistakes.first { mistake in
      let imitated = WireValue.tensor(
        mistake.imitation(data.scores(w, b), b.values.map(Double.init)))
      return difference(
        of: received, from: imitated, within: tolerance, nanEqualsNaN: true)
        == nil
    }
    return Failure(
      mistake.map { .mistake($0.key) } ?? .words(words),
      counterexample: Counterexample(
        arguments: call,
        expected: expected.summary, received: received.summary))
  }
}

/// A wrong model, as a function of the right scores and the biases.
private struct ModelMistake: Sendable {
  let key: String
  let imitation: @Sendable ([[Double]], [Double]) -> Tensor
}

private let modelMistakes = [
  ModelMistake(key: "scores-returned") { scores, _ in
    Tensor(scores.map { $0.map(Float.init) })
  },
  ModelMistake(key: "biases-forgotten") { scores, b in
    Tensor(scores.map { row in shares(zip(row, b).map { $0 - $1 }) })
  },
  ModelMistake(key: "biases-outside") { scores, b in
    Tensor(
      scores.map { row in
        zip(shares(zip(row, b).map { $0 - $1 }), b).map { $0 + Float($1) }
      })
  },
  ModelMistake(key: "softmax-twice") { scores, _ in
    Tensor(scores.map { shares(shares($0).map(Double.init)) })
  },
]

/// Softmax of one row.
private func shares(_ scores: [Double]) -> [Float] {
  References.softmax(scores).map { Float($0) }
}

extension FashionMNIST {
  /// The scores of all pictures.
  fileprivate func scores(_ w: Tensor, _ b: Tensor) -> [[Double]] {
    let model = ScratchModel(w, b)
    return (0..<count).map { model.scores(self, $0) }
  }
}
