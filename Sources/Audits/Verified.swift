internal import Figures
package import Lessons
internal import System

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a lesson's outputs and figures were made from when they were last
/// right.
struct Ingredients: Codable, Equatable {
  /// A cell, by what it holds.
  struct Step: Codable, Equatable {
    var name: String
    var code: String
  }

  /// A figure, by what it shows and how.
  struct Drawing: Codable, Equatable {
    var values: String
    var alternative: String
    var svg: String
  }

  /// In the order in which they run.
  var cells: [Step]
  var solution: String
  var library: String
  var data: String
  var figures: [String: Drawing]
}

extension Ingredients {
  /// Why a cell may print something else than it did before.
  func reason(for cell: String, before: Ingredients?) -> String {
    guard let before else { return "it was not verified here before" }
    let then = before.cells.prefix { $0.name != cell }
    let now = cells.prefix { $0.name != cell }
    var reasons: [String] = []
    let old = before.cells.first { $0.name == cell }
    if old == nil {
      reasons.append("the cell is new")
    } else if old != cells.first(where: { $0.name == cell }) {
      reasons.append("the cell changed")
    }
    let earlier = now.filter { !then.contains($0) }.map(\.name)
    let gone = then.map(\.name).filter { name in
      !now.contains { $0.name == name }
    }
    if old != nil, !earlier.isEmpty {
      reasons.append("\(quoted(earlier)) before it changed")
    }
    if old != nil, !gone.isEmpty {
      reasons.append("\(quoted(gone)) before it went")
    }
    if solution != before.solution { reasons.append("the solution changed") }
    if library != before.library { reasons.append("the library changed") }
    if data != before.data { reasons.append("the data changed") }
    return reasons.isEmpty
      ? "the lesson's text changed" : reasons.joined(separator: ", ")
  }

  private func quoted(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// Why a figure may not be what its file holds.
  func reason(forFigure name: String, before: Ingredients?) -> String {
    guard let old = before?.figures[name], let new = figures[name] else {
      return "it was not verified here before"
    }
    if old.values != new.values { return "its values changed" }
    if old.alternative != new.alternative {
      return "its text alternative changed"
    }
    return old.svg != new.svg ? "the drawing changed" : "the file changed"
  }
}

extension AuditedCourse {
  private func recordPath(of lesson: Lesson) -> String {
    "\(root)/.course/verified/\(lesson.directory).json"
  }

  /// What they would be made from now.
  func ingredients(of lesson: Lesson) -> Ingredients {
    let rooms = ["Tensors", "Networks", "Datasets", "Wire", "Workbench"]
    let sources = rooms.flatMap { room in
      names(in: "Sources/\(room)", ending: ".swift").map {
        text("Sources/\(room)/\($0)") ?? ""
      }
    }
    let folder = "Data/fashion-mnist-sample"
    let data = names(in: folder, ending: ".gz").map {
      let bytes = try? readFile(
        "\(root)/\(folder)/\($0)", atMost: 64 << 20)
      return "\($0) \(bytes.map { String(fnv1a($0), radix: 16) } ?? "")"
    }
    let cells = lesson.cells.filter { !$0.yours } + lesson.cells.filter(\.yours)
    let solution = text("Solutions/\(lesson.directory)/Exercise.swift") ?? ""
    let drawn = figures(of: lesson).map { figure in
      (
        figure.name,
        Ingredients.Drawing(
          values: hash("\(figure.draw())"),
          alternative: hash(figure.alternative),
          svg: hash(figure.svg))
      )
    }
    return Ingredients(
      cells: cells.map { .init(name: $0.name, code: hash($0.code)) },
      solution: cells.contains(where: \.yours) ? hash(solution) : "",
      library: hash(sources.joined(separator: "\u{0}")),
      data: data.joined(separator: ", "),
      figures: Dictionary(drawn) { first, _ in first })
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

  /// What they were made from when the lesson was last verified here; nil
  /// where it was not.
  func verifiedIngredients(of lesson: Lesson) -> Ingredients? {
    (try? readFile(recordPath(of: lesson), atMost: 16 << 20)).flatMap {
      try? JSONDecoder().decode(Ingredients.self, from: Data($0))
    }
  }
}

private func hash(_ text: String) -> String { String(fnv1a(text), radix: 16) }
