internal import Checks
internal import References
internal import Tensors
internal import Wire

/// Checks that weights have a standard deviation of 0.01, to within 0.5%.
///
/// The learner's process draws them for 64 seeds. For these 501,760 numbers,
/// the standard deviation has a standard error of 1e-5 and the mean one of
/// 1.4e-5; deviations of five times that almost never occur.
func exactSpread(_ id: String, of subject: Subject, section: String) -> Check {
  Check(
    id, of: subject, section: section, seconds: 10
  ) { examination in
    let words = "\(subject.name) with 64 seeds"
    let received = try examination.call(
      "moments", arguments(examination.random.next(), 64), shownAs: words)
    let moments = received.tensor.values.map(Double.init)
    guard moments.count == 3 else { return nil }
    let (mean, deviation, largest) = (moments[0], moments[1], moments[2])
    let failure = { (remark: Remark, expected: String, received: String) in
      Failure(
        remark,
        counterexample: Counterexample(
          arguments: words, expected: expected, received: received),
        section: section)
    }
    guard mean.magnitude <= 7e-5, (deviation - 0.01).magnitude <= 5e-5 else {
      return failure(
        .sentence("spread-off"), "mean 0, standard deviation 0.01",
        "mean \(mean), standard deviation \(deviation)")
    }
    // About 32 numbers lie beyond four standard deviations; not one does with a
    // probability of 1e-14.
    guard largest <= 0.04 else { return nil }
    return failure(
      .mistake("not-normal"), "some weights beyond four standard deviations",
      "the largest magnitude is \(largest)")
  }
}

/// A flaw in weights whose mean and standard deviation are right: they are not
/// drawn independently, or not from a normal distribution.
struct OddWeights {
  /// The key of the mistake.
  let mistake: String
  let expected: String
  let received: String

  /// Nil if the weights differ from one another, or if all are the same, which
  /// is a mistake of its own.
  ///
  /// To be tested before mean and spread, which a few distinct numbers may miss
  /// by chance.
  init?(repeatedIn w: [Double]) {
    // Among so many Floats, two or three pairs are equal by chance.
    let different = Set(w.map(\.magnitude)).count
    guard Set(w).count > 1, different < w.count * 9 / 10 else { return nil }
    mistake = "weights-repeated"
    expected = "\(w.count) weights drawn one by one"
    received = "\(different) different magnitudes among \(w.count)"
  }

  /// Nil if 7,840 weights with this mean and standard deviation look normal.
  init?(_ w: [Double], mean: Double, deviation: Double) {
    // The correlation with the weight to the right and with the one below: its
    // standard error is 1/√7840, or 0.0113. Seven times that is never seen.
    for lag in [1, 10] {
      let products = zip(w, w.dropFirst(lag)).reduce(0) {
        $0 + ($1.0 - mean) * ($1.1 - mean)
      }
      let correlation = products / (Double(w.count) * deviation * deviation)
      if correlation.magnitude < 0.08 { continue }
      mistake = "weights-correlated"
      expected = "no correlation between neighboring weights"
      received = "a correlation of \(correlation)"
      return
    }
    let shares = [1.0, 2].map { widths in
      let near = w.count { ($0 - mean).magnitude < widths * deviation }
      return Double(near) / Double(w.count)
    }
    // The standard errors of these fractions, √(p(1 − p)/7840), are 0.0053 and
    // 0.0024; six times that is never seen. Uniform numbers have 0.577 and 1.
    if (shares[0] - 0.6827).magnitude < 0.032,
      (shares[1] - 0.9545).magnitude < 0.015
    {
      return nil
    }
    mistake = "not-normal"
    expected = "0.683 within one standard deviation, 0.954 within two"
    received = "\(shares[0]) and \(shares[1])"
  }
}
