internal import Checks
internal import Datasets
internal import References
internal import Tensors
internal import Wire

/// Trains with the learner's three functions on data whose true weights are
/// known.
///
/// There are three epochs of 100 steps. Each step shrinks the error of the
/// weights by about 3%, so that about 1e-4 of it is left; the noise of 0.01, on
/// ten examples per step, then keeps them within about 1e-3. No correct
/// solution is off by 0.01, and few wrong ones are closer.
let recovers = Check(
  "recovers", of: stepSubject, section: "three-epochs", points: 3, seconds: 20
) { examination in
  let truth: [Float] = [2, -3.4, 4.2]
  let (x, y) = syntheticRegression(
    weights: [2, -3.4], bias: 4.2, count: 1_000, noise: 0.01,
    using: &examination.random)
  var training = Training(
    w: Tensor.normal(
      standardDeviation: 0.01, shape: [2, 1], using: &examination.random),
    b: Tensor.zeros(shape: [1]))
  for _ in 1...3 {
    let order = examination.random.permutation(of: 1_000)
    for first in stride(from: 0, to: 1_000, by: 10) {
      let batch = Array(order[first..<first + 10])
      if let failure = try training.step(
        x.picked(batch), y.picked(batch), examination)
      {
        return failure
      }
    }
  }
  let found = training.w.values + training.b.values
  let worst = zip(found, truth).map { ($0 - $1).magnitude }.max() ?? 0
  if worst <= 0.01 && found.allSatisfy(\.isFinite) { return nil }
  return Failure(
    .sentence(
      "recovers", ["w": training.w.values, "b": training.b.values]),
    counterexample: Counterexample(
      arguments: "1,000 examples, batches of 10, learning rate 0.03",
      expected: "about \(truth)", received: "\(found)"))
}

/// The weights and the bias during training.
private struct Training {
  var w: Tensor
  var b: Tensor

  /// One step with the learner's functions; returns a failure if one of them
  /// returns the wrong shape.
  mutating func step(
    _ x: Tensor, _ y: Tensor, _ examination: Examination
  ) throws -> Failure? {
    let yHat = try examination.call(linearSubject.name, arguments(x, w, b))
    guard yHat.tensor.shape == y.shape else {
      return misshapen("linearRegression", yHat.tensor, y.shape)
    }
    // The slope of the learner's loss with respect to each prediction. For a
    // square, a central difference is exact whatever the step.
    let up = try losses(yHat.tensor + 1, y, examination)
    let down = try losses(yHat.tensor - 1, y, examination)
    guard up.shape == y.shape, down.shape == y.shape else {
      return misshapen("squaredLoss", up, y.shape)
    }
    let slopes = (up - down) / 2
    let gradients = [x.transposed().matmul(slopes), slopes.sum(axis: 0)]
    let rate: Float = 0.03
    let stepped = try examination.call(
      stepSubject.name, arguments([w, b], gradients, rate, y.shape[0]))
    guard case .list(let parts) = stepped, parts.count == 2,
      parts[0].tensor.shape == w.shape, parts[1].tensor.shape == b.shape
    else {
      return Failure(.sentence("recovers-step", [:]))
    }
    (w, b) = (parts[0].tensor, parts[1].tensor)
    return nil
  }

  private func losses(
    _ yHat: Tensor, _ y: Tensor, _ examination: Examination
  ) throws -> Tensor {
    try examination.call(lossSubject.name, arguments(yHat, y)).tensor
  }

  private func misshapen(
    _ function: String, _ tensor: Tensor, _ shape: [Int]
  ) -> Failure {
    Failure(
      .sentence(
        "recovers-shape",
        ["function": function, "shape": tensor.shape, "wanted": shape]))
  }
}

extension Tensor {
  /// Some rows of a matrix.
  fileprivate func picked(_ places: [Int]) -> Tensor {
    Tensor(rows: places.map { row($0) })
  }
}
