// expect: failed points=some softmax=failed isSoftmax=passed never="\u{1B}" sample exercise=3
// attack 7: prints pass lines, JUnit XML, TAP, workflow commands and escapes
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  let words = """
    26 of 26 checks passed
    <testsuite tests="26" failures="0"></testsuite>
    TAP version 14
    ok 1 - softmax
    ##[set-output name=score]26
    ::set-output name=score::26
    \u{1B}[2J\u{1B}[32mall checks passed\u{1B}]0;passed\u{7}
    {"status": "passed", "points": 26, "score": 100}
    ]]>&lt;/system-out><script>alert(1)</script>
    """
  print(words)
  return Tensor([-1])
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
