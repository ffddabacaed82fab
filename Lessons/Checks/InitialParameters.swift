internal import Checks
internal import References
internal import System
internal import Tensors
internal import Wire

/// A learner's function that makes the first parameters for a seed: weights of
/// shape [784, 10] drawn from a normal distribution with mean 0 and standard
/// deviation 0.01, and biases of 0.
struct InitialParameters: Sendable {
  let subject: Subject
  let section: String

  /// `asking` is what the learner's process calls for the parameters, if not
  /// the function itself.
  init(
    _ name: String, asking: String? = nil, mistakes: [KnownMistake] = [],
    section: String
  ) {
    let base = name.prefix { $0 != "(" }
    self.section = section
    subject = Subject(
      name, axes: [""], freedom: [seeds],
      reference: { (seed: UInt64) in
        var random = SeededGenerator(seed: seed)
        return [
          Tensor.normal(
            standardDeviation: 0.01, shape: [784, 10], using: &random),
          Tensor.zeros(shape: [10]),
        ]
      },
      mistakes: mistakes, asking: asking, parts: ["w", "b"],
      display: Display(value: shapes(of:)) { (seed: UInt64) in
        "\(base)(seed: \(seed))"
      })
  }

  /// Checks the shapes and a property of the parameters for some seeds; nil
  /// stands for a random seed.
  func check(
    _ id: String, seeds: [UInt64?] = [nil], section: String? = nil,
    property: @escaping @Sendable (Trial) throws -> Violation? = { _ in nil }
  ) -> Check {
    .holds(
      id, subject, section: section ?? self.section, trials: seeds.count,
      seconds: 10,
      inputs: { random, number in
        arguments(seeds[number % seeds.count] ?? random.next())
      }, property: property)
  }

  func biases(_ id: String, seeds: [UInt64?] = [nil]) -> Check {
    check(id, seeds: seeds) { trial in
      let b = try [Tensor](wireValue: trial.received)[1]
      guard b.values.contains(where: { $0 != 0 }) else { return nil }
      return Violation(
        .mistake("biases-not-zero"), expected: "biases of 0",
        received: shown(.tensor(b)))
    }
  }

  func spread(_ id: String) -> Check {
    check(id) { trial in
      let w = try [Tensor](wireValue: trial.received)[0]
      return Weights(w.values.map(Double.init)).violation
    }
  }

  /// Checks that a seed gives the same parameters again, and another seed
  /// others.
  func seed(_ id: String) -> Check {
    check(id) { trial in
      let seed = try UInt64(wireValue: trial.arguments[0])
      if try trial.call(trial.arguments) != trial.received {
        return Violation(
          .mistake("not-repeatable"),
          expected: "the same weights for the same seed",
          received: "other weights")
      }
      // Every byte of a seed must matter.
      for bit in [0, 8, 16, 32, 63]
      where try trial.call(arguments(seed ^ 1 << bit)) == trial.received {
        return Violation(
          .mistake("seed-ignored", ["seed": seed ^ 1 << bit]),
          expected: "other weights for another seed",
          received: "the same weights")
      }
      return nil
    }
  }

  /// Checks that weights have a standard deviation of 0.01, to within 0.5%.
  ///
  /// The learner's process draws them for 64 seeds. For these 501,760 numbers,
  /// the standard deviation has a standard error of 1e-5 and the mean one of
  /// 1.4e-5; deviations of five times that almost never occur.
  func exactSpread(_ id: String) -> Check {
    Check(id, of: subject, section: section, seconds: 10) { examination in
      let words = "\(subject.name) with 64 seeds"
      let received = try examination.call(
        "moments", arguments(examination.random.next(), 64), shownAs: words)
      let moments = received.tensor.values.map(Double.init)
      guard moments.count == 3 else { return nil }
      let (mean, deviation, largest) = (moments[0], moments[1], moments[2])
      func failure(
        _ remark: Remark, expected: String, received: String
      ) -> Failure {
        Failure(
          remark,
          counterexample: Counterexample(
            arguments: words, expected: expected, received: received))
      }
      if mean.magnitude > 7e-5 || !((deviation - 0.01).magnitude <= 5e-5) {
        return failure(
          .sentence("spread-off"), expected: rightSpread,
          received: shownSpread(mean, deviation))
      }
      // About 32 numbers lie beyond four standard deviations; not one does with
      // a probability of 1e-14.
      return largest > 0.04
        ? nil
        : failure(
          .mistake("not-normal"),
          expected: "some weights beyond four standard deviations",
          received: "the largest magnitude is \(largest)")
    }
  }
}

