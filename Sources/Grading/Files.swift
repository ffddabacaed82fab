internal import System

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The few things that grading asks of the file system.
enum Files {
  /// The C modules that wing B is built on, each a folder of Sources.
  static let systemModules = ["COpenBLAS", "Czlib"]

  static func read(_ path: String) -> [UInt8]? {
    try? readFile(path, atMost: 64 << 20)
  }

  static func readText(_ path: String) -> String? {
    read(path).map { String(decoding: $0, as: UTF8.self) }
  }

  static func write(_ text: String, to path: String) throws(GradingError) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw GradingError("cannot write \(path): \(reason(error))")
    }
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  static func makeFolder(_ path: String) throws(GradingError) {
    do {
      // For the owner alone: a compiled program is run from here.
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw GradingError(
        "cannot make the folder \(path): \(reason(error))")
    }
  }

  static func list(_ folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).sorted()
  }

  static func link(_ path: String, to target: String) throws(GradingError) {
    do {
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: target)
    } catch {
      throw GradingError(
        "cannot link \(path): \(reason(error))")
    }
  }

  /// Puts a finished folder in its place; where another process was faster,
  /// its folder stays and this one goes.
  static func move(_ folder: String, to place: String) {
    do {
      try FileManager.default.moveItem(atPath: folder, toPath: place)
    } catch {
      remove(folder)
    }
  }

  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Makes a file one that was changed just now.
  static func touch(_ path: String) {
    try? FileManager.default.setAttributes(
      [.modificationDate: Date()], ofItemAtPath: path)
  }

  /// When a file was last changed, in seconds; 0 where there is none.
  static func changed(_ path: String) -> Double {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let date = attributes?[.modificationDate] as? Date
    return date?.timeIntervalSinceReferenceDate ?? 0
  }

  /// How long ago a file was last changed, in seconds.
  static func age(_ path: String) -> Double {
    Date().timeIntervalSinceReferenceDate - changed(path)
  }

  static func parent(_ path: String) -> String {
    URL(filePath: path).deletingLastPathComponent().path
  }

  static func resolvingLinks(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }

  /// Size and time of change: together with the path, what stands for the
  /// content of a file too large to be read at each check.
  static func stamp(_ path: String) -> String? {
    guard
      let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let size = attributes[.size],
      let date = attributes[.modificationDate] as? Date
    else { return nil }
    return "\(path) \(size) \(date.timeIntervalSinceReferenceDate)"
  }
}

/// Something outside the learner's file that keeps it from being graded.
package struct GradingError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
