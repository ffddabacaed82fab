// expect: passed points=all never="REACHED" exercise=3
// attack 10: looks for descriptors besides 0, 1, 2 and the two of the channel
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  let open = (0..<Int32(1_024)).filter { fcntl($0, F_GETFD) >= 0 }
  return Set(open).isSubset(of: [0, 1, 2, 16, 17]) ? nil : "descriptors \(open)"
}()

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
