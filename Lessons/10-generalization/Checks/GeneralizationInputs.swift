import Checks
internal import References
internal import System
import Tensors
import Wire

extension SeededGenerator {
  /// An error and a confidence whose number of examples is so far from an
  /// integer that rounding in the last digit cannot change the result.
  mutating func demand() -> [WireValue] {
    while true {
      let error = Double(5 + below(195)) / 1_000
      let confidence = Double(800 + below(199)) / 1_000
      let size = exactSampleSize(error: error, confidence: confidence)
      if (size - size.rounded()).magnitude > 0.01 {
        return arguments(error, confidence)
      }
    }
  }

  /// An error and a confidence from their whole range: errors from 1e-4, and
  /// confidences from hardly any to nearly 1.
  mutating func extremeDemand(_ number: Int) -> [WireValue] {
    let errors = [1e-4, 1e-3, 0.01, 0.1]
    let risks = [1e-6, 1e-3, 0.1, 0.9]
    while true {
      let error = errors[number % 4] * (1 + 8 * uniform())
      let risk = risks[number / 4 % 4] * (1 + 0.1 * uniform())
      let size = exactSampleSize(error: error, confidence: 1 - risk)
      // However it is computed, it is accurate to 1e-14 of itself.
      if (size - size.rounded()).magnitude > 0.01 {
        return arguments(error, 1 - risk)
      }
    }
  }

  /// An error and a confidence whose number of examples is less than a
  /// millionth above an integer, or more than 31 bits can hold.
  mutating func exactDemand(_ number: Int) -> [WireValue] {
    while true {
      let size =
        number % 2 == 0
        ? Double(300 + below(700)) + 5e-7 : 2.2e9 + 1e6 * uniform()
      let risk = 0.01 + 0.1 * uniform()
      let error = (-log(risk) / (2 * size)).squareRoot()
      let found = exactSampleSize(error: error, confidence: 1 - risk)
      // Rounding in the last digits changes neither result.
      let excess = found - found.rounded(.down)
      if number % 2 == 0 ? 3e-7...7e-7 ~= excess : 0.01...0.99 ~= excess {
        return arguments(error, 1 - risk)
      }
    }
  }

  mutating func decay(features: Int, classes: Int) -> [WireValue] {
    let shapes = [[features, classes], [classes]]
    let parameters = shapes.map { numbers(shape: $0) }
    let gradients = shapes.map { numbers(shape: $0) }
    let rate = Float(1 + below(9)) / 20
    let decay = Float(1 + below(9)) / 10
    return arguments(parameters, gradients, rate, decay, 2 + below(30))
  }

  /// A step with unrounded numbers of any size.
  ///
  /// What is subtracted has the opposite sign, so no digits are lost.
  mutating func anyDecay(_ number: Int) -> [WireValue] {
    let size = sizes[number % sizes.count]
    let shapes = [[2, 3], [3]]
    func numbers(_ sign: Float, shape: [Int]) -> Tensor {
      let values = (0..<shape.reduce(1, *)).map { i in
        sign * (i % 2 == 0 ? 1 : -1) * size * (1 + 9 * Float(uniform()))
      }
      return Tensor(values, shape: shape)
    }
    let count = [1, 3, 300, 70_000][(number + number / 4) % 4]
    let parameters = shapes.map { numbers(1, shape: $0) }
    let gradients = shapes.map { numbers(-1, shape: $0) * Float(count) }
    let rate = 0.05 + 0.9 * Float(uniform())
    let decay = 0.05 + 0.9 * Float(uniform())
    return arguments(parameters, gradients, rate, decay, count)
  }

  /// Multiples of 0.1 from −5 to 5, at least ½ away from 0.
  private mutating func numbers(shape: [Int]) -> Tensor {
    let values = (0..<shape.reduce(1, *)).map { _ in
      Float(5 + below(46)) / (below(2) == 0 ? 10 : -10)
    }
    return Tensor(values, shape: shape)
  }
}

/// Each stands for the range up to ten times itself.
private let sizes: [Float] = [
  1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5,
]
