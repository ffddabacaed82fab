package import Lessons
internal import System

/// How a class is graded, from `class.yml`.
package struct ClassRules: Sendable, Equatable {
  package var exercises: [Int: ExerciseRules] = [:]

  /// Which of a student's attempts counts.
  package var attempts = Attempts.last

  package enum Attempts: String, Sendable {
    case first
    case last
    case best
  }

  /// What decides: part of the grader's hash.
  package let text: String

  package init() { text = "" }
}

/// How one exercise is graded.
package struct ExerciseRules: Sendable, Equatable {
  /// The points of checks; those that are not named keep their own.
  package var points: [String: Double] = [:]

  /// The checks whose inputs and messages are kept from students.
  package var hidden: Set<String> = []

  /// When it is due, in seconds since 1970.
  package var deadline: Double?

  /// The part of the points that each day begun after the deadline takes away.
  package var penaltyPerDay = 0.0

  package init() {}

  /// By how many seconds something was late, and what part of its points that
  /// takes away.
  package func lateness(
    submitted: Double?, isMarkedLate: Bool = false
  ) -> (seconds: Int, penalty: Double) {
    var late = isMarkedLate ? 1 : 0
    if let deadline, let submitted, submitted > deadline {
      late = max(late, Int((submitted - deadline).rounded(.up)))
    }
    guard deadline != nil, late > 0 else { return (late, 0) }
    let days = (late + 86_399) / 86_400
    return (late, min(1, Double(days) * penaltyPerDay))
  }
}

extension ClassRules {
  /// Reads `class.yml`.
  package init(
    parsing text: String, file: String
  ) throws(LessonError) {
    let record = try Record(
      YAML(parsing: text, file: file, firstLine: 1), in: file,
      name: "the class", keys: ["exercises", "attempts"])
    self.text = text
    if record.has("attempts") {
      let word = try record.string("attempts")
      guard let attempts = Attempts(rawValue: word) else {
        throw record.mistake(
          "attempts", "`attempts` is \(word)", "write first, last or best")
      }
      self.attempts = attempts
    }
    for (key, value) in try record.entries("exercises") {
      guard let number = Int(key) else {
        throw LessonError(
          file: file, line: value.line,
          problem: "\(key) is not the number of an exercise",
          remedy: "write `exercises:`, and below it `3:`")
      }
      exercises[number] = try ExerciseRules(value, of: number, in: file)
    }
  }
}

extension ExerciseRules {
  fileprivate init(
    _ yaml: YAML, of number: Int, in file: String
  ) throws(LessonError) {
    let record = try Record(
      yaml, in: file, name: "exercise \(number)",
      keys: ["points", "hidden", "deadline", "penalty"])
    for (check, value) in try record.entries("points") {
      guard let points = Double(try value.text("points", in: record)),
        points >= 0, points <= 10_000
      else {
        throw record.mistake(
          "points", "the points of \(check) are not a number in range",
          "write a number from 0 to 10000")
      }
      self.points[check] = points
    }
    if record.has("hidden") { hidden = Set(try record.strings("hidden")) }
    if record.has("deadline") {
      guard let date = seconds(iso8601: try record.string("deadline")) else {
        throw record.mistake(
          "deadline", "`deadline` is not a date",
          "write it as 2026-10-05T23:59:00+02:00")
      }
      deadline = date
    }
    if record.has("penalty") {
      penaltyPerDay = try record.number("penalty")
      guard 0...1 ~= penaltyPerDay else {
        throw record.mistake(
          "penalty", "`penalty` is not between 0 and 1",
          "write 0.1 to take away a tenth for each day")
      }
    }
  }

  /// The checks that it names and that do not exist.
  package func unknown(among checks: [String]) -> [String] {
    (Set(points.keys).union(hidden)).subtracting(checks).sorted()
  }
}

/// A time in ISO 8601 as seconds since 1970.
func seconds(iso8601 text: String) -> Double? {
  let date = try? Date(text, strategy: .iso8601)
  return date?.timeIntervalSince1970
}

/// Seconds since 1970 in ISO 8601, in UTC.
package func iso8601(_ seconds: Double) -> String {
  Date(timeIntervalSince1970: seconds).formatted(.iso8601)
}
