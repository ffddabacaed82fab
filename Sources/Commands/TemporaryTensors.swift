internal import System
internal import Tensors

func saveTensors(_ tensors: [String: Tensor], to path: String) throws {
  let all = tensors.mapValues {
    ["s": $0.shape.map(Float.init), "v": $0.values]
  }
  try JSONEncoder().encode(all).write(to: URL(filePath: path))
}

func loadTensors(from path: String) throws -> [String: Tensor] {
  let data = try Data(contentsOf: URL(filePath: path))
  return try JSONDecoder().decode([String: [String: [Float]]].self, from: data)
    .mapValues { Tensor($0["v"] ?? [], shape: ($0["s"] ?? []).map { Int($0) }) }
}
