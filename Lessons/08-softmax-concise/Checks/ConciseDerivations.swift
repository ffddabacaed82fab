internal import Checks
internal import Tensors

/// The derivations of lesson 08.
let conciseDerivations: [Derivation] = [logSoftmax]

/// Softmax and logarithm as one formula.
///
/// A point consists of the scores of one row; m is the largest of them.
private let logSoftmax = Derivation(
  "logSoftmax",
  letters: .init(
    indices: ["j": 1...4, "k": 1...4], free: ["j"], values: ["o_k": { $0 }],
    definitions: [
      #"m = \max_k o_k"#,
      #"\hat y_j = \frac{\exp(o_j)}{\sum_k \exp(o_k)}"#,
    ]),
  point: { random in (0..<4).map { _ in random.normal() * 3 } })
