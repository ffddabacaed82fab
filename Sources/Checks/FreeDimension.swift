package import Wire

/// One way in which a function's inputs may vary because its description leaves
/// it open: how many rows there are, how large a number is, or whether two
/// scores are equal.
///
/// At every seed, the checks of a function draw inputs for each case, as
/// `verify` checks. So no case, such as more than 255 labels, is left untested.
package struct FreeDimension: Sendable {
  package let name: String

  /// The cases; for each there must be an input.
  let cases: [Case]

  /// The positions of an input along this dimension: several if the input has
  /// several of what is measured, none if it has none.
  private let places: @Sendable ([WireValue]) throws -> [Double]

  /// Creates a dimension from numbers of each input, such as its sizes or
  /// scores, and the ranges to be covered.
  package init<each Argument: WireConvertible>(
    _ name: String, _ cases: [Case],
    places:
      @escaping @Sendable (repeat each Argument) throws -> [Double]
  ) {
    self.name = name
    self.cases = cases
    self.places = takingWireValues(places)
  }

  /// Creates a dimension from a size of each input, and the sizes to be
  /// covered.
  package init<each Argument: WireConvertible>(
    _ name: String, _ cases: [Case],
    size: @escaping @Sendable (repeat each Argument) throws -> Int
  ) {
    self.init(name, cases) { (argument: repeat each Argument) in
      [Double(try size(repeat each argument))]
    }
  }

  /// Creates a dimension from a condition that must hold for some input.
  package init<each Argument: WireConvertible>(
    _ name: String,
    holds: @escaping @Sendable (repeat each Argument) throws -> Bool
  ) {
    self.init(name, [Case("", 1...1)]) { (argument: repeat each Argument) in
      try holds(repeat each argument) ? [1] : []
    }
  }

  /// The cases that none of these inputs covers, in words.
  package func missing(in inputs: [[WireValue]]) -> [String] {
    let places = inputs.flatMap { (try? self.places($0)) ?? [] }
    return cases.filter { !places.contains(where: $0.range.contains) }
      .map { $0.name.isEmpty ? name : "\(name): \($0.name)" }
  }

  /// A range of positions along a dimension.
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

    package static func exact(_ number: Double) -> Case {
      Case(number.shortest, number...number)
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
  /// The number, without `.0` if it is an integer.
  fileprivate var shortest: String {
    Int(exactly: self).map { "\($0)" } ?? "\(self)"
  }
}
