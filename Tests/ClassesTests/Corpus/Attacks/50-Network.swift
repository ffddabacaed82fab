// expect: passed points=all never="REACHED" exercise=3
// attack 18 and 50: connects by TCP, by UDP, to the metadata of a cloud and to abstract sockets
// swift-format-ignore-file
import Glibc
import Tensors

private func shares(_ x: Tensor) -> Tensor {
  let powers = (x - x.max(axis: 1, keepingDimensions: true)).exp()
  return powers / powers.sum(axis: 1, keepingDimensions: true)
}

/// What it should not have reached.
private let reached: String? = {
  for (kind, port) in [(SOCK_STREAM, 80), (SOCK_DGRAM, 53)] {
    for host in ["169.254.169.254", "8.8.8.8", "10.0.0.1", "172.17.0.1"] {
      let socket = socket(AF_INET, Int32(kind.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
      if socket < 0 { continue }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = in_port_t(port).bigEndian
      inet_aton(host, &address.sin_addr)
      let failed = withUnsafeBytes(of: &address) { bytes in
        connect(socket, bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
      }
      if failed == 0 || errno == EINPROGRESS { return "\(host):\(port)" }
      close(socket)
    }
  }
  var found: UnsafeMutablePointer<addrinfo>?
  if getaddrinfo("example.com", "80", nil, &found) == 0 { return "a name" }
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
