internal import System

/// Notices when a file is saved.
///
/// It watches the folder, because editors write a new file and rename it over
/// the old one. It also looks at the file itself now and then. If it finds a
/// change without an event (on a network file system, or behind a link), it
/// looks often from then on.
package final class FileEvents {
  private let path: String
  private let name: String

  /// The descriptor to wait on; negative if there are no events.
  private var events: Int32 = -1
  private var stamp: Stamp?

  /// When the file was first found missing.
  private var gone: ContinuousClock.Instant?

  /// A change that no event has reported yet: the editor may not have finished.
  private var unexplained: Stamp?

  package init(of path: String) {
    self.path = path
    let slash = path.lastIndex(of: "/")
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    #if os(Linux)
    let folder = slash.map { String(path[..<$0]) } ?? "."
    events = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    let mask = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
    if events >= 0, inotify_add_watch(events, folder, mask) < 0 { giveUp() }
    #endif
    // The target of a link can change without an event for the folder.
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      giveUp()
    }
    stamp = Stamp(of: path)
  }

  deinit { giveUp() }

  /// The descriptors to wait on.
  package var descriptors: [Int32] { events >= 0 ? [events] : [] }

  /// The longest time to wait before asking again.
  package var milliseconds: Int32 {
    events < 0 ? 90 : unexplained != nil ? 200 : 1_000
  }

  /// Whether the file was saved since the last call.
  package func sawSave() -> Bool {
    let told = takeEvents()
    if sawItGo() { return true }
    guard let now = Stamp(of: path), told || now != stamp else {
      unexplained = nil
      return false
    }
    if !told, events >= 0 {
      guard now == unexplained else {
        unexplained = now
        return false
      }
      // No event reported this change, and none will report the next one.
      giveUp()
    }
    unexplained = nil
    stamp = now
    return true
  }

  /// Whether the file has been missing for longer than an editor takes to put a
  /// new one in its place.
  private func sawItGo() -> Bool {
    guard stamp != nil, Stamp(of: path) == nil else {
      gone = nil
      return false
    }
    let since = gone ?? .now
    gone = since
    guard ContinuousClock.now - since >= .milliseconds(900) else {
      return false
    }
    stamp = nil
    return true
  }

  private func giveUp() {
    if events >= 0 { close(events) }
    events = -1
  }

  /// Whether an event named the file; events of other files are ignored.
  private func takeEvents() -> Bool {
    #if os(Linux)
    guard events >= 0 else { return false }
    var told = false
    var lost = false
    let capacity = 16_384
    withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 8) { buffer in
      while true {
        let count = read(events, buffer.baseAddress, capacity)
        guard count > 0 else { return }
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.load(
            fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          let end = min(start + Int(event.len), count)
          let bytes = buffer[start..<end].prefix { $0 != 0 }
          told = told || bytes.elementsEqual(name.utf8)
          let ends = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW)
          lost = lost || event.mask & ends != 0
          offset = end
        }
      }
    }
    // The folder itself was removed, as when switching branches, or events were
    // lost. From now on only looking at the file works.
    if lost { giveUp() }
    return told
    #else
    return false
    #endif
  }
}

/// The properties of a file that change when it is saved.
private struct Stamp: Equatable {
  var size: Int64
  var seconds: Int
  var nanoseconds: Int
  var number: UInt64

  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int64(status.st_size)
    number = UInt64(status.st_ino)
    #if canImport(Darwin)
    seconds = status.st_mtimespec.tv_sec
    nanoseconds = status.st_mtimespec.tv_nsec
    #else
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    #endif
  }
}
