internal import System

/// A cache of compiled programs, keyed by everything that went into them.
///
/// An entry is a folder named by a hash of its key. It also stores the whole
/// key and is used only if the keys are equal byte for byte, so two programs
/// can never be confused. Its files are sealed: an entry that was damaged by a
/// power cut or changed by a program is rebuilt.
package struct Cache: Sendable {
  package let folder: String

  /// Entries made before this time, in seconds, are rebuilt.
  private let notBefore: Double

  /// Opens the cache in the first of these folders that is writable, belongs to
  /// this user and is closed to others, because programs are run from it.
  ///
  /// With `fresh`, everything is compiled again.
  package init(
    in folders: [String], fresh: Bool = false
  ) throws(GradingError) {
    var reason: GradingError?
    for folder in folders {
      do throws(GradingError) {
        try Files.makePrivateFolder(folder)
        let probe = folder + "/.probe-\(UInt32.random(in: 0...UInt32.max))"
        try Files.write("probe", to: probe)
        notBefore = fresh ? Files.changed(probe) : 0
        Files.remove(probe)
        // Resolve links: the compiler's module cache needs one path per folder.
        self.folder = Files.resolvingLinks(folder)
        return
      } catch {
        reason = reason ?? error
      }
    }
    throw reason
      ?? GradingError(
        "no folder for compiled programs; name one in COURSE_CACHE")
  }

  /// The same cache, ignoring entries made before a point in time.
  private init(_ other: Cache, notBefore: Double) {
    folder = other.folder
    self.notBefore = notBefore
  }

  /// The same cache, with every existing entry to be rebuilt.
  func refreshed() -> Cache { Cache(self, notBefore: Files.now()) }

  /// The entry with this key; `make` builds it if there is no sound one.
  ///
  /// `make` fills a temporary folder, which is then moved into place, so
  /// concurrent checks never see half an entry. About `most` entries of each
  /// kind are kept. An error from `make` becomes the result's failure; an error
  /// thrown here is the cache's own.
  func entry<Failure>(
    _ kind: String, key: String, most: Int = 64,
    make: (_ folder: String) throws(Failure) -> Void
  ) throws(GradingError) -> Result<Entry, Failure> {
    let place = "\(folder)/\(kind)-\(String(fnv1a(key), radix: 16))"
    if isSound(place, key: key) {
      Files.touch(place + Self.keyFile)
      return .success(Entry(folder: place, wasThere: true))
    }
    let workshop = "\(folder)/.\(kind)-\(UInt64.random(in: 0...UInt64.max))"
    try Files.makePrivateFolder(workshop)
    do throws(Failure) {
      try make(workshop)
    } catch {
      Files.remove(workshop)
      return .failure(error)
    }
    do throws(GradingError) {
      try Files.write(key, to: workshop + Self.keyFile)
      try Seal(of: workshop).write()
    } catch {
      Files.remove(workshop)
      throw error
    }
    // Another check may have made the same entry meanwhile and be about to run
    // it, so keep that one. An unsound entry is moved aside, not removed,
    // because it may still be running.
    if isSound(place, key: key) {
      Files.remove(workshop)
      return .success(Entry(folder: place, wasThere: true))
    }
    if Files.exists(place) {
      Files.move(
        place, to: "\(folder)/.old-\(UInt64.random(in: 0...UInt64.max))")
    }
    Files.move(workshop, to: place)
    removeOldest(of: kind, most: most)
    removeAbandoned()
    return .success(Entry(folder: place, wasThere: false))
  }

  /// An entry's folder, and whether it already existed.
  struct Entry {
    var folder: String
    var wasThere: Bool
  }

  /// Whether the entry exists, is recent enough, and is unchanged since it was
  /// made.
  private func isSound(_ place: String, key: String) -> Bool {
    Files.readText(place + Self.keyFile) == key
      && Files.changed(place + Seal.file) > notBefore
      && Seal.holds(in: place)
  }

  private static let keyFile = "/key"

  /// If there are more than `most` entries of a kind, removes those that have
  /// not been used for longest, except any that may be in use.
  private func removeOldest(of kind: String, most: Int) {
    let entries = Files.list(folder).filter { $0.hasPrefix(kind + "-") }
    guard entries.count > most else { return }
    let aged = entries.map { ($0, Files.age("\(folder)/\($0)/key")) }
    for (name, age) in aged.sorted(by: { $0.1 > $1.1 }).dropLast(most / 2)
    where age > Self.inUse {
      Files.remove("\(folder)/\(name)")
    }
  }

  /// How long a program found in the cache may still be running, in seconds.
  private static let inUse = 3_600.0

  /// Removes what was left by checks that were killed while compiling.
  private func removeAbandoned() {
    for name in Files.list(folder) where name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if Files.age(path) > Self.inUse { Files.remove(path) }
    }
  }
}
