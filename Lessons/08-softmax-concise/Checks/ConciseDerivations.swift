internal import Checks
internal import Tensors

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The derivations of lesson 08, step by step.
let conciseDerivations: [Derivation] = [logSoftmax]

/// Softmax and logarithm as one formula.
///
/// A point is the scores of one row; m is the largest of them.
private let logSoftmax = Derivation(
  "logSoftmax",
  letters: .init(
    indices: ["j": 1...4, "k": 1...4], free: ["j"], values: ["o_k": { $0 }],
    definitions: [
      #"m = \max_k o_k"#,
      #"\hat y_j = \frac{\exp(o_j)}{\sum_k \exp(o_k)}"#,
    ]),
  point: { random in (0..<4).map { _ in random.normal() * 3 } },
  steps: [
    .init("log ŷⱼ, with ŷ = softmax(o)") { o in
      let sum = o.reduce(0) { $0 + exp($1) }
      return o.map { log(exp($0) / sum) }
    },
    .init("log (exp(oⱼ − m) / Σₖ exp(oₖ − m))") { o in
      let m = o.max() ?? 0
      let sum = o.reduce(0) { $0 + exp($1 - m) }
      return o.map { log(exp($0 - m) / sum) }
    },
    .init("oⱼ − m − log Σₖ exp(oₖ − m)") { o in
      let m = o.max() ?? 0
      let sum = o.reduce(0) { $0 + exp($1 - m) }
      return o.map { $0 - m - log(sum) }
    },
  ])
