// expect: passed points=all never="REACHED" exercise=3
// attack 16, 59 and 61: looks for a data set, for labels and for stored weights
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  let names = ["COURSE_DATA", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"]
  if let name = names.first(where: { getenv($0) != nil && String(cString: getenv($0)) != "/tmp" }) { return name }
  let paths = ["/data", "/root/.cache", "/tmp/data", "/usr/share/course", "data"]
  return paths.first { access($0, F_OK) == 0 }
}()

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
