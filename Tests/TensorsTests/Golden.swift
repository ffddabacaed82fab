import Foundation
import Tensors
import Testing

/// The cases of a golden file, as PyTorch computed them in Float64.
struct Golden: Decodable {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let inputs: [Values]
    let output: Values
    let integers: [String: [Int]]?
    let gradients: [Values?]?

    enum CodingKeys: String, CodingKey {
      case name, inputs, output, integers
      case gradients = "grad_of_output_sum"
    }

    var labels: [Int] { integers?["y"] ?? [] }
    var testDescription: String { name }
  }

  struct Values: Decodable, Sendable {
    let shape: [Int]
    let values: [Double]

    var tensor: Tensor { Tensor(values.map { Float($0) }, shape: shape) }
  }

  let cases: [Case]

  static func cases(in name: String) throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: name)
    return try JSONDecoder()
      .decode(Golden.self, from: Data(contentsOf: file)).cases
  }
}

/// Where a tensor differs from what is expected, or nil.
///
/// The tolerance is relative, and absolute for what is smaller than 1.
func difference(
  _ found: Tensor, _ expected: Golden.Values, tolerance: Double
) -> String? {
  guard found.shape == expected.shape else {
    return "shape \(found.shape), expected \(expected.shape)"
  }
  for (i, (a, b)) in zip(found.values, expected.values).enumerated() {
    let isClose =
      b.isFinite
      ? abs(Double(a) - b) <= tolerance * max(1, abs(b))
      : Double(a) == b || (a.isNaN && b.isNaN)
    if !isClose { return "element \(i) is \(a), expected \(b)" }
  }
  return nil
}
