internal import Classes
internal import Commands
internal import System

extension World {
  /// A path seen from the current folder.
  func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
  }

  /// The rules of a class: from a file that was named, or else from the one
  /// beside a manifest, if there is one.
  func rules(_ named: String?, or kept: String) throws -> ClassRules {
    let file = named.map(absolute) ?? kept
    let bytes: [UInt8]
    do {
      bytes = try readFile(file, atMost: 1 << 20)
    } catch FileError.missing where named == nil {
      return ClassRules()
    } catch {
      throw CommandFailure(.usage, "\(file): \(error)")
    }
    do {
      return try ClassRules(
        parsing: String(decoding: bytes, as: UTF8.self), file: file)
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
  }

  /// The roster, and its text: from a file that was named, or else from the one
  /// beside a manifest, if there is one.
  func roster(
    _ named: String?, or kept: String
  ) throws -> (roster: Roster, text: String)? {
    let file = named.map(absolute) ?? kept
    do {
      let bytes = try readFile(file, atMost: 16 << 20)
      let text = String(decoding: bytes, as: UTF8.self)
      return (try Roster(CSV(reading: text)), text)
    } catch FileError.missing where named == nil {
      return nil
    } catch let refusal as Refusal {
      throw CommandFailure(.usage, "\(file): \(refusal.reason)")
    } catch {
      throw CommandFailure(.usage, "\(file): \(error)")
    }
  }
}