/// Of parameters only the shapes are shown.
@Sendable func shapes(of value: WireValue) -> String {
  guard let parameters = try? [Tensor](wireValue: value) else {
    return value.summary
  }
  return parameters.isEmpty
    ? "none"
    : "shapes " + parameters.map { "\($0.shape)" }.joined(separator: ", ")
}

private func shownSpread(_ mean: Double, _ deviation: Double) -> String {
  "mean \(significant(mean)), standard deviation \(significant(deviation))"
}

private let rightSpread = "mean 0, standard deviation 0.01"

private let seeds = FreeDimension(
  "seed", [0, .within(1e15...9e18), .above(9.3e18)]
) { (seed: UInt64) in [Double(seed)] }

/// All 7,840 weights of one seed.
private struct Weights {
  let numbers: [Double]
  let mean: Double
  let deviation: Double

  init(_ numbers: [Double]) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    self.numbers = numbers
    self.mean = mean
    deviation =
      (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count)
      .squareRoot()
  }

  /// What shows that they are not drawn one by one from the right normal
  /// distribution; nil if nothing does.
  ///
  /// The mean usually lies within 1.1e-4 of 0 and the standard deviation within
  /// 8e-5 of 0.01. Errors six times as large do not occur by chance, but a few
  /// distinct numbers may have both right.
  var violation: Violation? {
    if let repeated { return repeated }
    if mean.magnitude <= 7e-4, (deviation - 0.01).magnitude <= 5e-4 {
      return correlated ?? abnormal
    }
    let remark: Remark =
      switch deviation {
      case 0: .mistake("all-equal")
      case 5.6e-3...5.95e-3 where isUniform(to: 0.01): .mistake("uniform")
      case 0.095...0.105: .mistake("variance-for-deviation")
      case 9.5e-5...1.05e-4: .mistake("variance-for-deviation.squared")
      case 0.95...1.05: .mistake("standard-normal")
      default:
        .sentence(
          "spread",
          ["mean": significant(mean), "deviation": significant(deviation)])
      }
    return Violation(
      remark, expected: rightSpread, received: shownSpread(mean, deviation))
  }

  /// Whether no number is larger than `bound`, and about half are smaller than
  /// half of it.
  ///
  /// The standard error of that fraction is 0.0056. If the numbers were normal,
  /// with the standard deviation of a uniform distribution, 8% would be larger.
  private func isUniform(to bound: Double) -> Bool {
    let near = numbers.count { $0.magnitude < bound / 2 }
    return numbers.allSatisfy { $0.magnitude <= bound }
      && (Double(near) / Double(numbers.count) - 0.5).magnitude < 0.034
  }

  /// That numbers appear again; if all are the same, this is a mistake of its
  /// own.
  private var repeated: Violation? {
    // Among so many Floats, two or three pairs are equal by chance.
    let different = Set(numbers.map(\.magnitude)).count
    guard deviation > 0, different < numbers.count * 9 / 10 else { return nil }
    return Violation(
      .mistake("weights-repeated"),
      expected: "\(numbers.count) weights drawn one by one",
      received: counted(different, "different magnitude")
        + " among \(numbers.count)")
  }

  /// That a weight depends on the one to its left or on the one above.
  private var correlated: Violation? {
    let correlations = [1, 10].map { lag in
      let products = zip(numbers, numbers.dropFirst(lag)).reduce(0) {
        $0 + ($1.0 - mean) * ($1.1 - mean)
      }
      return products / (Double(numbers.count) * deviation * deviation)
    }
    // The standard error is 1/√7840, or 0.0113. Seven times that is never seen.
    return correlations.first { $0.magnitude >= 0.08 }.map {
      Violation(
        .mistake("weights-correlated"),
        expected: "no correlation between neighboring weights",
        received: "a correlation of \($0)")
    }
  }

  /// That too many or too few are near the mean.
  private var abnormal: Violation? {
    let shares = [1.0, 2].map { widths in
      let near = numbers.count { ($0 - mean).magnitude < widths * deviation }
      return Double(near) / Double(numbers.count)
    }
    // The standard errors of these fractions, √(p(1 − p)/7840), are 0.0053 and
    // 0.0024; six times that is never seen. Uniform numbers have 0.577 and 1.
    if (shares[0] - 0.6827).magnitude < 0.032,
      (shares[1] - 0.9545).magnitude < 0.015
    {
      return nil
    }
    return Violation(
      .mistake("not-normal"),
      expected: "0.683 within one standard deviation, 0.954 within two",
      received: "\(shares[0]) and \(shares[1])")
  }
}
