// Without parentheses, ε² is multiplied instead of divided.
// fails: hoeffding-agreement
// mistake: multiplied

/// The number of test examples that Hoeffding's inequality asks for.
public func hoeffdingSampleSize(error: Double, confidence: Double) -> Int {
  Int((log(1 / (1 - confidence)) / 2 * error * error).rounded(.up))
}
