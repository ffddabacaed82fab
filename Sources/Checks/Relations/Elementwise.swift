internal import System

/// Every number is a function of the right one.
func transformed(_ samples: [Sample]) -> Relation? {
  let every = subject(of: samples)
  let functions: [(id: String, words: String, (Double) -> Double)] = [
    ("reciprocal", "the reciprocal of the right one", { 1 / $0 }),
    ("reciprocal", "minus the reciprocal of the right one", { -1 / $0 }),
    ("complement", "1 minus the right one", { 1 - $0 }),
    ("square", "the square of the right one", { $0 * $0 }),
    ("square", "half the square of the right one", { $0 * $0 / 2 }),
    ("root", "the square root of the right one", { $0.squareRoot() }),
    (
      "root", "the square root of twice the right one",
      {
        (2 * $0).squareRoot()
      }
    ),
    ("logarithm", "the logarithm of the right one", log),
    (
      "logarithm", "the negative logarithm of the right one",
      { -log($0) }
    ),
    ("exponential", "the exponential of the right one", exp),
    (
      "exponential", "the exponential of minus the right one",
      { exp(-$0) }
    ),
    ("magnitude", "right but for the sign, which is always plus", \.magnitude),
    (
      "magnitude", "right but for the sign, which is always minus",
      {
        -$0.magnitude
      }
    ),
    (
      "truncated", "the right one without its digits after the point",
      {
        $0.rounded(.towardZero)
      }
    ),
    (
      "truncated", "the right one rounded down to a whole number",
      {
        $0.rounded(.down)
      }
    ),
    ("rounded", "the right one rounded to a whole number", { $0.rounded() }),
    (
      "rounded", "the right one rounded up to a whole number",
      {
        $0.rounded(.up)
      }
    ),
    (
      "positive", "the right one where that is positive, and 0 elsewhere",
      {
        max($0, 0)
      }
    ),
    (
      "negative", "the right one where that is negative, and 0 elsewhere",
      {
        min($0, 0)
      }
    ),
    (
      "sign", "only the sign of the right one: 1, 0 or -1",
      {
        $0 > 0 ? 1 : $0 < 0 ? -1 : 0
      }
    ),
    ("capped", "the right one, but never more than 1", { min($0, 1) }),
    (
      "byte", "the rest of the right one by 256, as in a UInt8",
      {
        $0 - 256 * ($0 / 256).rounded(.down)
      }
    ),
  ]
  for (id, words, function) in functions
  where samples.agree(with: { $0.expected.map(function) }) {
    return Relation(id: id, words: "\(every) \(words).")
  }
  for digits in 1...3 {
    let power = [10.0, 100, 1_000][digits - 1]
    if samples.agree(with: { sample in
      sample.expected.map { ($0 * power).rounded() / power }
    }) {
      return Relation(
        id: "rounded",
        words: "\(every) rounded to \(digits) "
          + "\(digits == 1 ? "digit" : "digits") after the point.")
    }
  }
  return nil
}
