package import Tensors

/// A displayed chain of equalities, tested at random points.
///
/// All rows of the lesson's ```` ```math derivation=NAME ```` block have the
/// same value at each point.
package struct Derivation: Sendable {
  package let name: String

  /// What the letters of the block's TeX stand for.
  package let letters: Letters

  /// The values of the variables at a random point.
  package let point: @Sendable (inout SeededGenerator) -> [Double]

  package init(
    _ name: String, letters: Letters,
    point: @escaping @Sendable (inout SeededGenerator) -> [Double]
  ) {
    self.name = name
    self.letters = letters
    self.point = point
  }
}

extension Derivation {
  /// What the letters of a formula stand for, so that it can be evaluated.
  ///
  /// Names are written as in the formula, with their indices: `\hat y_j` has a
  /// number for each j, `w_{kj}` one for each k and j, and `y` only one. So `y`
  /// and `y_j` may be different things.
  package struct Letters: Sendable {
    /// The numbers of a name at a point, row by row for two indices.
    package typealias Numbers = @Sendable ([Double]) -> [Double]

    /// The index letters, each with its range: in a sum without bounds, in the
    /// indices of a name, and as a free index.
    package let indices: [String: ClosedRange<Int>]

    /// The free indices of the rows; a row has one value for each choice of
    /// them.
    package let free: [String]
    package let values: [String: Numbers]

    /// Equations such as `\hat y = w x + b`, which define further names.
    ///
    /// Each is made of values and of names defined before it; the name can be
    /// differentiated with respect to all of them.
    package let definitions: [String]

    package init(
      indices: [String: ClosedRange<Int>] = [:], free: [String] = [],
      values: [String: Numbers], definitions: [String] = []
    ) {
      self.indices = indices
      self.free = free
      self.values = values
      self.definitions = definitions
    }
  }
}
