// The confidence is taken for the risk.
// fails: hoeffding-agreement
// mistake: confidence-for-risk

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  Int((log(1 / confidence) / (2 * error * error)).rounded(.up))
}
