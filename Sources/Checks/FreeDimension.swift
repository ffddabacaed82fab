package import Wire

/// One way in which the inputs of a function may vary, because its
/// description leaves it open: how many rows there are, how large a number
/// is, whether two scores are equal.
///
/// The checks of a function draw, at every seed, inputs of each of the cases;
/// `verify` proves it. So what a function does with more than 255 labels, say,
/// is never left untried.
package struct FreeDimension: Sendable {
  package let name: String

  /// The cases, one of which an input is to meet each.
  let cases: [Case]

  /// Where an input lies along this dimension; several numbers where it has
  /// several of what is measured, none where it has none.
  private let places: @Sendable ([WireValue]) throws -> [Double]

  /// Numbers of each input, such as its sizes or its scores, and the ranges
  /// in which some of them lie.
  package init<each Argument: WireConvertible>(
    _ name: String, _ cases: [Case],
    places:
      @escaping @Sendable (repeat each Argument) throws -> [Double]
  ) {
    self.name = name
    self.cases = cases
    self.places = takingWireValues(places)
  }

  /// A size of each input, and which sizes there are.
  package init<each Argument: WireConvertible>(
    _ name: String, _ cases: [Case],
    size: @escaping @Sendable (repeat each Argument) throws -> Int
  ) {
    self.init(name, cases) { (argument: repeat each Argument) in
      [Double(try size(repeat each argument))]
    }
  }

  /// What is true of some inputs.
  package init<each Argument: WireConvertible>(
    _ name: String,
    holds: @escaping @Sendable (repeat each Argument) throws -> Bool
  ) {
    self.init(name, [Case("", 1...1)]) { (argument: repeat each Argument) in
      try holds(repeat each argument) ? [1] : []
    }
  }

  /// The cases that none of these inputs meets, in words.
  package func missing(in inputs: [[WireValue]]) -> [String] {
    let places = inputs.flatMap { (try? self.places($0)) ?? [] }
    return cases.filter { !places.contains(where: $0.range.contains) }
      .map { $0.name.isEmpty ? name : "\(name): \($0.name)" }
  }

  /// A part of a dimension.
  package struct Case: Sendable, ExpressibleByIntegerLiteral {
    let name: String
    let range: ClosedRange<Double>

    init(_ name: String, _ range: ClosedRange<Double>) {
      self.name = name
      self.range = range
    }

    package init(integerLiteral value: Int) {
      self.init("\(value)", Double(value)...Double(value))
    }

    package static func above(_ number: Double) -> Case {
      Case("above \(number.shortest)", number.nextUp...(.infinity))
    }

    package static func below(_ number: Double) -> Case {
      Case("below \(number.shortest)", -.infinity...number.nextDown)
    }

    package static func within(_ range: ClosedRange<Double>) -> Case {
      let (low, high) = (range.lowerBound, range.upperBound)
      return Case("from \(low.shortest) to \(high.shortest)", range)
    }
  }
}

extension Double {
  /// Whole numbers without their `.0`.
  fileprivate var shortest: String {
    Int(exactly: self).map { "\($0)" } ?? "\(self)"
  }
}
