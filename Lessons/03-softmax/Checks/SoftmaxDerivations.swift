internal import Checks
internal import Tensors

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

let softmaxDerivations: [Derivation] = [shiftInvariance]

/// A point is c, then the scores of one row.
private let shiftInvariance = Derivation(
  "shiftInvariance",
  letters: .init(
    indices: ["j": 1...4, "k": 1...4], free: ["j"],
    values: ["c": { [$0[0]] }, "o_k": { Array($0.dropFirst()) }]),
  point: { random in (0..<5).map { _ in random.normal() * 3 } },
  steps: [
    .init("exp(oⱼ + c) / Σₖ exp(oₖ + c)") { point in
      let (c, o) = (point[0], point.dropFirst())
      let sum = o.reduce(0) { $0 + exp($1 + c) }
      return o.map { exp($0 + c) / sum }
    },
    .init("exp(c) exp(oⱼ) / (exp(c) Σₖ exp(oₖ))") { point in
      let (c, o) = (point[0], point.dropFirst())
      let sum = o.reduce(0) { $0 + exp($1) }
      return o.map { exp(c) * exp($0) / (exp(c) * sum) }
    },
    .init("exp(oⱼ) / Σₖ exp(oₖ)") { point in
      let o = point.dropFirst()
      let sum = o.reduce(0) { $0 + exp($1) }
      return o.map { exp($0) / sum }
    },
  ])
