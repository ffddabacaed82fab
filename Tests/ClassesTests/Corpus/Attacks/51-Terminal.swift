// expect: passed points=all never="REACHED" exercise=3
// attack 51: pushes characters into the terminal of the instructor
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  for descriptor in [Int32(0), 1, 2, open("/dev/tty", O_RDWR)] {
    var letter = CChar(0x21)
    if ioctl(descriptor, 0x5412, &letter) == 0 { return "the terminal" }
  }
  return nil
}()

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
