/// The processes of a user that are running, or still ending.
///
/// It reads what the system says of each process, which a process cannot hide
/// from an administrator. On systems without `/proc` there is none.
package func processes(of user: UInt32) -> [pid_t] {
  guard let stream = opendir("/proc") else { return [] }
  defer { closedir(stream) }
  var found: [pid_t] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard let process = pid_t(name),
      let status = try? readFile("/proc/\(name)/status", atMost: 4_096)
    else { continue }
    let text = String(decoding: status, as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("Uid:") }
    if line?.split(separator: "\t").dropFirst().contains("\(user)") == true {
      found.append(process)
    }
  }
  return found
}
