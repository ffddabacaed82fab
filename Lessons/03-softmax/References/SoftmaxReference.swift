internal import System
package import Tensors

/// Softmax of each row, computed number by number in Double.
package func softmaxByHand(_ x: Tensor) -> Tensor {
  let (scores, q) = (x.values.map(Double.init), x.shape[1])
  var shares: [Float] = []
  for start in stride(from: 0, to: scores.count, by: q) {
    let row = scores[start..<start + q]
    let largest = row.max() ?? 0
    var total = 0.0
    for score in row { total += exp(score - largest) }
    for score in row { shares.append(Float(exp(score - largest) / total)) }
  }
  return Tensor(shares, shape: x.shape)
}
