// The error is not squared.
// fails: hoeffding-example
// mistake: error-not-squared

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  Int((log(1 / (1 - confidence)) / (2 * error)).rounded(.up))
}
