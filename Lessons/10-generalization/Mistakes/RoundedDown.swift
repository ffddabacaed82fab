// The fraction of an example is dropped.
// fails: hoeffding-example
// mistake: rounded-down

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  Int(log(1 / (1 - confidence)) / (2 * error * error))
}
