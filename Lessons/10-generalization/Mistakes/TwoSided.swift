// Both sides are guarded.
// fails: hoeffding-example
// mistake: two-sided

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  Int((log(2 / (1 - confidence)) / (2 * error * error)).rounded(.up))
}
