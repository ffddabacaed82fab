/// Why a lock could not be taken.
package enum LockError: Error, Equatable {
  /// Another process held it all the time; nil if that process cannot be seen
  /// from here, because it is in a container or on another machine.
  case held(by: Int?)
  case file(FileError)
}

/// Runs `body` while no other process holds the lock `path`.
///
/// The file names the process that holds the lock, and is never removed:
/// otherwise two processes could lock two different files of the same name.
package func withFileLock<Result>(
  _ path: String, seconds: Double = 10, _ body: () throws -> Result
) throws -> Result {
  let descriptor = try takeLock(path, seconds: seconds)
  defer { close(descriptor) }
  return try body()
}

private func takeLock(
  _ path: String, seconds: Double
) throws(LockError) -> Int32 {
  let deadline = ContinuousClock.now + .seconds(seconds)
  while true {
    let descriptor = try openLock(path)
    let isOurs = flock(descriptor, LOCK_EX | LOCK_NB) == 0
    let failure = errno
    if isOurs, isStillAt(path, descriptor) {
      note(getpid(), in: descriptor)
      return descriptor
    }
    let holder = isOurs ? nil : holder(of: descriptor)
    close(descriptor)
    guard isOurs || failure == EWOULDBLOCK || failure == EINTR else {
      throw .file(.refused(failure))
    }
    guard ContinuousClock.now < deadline else { throw .held(by: holder) }
    usleep(20_000)
  }
}

private func openLock(_ path: String) throws(LockError) -> Int32 {
  let flags = O_CREAT | O_RDWR | O_CLOEXEC | O_NONBLOCK
  let descriptor = open(path, flags, 0o644)
  guard descriptor >= 0 else { throw .file(.last) }
  var status = stat()
  guard fstat(descriptor, &status) == 0,
    status.st_mode & S_IFMT == S_IFREG
  else {
    close(descriptor)
    throw .file(.special)
  }
  return descriptor
}

/// Whether the locked file is the one that others will find: it may have been
/// removed between opening and locking it.
private func isStillAt(_ path: String, _ descriptor: Int32) -> Bool {
  var (locked, found) = (stat(), stat())
  return fstat(descriptor, &locked) == 0 && stat(path, &found) == 0
    && locked.st_ino == found.st_ino && locked.st_dev == found.st_dev
}

/// Writes the holder's process ID into the lock file, for those who wait.
private func note(_ process: pid_t, in descriptor: Int32) {
  let words = Array("\(process)\n".utf8)
  // For information only: the lock holds even if the disk is full.
  _ = ftruncate(descriptor, 0)
  _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
}

/// The process that holds a lock: the one that the system names, or else the
/// one written in the file, if it is still running.
private func holder(of descriptor: Int32) -> Int? {
  #if os(Linux)
  var status = stat()
  if fstat(descriptor, &status) == 0,
    let table = try? readFile("/proc/locks", atMost: 1 << 20)
  {
    // 2: FLOCK  ADVISORY  WRITE 6823 fe:00:16220344 0 EOF
    for line in String(decoding: table, as: UTF8.self).lines {
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK",
        words[5].hasSuffix(":\(status.st_ino)"), let number = Int(words[4])
      else { continue }
      if isAlive(number) { return number }
    }
  }
  #endif
  var bytes = [UInt8](repeating: 0, count: 32)
  let count = bytes.withUnsafeMutableBytes {
    pread(descriptor, $0.baseAddress, 32, 0)
  }
  let digits = bytes.prefix(max(count, 0)).prefix { (0x30...0x39) ~= $0 }
  let number = Int(String(decoding: digits, as: UTF8.self))
  return number.flatMap { isAlive($0) ? $0 : nil }
}

private func isAlive(_ number: Int) -> Bool {
  guard let process = pid_t(exactly: number), process > 0 else { return false }
  return kill(process, 0) == 0 || errno == EPERM
}

/// The system's name for a process; nil if it does not say.
package func processName(_ number: Int) -> String? {
  guard let name = try? readFile("/proc/\(number)/comm", atMost: 4_096) else {
    return nil
  }
  return String(decoding: name, as: UTF8.self).lines.first.map(String.init)
}
