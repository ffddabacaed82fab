/// What a check of an exercise found: the object that `check --json` prints.
///
/// The names of the properties are the keys of the JSON and part of what
/// others rely on.
package struct Report: Sendable, Equatable, Codable {
  package enum Status: String, Sendable, Codable {
    case passed
    case failed
    case notWritten = "not_written"
    case compileError = "compile_error"
    case compileLimit = "compile_limit"
    case rejected
    case graderError = "grader_error"
  }

  /// Times in milliseconds.
  package struct Timing: Sendable, Equatable, Codable {
    package var compile = 0
    package var run = 0
    package var total = 0

    package init() {}
  }

  package var version = 1
  package var exercise: Int
  package var id: String
  package var status: Status
  package var message: String
  package var points = 0
  package var maxPoints = 0
  package var seed: UInt64
  package var checks: [CheckReport] = []
  package var diagnostics: [Diagnostic] = []
  package var output = ""
  package var metrics: [EpochMetrics] = []

  /// The data set that was trained and judged on; absent where none was.
  package var data: String?
  package var milliseconds = Timing()
  package var cached = false

  package init(
    exercise: Int, id: String, status: Status, message: String, seed: UInt64
  ) {
    self.exercise = exercise
    self.id = id
    self.status = status
    self.message = message
    self.seed = seed
  }
}

/// Why a check was not run.
package enum SkipReason: String, Sendable, Codable {
  /// Another check was asked for.
  case notSelected = "not_selected"
  /// Nothing was run at all.
  case notRun = "not_run"
  /// A check before it failed, and more was not wanted.
  case failedBefore = "failed_before"
  /// The function did not come to an end in a check before.
  case tooSlow = "too_slow"
}

/// What became of one check.
package struct CheckReport: Sendable, Equatable, Codable {
  package enum Status: String, Sendable, Codable {
    case passed
    case failed
    case notWritten = "not_written"
    case runtimeError = "runtime_error"
    case timeLimit = "time_limit"
    case memoryLimit = "memory_limit"
    case outputLimit = "output_limit"
    case protocolError = "protocol_error"
    case skipped
  }

  package var id: String
  package var title: String
  package var function: String
  package var status: Status
  package var points: Int
  package var maxPoints: Int
  package var message: String

  /// The id of the recognised mistake.
  package var mistake: String?

  package var counterexample: Counterexample?

  /// The learner's line that stopped the program.
  package var place: SourceLine?

  /// The function, called by this one, that has to be fixed first.
  package var blamed: String?

  /// The anchor of the section that speaks of it.
  package var lesson: String?

  package var milliseconds: Int

  /// Why it was skipped; nil where it was not.
  package var skipped: SkipReason?

  /// The function that is not written yet, which may be one that it calls.
  package var unwritten: String?

  package init(
    id: String, title: String, function: String, status: Status,
    points: Int = 0, maxPoints: Int = 1, message: String = "",
    mistake: String? = nil, counterexample: Counterexample? = nil,
    place: SourceLine? = nil, lesson: String? = nil, milliseconds: Int = 0
  ) {
    self.id = id
    self.title = title
    self.function = function
    self.status = status
    self.points = points
    self.maxPoints = maxPoints
    self.message = message
    self.mistake = mistake
    self.counterexample = counterexample
    self.place = place
    self.lesson = lesson
    self.milliseconds = milliseconds
  }

  // Written by hand because an absent value is `null` in the JSON, not an
  // absent key.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(function, forKey: .function)
    try container.encode(status, forKey: .status)
    try container.encode(points, forKey: .points)
    try container.encode(maxPoints, forKey: .maxPoints)
    try container.encode(message, forKey: .message)
    try container.encode(mistake, forKey: .mistake)
    try container.encode(counterexample, forKey: .counterexample)
    try container.encode(place, forKey: .place)
    try container.encode(blamed, forKey: .blamed)
    try container.encode(lesson, forKey: .lesson)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encode(skipped, forKey: .skipped)
    try container.encode(unwritten, forKey: .unwritten)
  }
}

/// The smallest input found on which the answer is wrong, as shown.
package struct Counterexample: Sendable, Equatable, Codable {
  package var arguments: String
  package var expected: String
  package var received: String

  /// Where the two first differ; left out of the JSON where that says nothing.
  package var difference: Difference?

  package init(arguments: String, expected: String, received: String) {
    self.arguments = arguments
    self.expected = expected
    self.received = received
  }
}

/// One thing that the compiler said.
package struct Diagnostic: Sendable, Equatable, Codable {
  package var file: String
  package var line: Int
  package var column: Int
  package var severity: String
  package var message: String

  /// What the compiler would write; left out of the JSON where it is nothing.
  package var fixIt: FixIt?

  package init(
    file: String, line: Int, column: Int, severity: String, message: String,
    fixIt: FixIt? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
    self.fixIt = fixIt
  }
}

/// A change of one line that a compiler suggests.
package struct FixIt: Sendable, Equatable, Codable {
  /// Where the text goes, from 1, in bytes as the compiler counts.
  package var column: Int
  package var text: String

  package init(column: Int, text: String) {
    self.column = column
    self.text = text
  }
}
