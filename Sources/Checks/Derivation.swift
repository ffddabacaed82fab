package import Tensors

/// A displayed derivation whose steps are evaluated at random points.
///
/// Each row of the lesson's ```` ```math derivation=NAME ```` block is one
/// step; all steps have the same value at every point, and the TeX of a row
/// has the value of its step.
package struct Derivation: Sendable {
  package let name: String

  /// What the letters of the block's TeX stand for.
  package let letters: Letters

  /// The values of the variables at a random point.
  package let point: @Sendable (inout SeededGenerator) -> [Double]
  package let steps: [Step]

  /// One row: an expression in words, and its value at a point; one number
  /// for each choice of the free indices.
  package struct Step: Sendable {
    /// Whether the row's TeX is evaluated, too.
    package enum TeX: Sendable, Equatable {
      case evaluated
      /// It says what the evaluator cannot; the reason is for the author.
      case notEvaluated(because: String)
    }

    package let expression: String
    package let tex: TeX
    package let value: @Sendable ([Double]) -> [Double]

    package init(
      _ expression: String, tex: TeX = .evaluated,
      value: @escaping @Sendable ([Double]) -> [Double]
    ) {
      self.expression = expression
      self.tex = tex
      self.value = value
    }
  }

  package init(
    _ name: String, letters: Letters,
    point: @escaping @Sendable (inout SeededGenerator) -> [Double],
    steps: [Step]
  ) {
    self.name = name
    self.letters = letters
    self.point = point
    self.steps = steps
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

    /// Indices that stand free in the rows: a step has a value for each of
    /// their choices, the last of them changing fastest.
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
