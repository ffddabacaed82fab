/// The result of checking an exercise: the object that `check --json` prints.
///
/// The property names are the keys of the JSON, which other programs rely on.
package struct Report: Sendable, Codable {
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

  /// The id of the check to repair first.
  package var first: String?
  package var diagnostics: [Diagnostic] = []
  package var output = ""
  package var metrics: [EpochMetrics] = []

  /// The model that was trained last; no part of the JSON.
  package var model: TrainedModel?

  /// Whether it was compiled, at least; no part of the JSON.
  package var isCompiled = false

  /// The data set used for training and testing; absent if there was none.
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

  private enum CodingKeys: String, CodingKey {
    case version, exercise, id, status, message, points, maxPoints, seed
    case checks, first, diagnostics, output, metrics, data, milliseconds, cached
  }

  // Written by hand because `first` is `null` if there is none.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(version, forKey: .version)
    try container.encode(exercise, forKey: .exercise)
    try container.encode(id, forKey: .id)
    try container.encode(status, forKey: .status)
    try container.encode(message, forKey: .message)
    try container.encode(points, forKey: .points)
    try container.encode(maxPoints, forKey: .maxPoints)
    try container.encode(seed, forKey: .seed)
    try container.encode(checks, forKey: .checks)
    try container.encode(first, forKey: .first)
    try container.encode(diagnostics, forKey: .diagnostics)
    try container.encode(output, forKey: .output)
    try container.encode(metrics, forKey: .metrics)
    try container.encodeIfPresent(data, forKey: .data)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encode(cached, forKey: .cached)
  }
}

/// Why a check was not run.
package enum SkipReason: String, Sendable, Codable {
  /// Only another check was asked for.
  case notSelected = "not_selected"
  /// Nothing was run at all.
  case notRun = "not_run"
  /// An earlier check failed, and the run stops at the first failure.
  case failedBefore = "failed_before"
  /// The function did not finish in an earlier check.
  case tooSlow = "too_slow"
}

/// The result of one check.
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

  /// The id of the recognized mistake.
  package var mistake: String?

  /// The kind of relation that was found where no mistake was recognised,
  /// such as `factor`.
  package var relation: String?

  package var counterexample: Counterexample?

  /// The signal that ended the program, such as `SIGILL`.
  package var signal: String?

  /// The learner's line that stopped the program.
  package var place: SourceLine?

  /// The function, called by this one, that has to be fixed first.
  package var blamed: String?

  /// The anchor of the lesson's section about it.
  package var lesson: String?

  package var milliseconds: Int

  /// Why it was skipped; nil if it was not.
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

  // Written by hand so that nil becomes `null` in the JSON, not a missing key.
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
    try container.encode(relation, forKey: .relation)
    try container.encode(counterexample, forKey: .counterexample)
    try container.encode(signal, forKey: .signal)
    try container.encode(place, forKey: .place)
    try container.encode(blamed, forKey: .blamed)
    try container.encode(lesson, forKey: .lesson)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encode(skipped, forKey: .skipped)
    try container.encode(unwritten, forKey: .unwritten)
  }
}

/// The smallest input found for which the answer is wrong, as shown.
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

/// One message of the compiler.
package struct Diagnostic: Sendable, Equatable, Codable {
  package var file: String
  package var line: Int
  package var column: Int
  package var severity: String
  package var message: String

  /// The message in plain words; absent from the JSON if `compiler.yaml` has
  /// none for it.
  package var meaning: String?

  /// What the compiler suggests; left out of the JSON if there is nothing.
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

/// A change to one line that the compiler suggests.
package struct FixIt: Sendable, Equatable, Codable {
  /// Where the text goes, counting bytes from 1 as the compiler does.
  package var column: Int
  package var text: String

  package init(column: Int, text: String) {
    self.column = column
    self.text = text
  }
}
