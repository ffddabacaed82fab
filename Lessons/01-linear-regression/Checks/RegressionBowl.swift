internal import Plots
internal import System

/// The mean loss of a line through the lesson's four flats, as a function of
/// its weight and its bias.
enum RegressionBowl {
  static let rooms = [1.0, 2, 3, 4]
  static let prices = [3.0, 4, 8, 9]

  /// The weight and the bias with the least loss.
  static var lowest: (w: Double, b: Double) {
    let (meanX, meanY) = (mean(rooms), mean(prices))
    let w =
      (mean(products(rooms, prices)) - meanX * meanY)
      / (mean(products(rooms, rooms)) - meanX * meanX)
    return (w, meanY - w * meanX)
  }

  /// The points of a path of gradient descent on all four flats.
  static func path(
    rate: Double, from start: Point, steps: Int
  ) -> [Point] {
    var (w, b) = (start.x, start.y)
    var path = [start]
    for _ in 0..<steps {
      let errors = zip(rooms, prices).map { w * $0 + b - $1 }
      w -= rate * mean(products(rooms, errors))
      b -= rate * mean(errors)
      path.append(Point(w, b))
    }
    return path
  }

  /// The weights and biases whose loss lies `level` above the least.
  ///
  /// With u and v from the lowest point, the loss above the least is
  /// ½(p u² + 2 q u v + v²), where p and q are the means of rooms² and rooms;
  /// that is ½((p − q²) u² + (q u + v)²), a circle in other coordinates.
  static func oval(_ level: Double) -> [Point] {
    let (w, b) = lowest
    let (p, q) = (mean(products(rooms, rooms)), mean(rooms))
    let radius = (2 * level).squareRoot()
    return (0...90).map { number in
      let angle = 2 * Double.pi * Double(number) / 90
      let u = radius * cos(angle) / (p - q * q).squareRoot()
      return Point(w + u, b + radius * sin(angle) - q * u)
    }
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  private static func products(_ a: [Double], _ b: [Double]) -> [Double] {
    zip(a, b).map(*)
  }
}
