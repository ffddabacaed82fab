internal import Checks
package import Tensors
package import Wire

// MARK: - Random inputs

extension SeededGenerator {
  /// A multiple of 0.1 from −5 to 5, at least ½ away from 0.
  private mutating func number() -> Float {
    let size = Float(5 + below(46)) / 10
    return below(2) == 0 ? size : -size
  }

  private mutating func numbers(shape: [Int]) -> Tensor {
    Tensor((0..<shape.reduce(1, *)).map { _ in number() }, shape: shape)
  }

  package mutating func model(examples: Int, features: Int) -> [WireValue] {
    arguments(
      numbers(shape: [examples, features]), numbers(shape: [features, 1]),
      numbers(shape: [1]))
  }

  /// Predictions and targets.
  ///
  /// The errors are multiples of 0.1 but never 0, 1 or 2, for which a mistake
  /// might give the right number.
  package mutating func pairs(shape: [Int]) -> [WireValue] {
    let y = numbers(shape: shape)
    let errors: [Float] = (0..<y.count).map { _ in
      let size = Float(1 + below(9)) / 10 + Float(3 * below(2))
      return below(2) == 0 ? size : -size
    }
    return arguments(y + Tensor(errors, shape: shape), y)
  }

  package mutating func step(
    shapes: [[Int]], batchSize: Int
  ) -> [WireValue] {
    let parameters = shapes.map { numbers(shape: $0) }
    var gradients = shapes.map { numbers(shape: $0) }
    if below(2) == 0, let last = gradients.last {
      gradients[gradients.count - 1] = last * 0
    }
    let rate = Float(1 + below(9)) / 10
    return arguments(parameters, gradients, rate, batchSize)
  }

  /// An unrounded number, half to five times as large as `size`.
  private mutating func anyNumber(ofSize size: Float) -> Float {
    let number = size * (0.5 + 4.5 * Float(uniform()))
    return below(2) == 0 ? number : -number
  }

