package import Tensors

/// A displayed chain of equalities, proved at random points.
///
/// Every row of the lesson's ```` ```math derivation=NAME ```` block has the
/// value of the others at each point.
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
  /// Names are written as in the formula, with their indices: `\hat y_j` has
  /// a number for each j, `w_{kj}` one for each k and j, and `y` just one. So
  /// `y` and `y_j` may be two things.
  package struct Letters: Sendable {
    /// The numbers of a name at a point, row by row for two indices.
    package typealias Numbers = @Sendable ([Double]) -> [Double]

    /// The letters that count, each with what it runs through: in a sum
    /// without bounds, in the indices of a name, and freely.
    package let indices: [String: ClosedRange<Int>]

    /// Indices that stand free in the rows, which have a value for each of
    /// their choices.
    package let free: [String]
    package let values: [String: Numbers]

    /// Equations such as `\hat y = w x + b`, which define further names.
    ///
    /// Each is made of values and of names defined before it, along all of
    /// which the name can be differentiated.
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
