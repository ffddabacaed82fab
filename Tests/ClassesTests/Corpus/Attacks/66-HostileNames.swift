// expect: compile_error points=0 exercise=3
// attack 21 and 22: names of emoji and of letters that change direction, with a wrong type
// swift-format-ignore-file
import Tensors

let `</script>`: Int = "🧨"
let 🧨: Int = "x"

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor { shares(x) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
