/// Whom the name of something that was handed in tells.
package struct Identity: Sendable, Equatable {
  /// What tells the student from others.
  package var id: String
  package var name: String

  /// The number of the attempt, where the name tells it.
  package var attempt: Int?

  /// Whether the name is one that Moodle or Canvas gives.
  package var isOfSystem = false

  /// Whether the system that collected it marked it as late.
  package var isMarkedLate = false

  /// Reads a name as Moodle, Canvas or an instructor gives it.
  ///
  /// - Moodle: `Ada Lovelace_1234_assignsubmission_file_…`
  /// - Canvas: `lovelaceada_LATE_1234_5678_Exercise-2.swift`
  /// - otherwise the name is the student's, without its ending.
  package init(ofItem name: String) {
    if let match = name.firstMatch(
      of: /^(.+)_(\d+)_assignsubmission_(file|onlinetext)_?/)
    {
      self.init(id: String(match.2), name: String(match.1))
      isOfSystem = true
    } else if let match = name.wholeMatch(
      of: /([^_]+)_(LATE_)?(\d+)_(\d+)_(.+?)(-(\d+))?\.[A-Za-z.]+/)
    {
      self.init(id: String(match.3), name: String(match.1))
      isOfSystem = true
      attempt = match.7.flatMap { Int($0) }.map { $0 + 1 }
      isMarkedLate = match.2 != nil
    } else {
      let stem =
        Self.endings.first { name.lowercased().hasSuffix($0) }
        .map { String(name.dropLast($0.count)) } ?? name
      let person = stem.replacing(/(?i)[-_ ]exercise_?\d*$/, with: "")
      self.init(id: person.isEmpty ? stem : person, name: "")
      self.name = id
    }
  }

  private init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  private static let endings = [".swift", ".zip", ".tar.gz", ".tgz"]
}
