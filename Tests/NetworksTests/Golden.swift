import Foundation
import Tensors

/// A file of golden values, beside this one or in another room's tests.
func golden<Content: Decodable>(
  _ type: Content.Type, _ name: String, room: String = "NetworksTests"
) throws -> Content {
  let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: room).appending(path: "Golden").appending(path: name)
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(type, from: Data(contentsOf: file))
}

struct GoldenTensor: Decodable, Sendable {
  let shape: [Int]
  let values: [Double]

  var tensor: Tensor { Tensor(values.map { Float($0) }, shape: shape) }
}

/// Whether all values are as near as `tolerance`, relative above 1.
func isClose(_ a: [Float], _ b: [Double], tolerance: Double) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy {
      abs(Double($0) - $1) <= tolerance * max(1, abs($1))
    }
}
