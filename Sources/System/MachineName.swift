/// This machine's host name, to tell it from others that share a file system with
/// it.
package let machineName: String = {
  var name = [CChar](repeating: 0, count: 256)
  gethostname(&name, name.count - 1)
  return String(
    decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
    as: UTF8.self)
}()
