package import Lessons

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What the outputs of a lesson were made from when they were last right.
private struct Ingredients: Codable, Equatable {
  var cells: String
  var library: String
  var data: String
}

extension AuditedCourse {
  private func recordPath(of lesson: Lesson) -> String {
    "\(root)/.course/verified/\(lesson.directory).json"
  }

  private func ingredients(of lesson: Lesson) -> Ingredients {
    let rooms = ["Tensors", "Networks", "Datasets", "Wire", "Workbench"]
    let sources = rooms.flatMap { room in
      names(in: "Sources/\(room)", ending: ".swift").map {
        text("Sources/\(room)/\($0)") ?? ""
      }
    }
    let folder = "Data/fashion-mnist-sample"
    let data = names(in: folder, ending: ".gz").map {
      let bytes = FileManager.default.contents(
        atPath: "\(root)/\(folder)/\($0)")
      return "\($0) \(bytes.map { hash($0) } ?? "")"
    }
    return Ingredients(
      cells: hash(lesson.cells.map(\.code).joined(separator: "\u{0}").utf8),
      library: hash(sources.joined(separator: "\u{0}").utf8),
      data: data.joined(separator: ", "))
  }

  /// Notes that the outputs of a lesson are right for what there is now.
  ///
  /// Only a convenience: that it cannot be noted is no failure.
  package func recordVerified(_ lesson: Lesson) {
    let path = recordPath(of: lesson)
    try? FileManager.default.createDirectory(
      atPath: "\(root)/.course/verified", withIntermediateDirectories: true)
    let record = try? JSONEncoder().encode(ingredients(of: lesson))
    try? record?.write(to: URL(filePath: path), options: .atomic)
  }

  /// Why the outputs of a lesson may have changed, in words.
  func reason(for lesson: Lesson) throws -> String {
    let path = recordPath(of: lesson)
    guard let data = FileManager.default.contents(atPath: path),
      let before = try? JSONDecoder().decode(Ingredients.self, from: data)
    else { return "it was not verified here before" }
    let now = ingredients(of: lesson)
    let changed = [
      now.cells != before.cells ? "the cells changed" : nil,
      now.library != before.library ? "the library changed" : nil,
      now.data != before.data ? "the data changed" : nil,
    ].compactMap { $0 }
    return changed.isEmpty
      ? "the lesson's text changed" : changed.joined(separator: ", ")
  }
}

/// FNV-1a, 64 bits: tells versions apart.
private func hash(_ bytes: some Sequence<UInt8>) -> String {
  let value = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
    ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
  }
  return String(value, radix: 16)
}
