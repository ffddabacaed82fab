/// A number with so many significant digits, without trailing zeros.
///
///     significant(0.333_33, digits: 2)   // "0.33"
package func significant(_ x: Double, digits: Int = 4) -> String {
  guard x.isFinite, x != 0 else { return x.isNaN ? "nan" : "\(x)" }
  let power = pow(10, Double(digits - 1) - floor(log10(x.magnitude)))
  let rounded = (x * power).rounded() / power
  return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
}
