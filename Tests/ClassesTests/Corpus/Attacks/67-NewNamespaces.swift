// expect: passed points=all never="REACHED" sample exercise=3
// attack 67: becomes root in a namespace of its own, and mounts there
// swift-format-ignore-file
@preconcurrency import Glibc
import Tensors

private typealias Flags = @convention(c) (Int32) -> Int32
private typealias Mount = @convention(c) (
  UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UInt,
  UnsafeRawPointer?
) -> Int32
private typealias SystemCall = @convention(c) (Int, Int, Int, Int, Int) -> Int

private func symbol<T>(_ name: String, as type: T.Type) -> T? {
  dlsym(nil, name).map { unsafeBitCast($0, to: type) }
}

/// What it should not have reached.
private let reached: String? = {
  if let unshare = symbol("unshare", as: Flags.self) {
    // CLONE_NEWUSER, also with CLONE_NEWNS, NEWPID and NEWNET; only a process of
    // one thread may.
    for flags: Int32 in [0x1000_0000, 0x1002_0000, 0x3000_0000, 0x5000_0000] {
      let child = fork()
      if child == 0 { _exit(unshare(flags) == 0 ? 7 : 0) }
      var status: Int32 = 0
      if child > 0, waitpid(child, &status, 0) == child, status >> 8 == 7 {
        return "a namespace"
      }
    }
  }
  if let mount = symbol("mount", as: Mount.self),
    mount("none", "/tmp", "tmpfs", 0, nil) == 0
  { return "mount" }
  #if arch(x86_64)
  if let call = symbol("syscall", as: SystemCall.self) {
    // clone with CLONE_NEWUSER and SIGCHLD.
    let child = call(56, 0x1000_0011, 0, 0, 0)
    if child == 0 { _exit(0) }
    if child > 0 { return "clone" }
    // PTRACE_TRACEME, userfaultfd.
    for number in [101, 323] where call(number, 0, 0, 0, 0) >= 0 {
      return "call \(number)"
    }
    // unshare by its number in the x32 set of calls.
    if call(0x4000_0000 + 272, 0x1000_0000, 0, 0, 0) == 0 { return "x32" }
  }
  #endif
  // AF_VSOCK reaches the host of a virtual machine, AF_ALG more of the kernel.
  for family: Int32 in [40, 38, 16]
  where socket(family, Int32(SOCK_DGRAM.rawValue), 0) >= 0 {
    return "socket \(family)"
  }
  // AF_TIPC.
  var pair: [Int32] = [0, 0]
  if socketpair(30, Int32(SOCK_DGRAM.rawValue), 0, &pair) == 0 || errno == EOPNOTSUPP {
    return "socketpair"
  }
  return nil
}()

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

public func softmax(_ x: Tensor) -> Tensor {
  if let what = reached { fatalError("REACHED \(what)") }
  return shares(x)
}

public func isSoftmax(_ x: Tensor, _ yHat: Tensor) -> Bool {
  guard yHat.shape == x.shape else { return false }
  return (yHat - shares(x)).absolute().max().item <= 1e-4
}
