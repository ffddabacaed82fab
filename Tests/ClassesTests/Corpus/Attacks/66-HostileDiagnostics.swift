// expect: compile_error points=0 exercise=3 never="\u{1B}"
// attack 21 and 22: errors whose text is markup, escapes and a formula
// swift-format-ignore-file
import Tensors
#error("</pre><script>alert(1)</script> ]]> \u{1B}[31m =cmd|calc")
#warning("[31mred ‮ reversed")

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor { shares(x) }

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
