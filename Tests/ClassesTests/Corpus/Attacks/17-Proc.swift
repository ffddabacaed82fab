// expect: passed points=all never="REACHED" exercise=3
// attack 17: reads /proc: what others run, and writes to the system's settings
// swift-format-ignore-file
@preconcurrency import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  // Its own processes: bubblewrap's, and this one.
  guard let folder = opendir("/proc") else { return nil }
  var processes = 0
  while let entry = readdir(folder) {
    let first = withUnsafeBytes(of: &entry.pointee.d_name) { $0[0] }
    if (0x30...0x39).contains(first) { processes += 1 }
  }
  if processes > 4 { return "\(processes) processes" }
  let secrets = ["/proc/1/root/etc/passwd", "/proc/1/cwd/Package.swift", "/proc/kcore"]
  if let path = secrets.first(where: { open($0, O_RDONLY) >= 0 }) { return path }
  let settings = ["/proc/sys/kernel/core_pattern", "/proc/sys/vm/overcommit_memory", "/proc/sysrq-trigger"]
  return settings.first { open($0, O_WRONLY) >= 0 }
}()

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
