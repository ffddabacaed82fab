/// A number with so many decimals.
///
///     decimals(0.8254, 3)   // "0.825"
package func decimals(_ x: Double, _ count: Int) -> String {
  guard x.isFinite, x.magnitude < 1e9 else { return x.isNaN ? "nan" : "\(x)" }
  let scale = pow(10, Double(count))
  let (whole, part) = Int((x.magnitude * scale).rounded())
    .quotientAndRemainder(dividingBy: Int(scale))
  let zeros = String(repeating: "0", count: count - "\(part)".count)
  return (x < 0 && whole + part > 0 ? "-" : "")
    + (count > 0 ? "\(whole).\(zeros)\(part)" : "\(whole)")
}

/// A number with so many significant digits, without trailing zeros.
///
///     significant(0.333_33, digits: 2)   // "0.33"
package func significant(_ x: Double, digits: Int = 4) -> String {
  guard x.isFinite, x != 0 else { return x.isNaN ? "nan" : "\(x)" }
  let power = pow(10, Double(digits - 1) - floor(log10(x.magnitude)))
  let rounded = (x * power).rounded() / power
  return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
}
