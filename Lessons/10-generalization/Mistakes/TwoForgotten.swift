// The 2 below the bar is missing.
// fails: hoeffding-agreement
// mistake: two-forgotten

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  Int((log(1 / (1 - confidence)) / (error * error)).rounded(.up))
}