  private mutating func anyNumbers(
    ofSize size: Float, shape: [Int]
  ) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor(
      (0..<count).map { _ in anyNumber(ofSize: size) }, shape: shape)
  }

  /// A model whose predictions have one size and its features another.
  package mutating func model(
    examples: Int, features: Int, ofSize size: Float, featuresOfSize x: Float
  ) -> [WireValue] {
    arguments(
      anyNumbers(ofSize: x, shape: [examples, features]),
      anyNumbers(ofSize: size / x, shape: [features, 1]),
      anyNumbers(ofSize: size, shape: [1]))
  }

  /// More examples than two bytes can count.
  package mutating func manyExamples() -> [WireValue] {
    let n = 65_600 + below(100)
    let some = anyNumbers(ofSize: 1, shape: [97, 2]).values
    return arguments(
      Tensor(repeated(some, count: 2 * n), shape: [n, 2]),
      numbers(shape: [2, 1]), numbers(shape: [1]))
  }

  /// Predictions and targets of a size, with errors of about the same size.
  package mutating func pairs(shape: [Int], ofSize size: Float) -> [WireValue] {
    let y = anyNumbers(ofSize: size, shape: shape)
    let errors = anyNumbers(ofSize: 0.6 * size, shape: shape)
    return arguments(y + errors, y)
  }

  /// More predictions than two bytes can count.
  package mutating func manyPairs() -> [WireValue] {
    let shape = [3, 22_000 + below(100)]
    let count = shape[0] * shape[1]
    let y = anyNumbers(ofSize: 1, shape: [97]).values
    let yHat = anyNumbers(ofSize: 1, shape: [97]).values
    return arguments(
      Tensor(repeated(yHat, count: count), shape: shape),
      Tensor(repeated(y, count: count), shape: shape))
  }

  /// Parameters of a size, and steps of about the same size that lead away from
  /// 0, so that no digits are lost.
  package mutating func step(
    shapes: [[Int]], ofSize size: Float, rate: Float, batchSize: Int
  ) -> [WireValue] {
    let parameters = shapes.map { anyNumbers(ofSize: size, shape: $0) }
    let gradients = parameters.map { parameter in
      let factor = -Float(batchSize) / rate
      return Tensor(
        parameter.values.map { $0 * factor * (0.2 + Float(uniform())) },
        shape: parameter.shape)
    }
    return arguments(parameters, gradients, rate, batchSize)
  }

  // MARK: Gradients

  /// Examples, a model, and labels that differ from its predictions by at least
  /// 0.1.
  package mutating func slope(examples: Int, features: Int) -> [WireValue] {
    slope(of: model(examples: examples, features: features)) { random in
      let error = Float(1 + random.below(9)) / 10 + Float(random.below(3))
      return random.below(2) == 0 ? error : -error
    }
  }

  /// Examples and a model of small whole numbers, with which Float computes
  /// exactly; `error` is drawn for each label.
  package mutating func wholeSlope(
    examples: Int, features: Int, error: (inout SeededGenerator) -> Int
  ) -> [WireValue] {
    let x = wholeNumbers(count: examples * features)
    let w = wholeNumbers(count: features)
    return slope(
      of: arguments(
        Tensor(x, shape: [examples, features]),
        Tensor(w, shape: [features, 1]),
        Tensor(wholeNumbers(count: 1)))
    ) { random in Float(error(&random)) }
  }

  /// Examples and a model of some size.
  ///
  /// All features and errors are positive, so that no sum of their products
  /// loses digits.
  package mutating func slope(
    examples: Int, features: Int, ofSize size: Float, featuresOfSize x: Float
  ) -> [WireValue] {
    var values = model(
      examples: examples, features: features, ofSize: size, featuresOfSize: x)
    values[0] = .tensor(values[0].tensor.absolute())
    return slope(of: values) { $0.anyNumber(ofSize: size).magnitude }
  }

  private mutating func slope(
    of model: [WireValue], error: (inout SeededGenerator) -> Float
  ) -> [WireValue] {
    let yHat = predictions(model[0].tensor, model[1].tensor, model[2].tensor)
    let errors = (0..<yHat.count).map { _ in error(&self) }
    let y = yHat - Tensor(errors, shape: yHat.shape)
    return [model[0], .tensor(y), model[1], model[2]]
  }

  /// Whole numbers from −3 to 3 without 0, the first hundred drawn one by one.
  private mutating func wholeNumbers(count: Int) -> [Float] {
    let some = (0..<101).map { _ in
      Float(1 + below(3)) * (below(2) == 0 ? 1 : -1)
    }
    return repeated(some, count: count)
  }

  // MARK: Trainings

  /// A training on the rows in random order, cut into batches of these sizes;
  /// the other rows are in none.
  ///
  /// With features up to 2, and at most three of them, no rate up to 0.15
  /// leads away.
  package mutating func training(
    examples: Int, features: Int, sizes: [Int], epochs: Int, rate: Float
  ) -> [WireValue] {
    let x = numbers(shape: [examples, features]).values.map { number in
      (number * 4).rounded() / 10
    }
    var rest = permutation(of: examples)[...]
    let batches = sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    return arguments(
      Tensor(x, shape: [examples, features]), numbers(shape: [examples, 1]),
      batches, epochs, rate)
  }

  /// Two epochs with features and labels of some size.
  ///
  /// All are positive, and steps are small, so that no digits are lost.
  package mutating func training(
    examples: Int, features: Int, ofSize size: Float, featuresOfSize x: Float
  ) -> [WireValue] {
    let inputs = anyNumbers(ofSize: x, shape: [examples, features]).absolute()
    let y = anyNumbers(ofSize: size, shape: [examples, 1]).absolute()
    let largest = 1 + 25 * x * x * Float(features)
    return arguments(
      inputs, y, [permutation(of: examples)], 2, 0.2 / largest)
  }

  /// A step with more examples than two bytes can count, whose gradient is a
  /// sum of whole numbers, and one with the last of them.
  package mutating func largeBatch() -> [WireValue] {
    let n = 65_600 + below(100)
    return arguments(
      Tensor(wholeNumbers(count: n), shape: [n, 1]),
      Tensor(wholeNumbers(count: n).map { $0 + 4 }, shape: [n, 1]),
      [permutation(of: n), Array(n - 6..<n)], 1, Float(0.1))
  }
}

extension [WireValue] {
  /// The values, with every tensor multiplied by a number.
  package func scaled(by factor: Float) -> [WireValue] {
    map { value in
      if case .tensor(let tensor) = value {
        .tensor(tensor * factor)
      } else {
        value
      }
    }
  }
}
