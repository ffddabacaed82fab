/// The slope of a function, by Richardson's extrapolation from central
/// differences: their errors of second, fourth and sixth order cancel, so
/// that some eleven digits are right.
func slope(at x: Double, of function: (Double) -> Double) -> Double {
  var table = (0..<5).map { level in
    let h = 0.4 / Double(1 << level)
    return (function(x + h) - function(x - h)) / (2 * h)
  }
  var factor = 4.0
  while table.count > 1 {
    table = zip(table.dropFirst(), table).map {
      $0 + ($0 - $1) / (factor - 1)
    }
    factor *= 4
  }
  return table[0]
}
