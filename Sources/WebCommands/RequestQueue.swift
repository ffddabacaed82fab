internal import Grading
internal import Synchronization
internal import System

/// Requests from the pages, waiting for the loop that carries them out.
final class RequestQueue: Sendable {
  private let requests = Mutex<[PageRequest]>([])
  /// A pipe: the loop waits on `reading`, along with saves and signals.
  let reading: Int32
  private let writing: Int32

  private static let most = 100

  init() throws(WebFailure) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      throw WebFailure("no pipe can be opened: \(errorText(errno))")
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    System.close(reading)
    System.close(writing)
  }

  /// Returns whether there is room for the request.
  func post(_ request: PageRequest) -> Bool {
    let isTaken = requests.withLock { requests in
      guard requests.count < Self.most else { return false }
      if requests.last != request { requests.append(request) }
      return true
    }
    var byte: UInt8 = 1
    // A full pipe has woken the loop already.
    _ = write(writing, &byte, 1)
    return isTaken
  }

  func taken() -> [PageRequest] {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(reading, &bytes, bytes.count) > 0 {}
    return requests.withLock { requests in
      defer { requests = [] }
      return requests
    }
  }
}

/// Why the server cannot run.
struct WebFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
