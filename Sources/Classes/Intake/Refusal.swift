/// Why something that was handed in is not taken.
package struct Refusal: Error, Sendable, Equatable {
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}

/// What may be taken at most, so that a hostile or broken upload costs little.
package struct IntakeLimits: Sendable {
  /// The size of the file to grade.
  package var fileBytes = 1 << 20

  /// The size of an archive, packed, and of a `tar.gz` unpacked.
  package var archiveBytes = 64 << 20

  /// The files and folders of one submission.
  package var entries = 20_000

  /// The nesting of its folders.
  package var depth = 16

  package init() {}

  /// The limits for an archive of a whole class, which comes from the instructor.
  var ofClass: IntakeLimits {
    var limits = self
    limits.archiveBytes *= 4
    // A zip file without zip64 holds no more.
    limits.entries = 65_534
    return limits
  }
}

/// What a student handed in: a folder, a file or an archive.
protocol HandIn {
  /// What is in it, without reading any of it.
  func entries() throws(Refusal) -> [HandInEntry]

  /// The content of one of its regular files.
  func content(
    of entry: HandInEntry, atMost limit: Int
  ) throws(Refusal) -> [UInt8]
}

/// A file within what a student handed in.
struct HandInEntry: Equatable {
  enum Kind: Equatable {
    case file
    /// A symbolic or hard link.
    case link
    /// A device, a pipe or a socket.
    case special
  }

  /// The path within, for people and to tell files apart; never opened.
  var path: String
  var kind = Kind.file

  /// Where its bytes are, for whoever listed it.
  var place = 0
}
