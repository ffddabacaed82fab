internal import Checks
internal import Tensors

let softmaxDerivations: [Derivation] = [shiftInvariance]

/// A point consists of c and the scores of one row.
private let shiftInvariance = Derivation(
  "shiftInvariance",
  letters: .init(
    indices: ["j": 1...4, "k": 1...4], free: ["j"],
    values: ["c": { [$0[0]] }, "o_k": { Array($0.dropFirst()) }]),
  point: { random in (0..<5).map { _ in random.normal() * 3 } })
