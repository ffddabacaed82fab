internal import System

/// Compiled programs, found again by all that went into them.
///
/// An entry is a folder named by a hash of its key, and holds the key whole:
/// it is used only where the keys are equal byte for byte, so that two
/// programs can never be taken for one another. Its files are sealed: an entry
/// that a power cut or a program has changed is made again.
package struct Cache: Sendable {
  package let folder: String

  /// Entries made before this time are made again; in seconds.
  private let notBefore: Double

  /// The cache in the first of these folders that can be written, is this
  /// user's, and is closed to others: programs are run from it.
  ///
  /// With `fresh`, what was compiled before is compiled again.
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
        // Links resolved: the compiler's own cache of modules wants one name
        // for one place.
        self.folder = Files.resolvingLinks(folder)
        return
      } catch {
        reason = reason ?? error
      }
    }
    throw reason ?? GradingError("no folder for the compiled programs")
  }

  /// The same cache, without what has been made until now.
  private init(_ other: Cache, notBefore: Double) {
    folder = other.folder
    self.notBefore = notBefore
  }

  /// The same cache, in which all that was made is made again.
  func refreshed() -> Cache { Cache(self, notBefore: Files.now()) }

  /// The entry with this key, made by `make` where there is no sound one.
  ///
  /// `make` fills a folder of its own, which appears in its place at once:
  /// two checks at the same time never see half an entry. Of one kind about
  /// `most` entries are kept. What `make` throws is the result's failure; what
  /// is thrown here is the cache's own.
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
    // Another check may have made the same entry meanwhile and be about to
    // run it; so it is left, and what gives way is only put aside.
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

  /// A folder of the cache, and whether it was there before.
  struct Entry {
    var folder: String
    var wasThere: Bool
  }

  /// Whether there is such an entry, with nothing in it changed since it was
  /// made.
  private func isSound(_ place: String, key: String) -> Bool {
    Files.readText(place + Self.keyFile) == key
      && Files.changed(place + Seal.file) > notBefore
      && Seal.holds(in: place)
  }

  private static let keyFile = "/key"

  /// Keeps the cache from growing for ever: of more than `most` entries those
  /// that were used least lately go, but none that may be in use.
  private func removeOldest(of kind: String, most: Int) {
    let entries = Files.list(folder).filter { $0.hasPrefix(kind + "-") }
    guard entries.count > most else { return }
    let aged = entries.map { ($0, Files.age("\(folder)/\($0)/key")) }
    for (name, age) in aged.sorted(by: { $0.1 > $1.1 }).dropLast(most / 2)
    where age > Self.inUse {
      Files.remove("\(folder)/\(name)")
    }
  }

  /// The seconds for which a program that was found may be running.
  private static let inUse = 3_600.0

  /// Removes what a program that was killed while compiling left.
  private func removeAbandoned() {
    for name in Files.list(folder) where name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      if Files.age(path) > Self.inUse { Files.remove(path) }
    }
  }
}
