// The logarithm is to base 10.
// fails: hoeffding-example
// mistake: base-ten

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  Int((log10(1 / (1 - confidence)) / (2 * error * error)).rounded(.up))
}
