package import Checks

/// The graded submission of one exercise by one student: the object in a
/// result file.
///
/// The property names are the keys of the JSON, which other programs rely on:
/// `Schemas/submission-result.schema.json`. Properties are added, never
/// renamed. A property that is nil is left out.
package struct SubmissionResult: Sendable, Equatable, Codable {
  package var version = 1
  package var student: Student
  package var exercise: Int

  /// The lesson's id.
  package var lesson: String
  package var submission: Submission

  package var verdict: Verdict

  /// The signal that ended the program, for `runtime_error`.
  package var signal: String?

  /// What stopped the submission as a whole; empty if nothing did.
  package var message = ""

  /// The points that count, after what lateness takes away.
  package var points = 0.0
  package var maxPoints = 0.0

  /// The part of the points that lateness takes away, from 0 to 1.
  package var penalty = 0.0

  package var checks: [CheckResult] = []
  package var diagnostics: [Diagnostic] = []

  /// What the submission printed: text of a stranger, cut off after a limit.
  package var output = ""

  /// Repeats the inputs of the checks.
  package var seed: UInt64

  /// How often it was graded until this result stood: a failure of the grader
  /// and a time limit are tried once more.
  package var tries = 1

  package var sandbox: Sandbox
  package var milliseconds = Report.Timing()
  package var versions: Versions

  /// The name of the machine that graded it, and when, in ISO 8601.
  package var host = ""
  package var graded = ""

  package init(
    student: Student, exercise: Int, lesson: String, submission: Submission,
    verdict: Verdict, seed: UInt64, sandbox: Sandbox, versions: Versions
  ) {
    self.student = student
    self.exercise = exercise
    self.lesson = lesson
    self.submission = submission
    self.verdict = verdict
    self.seed = seed
    self.sandbox = sandbox
    self.versions = versions
  }
}

/// Who submitted.
package struct Student: Sendable, Hashable, Codable {
  /// Tells the student from all others: from the roster, or else from the name
  /// of what was submitted.
  package var id: String
  package var name: String
  package var email: String?

  package init(id: String, name: String, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
  }
}

/// What was submitted.
package struct Submission: Sendable, Hashable, Codable {
  /// The SHA-256 of the file that was graded, in hexadecimal; empty if no file
  /// could be taken.
  package var hash: String

  /// Where it was found, as seen from the folder of submissions: text of a
  /// stranger.
  package var source: String
  package var bytes: Int

  /// Counts the submissions of one student for one exercise, from 1.
  package var attempt = 1

  /// When it was handed in, in ISO 8601, where that is known.
  package var submitted: String?

  /// By how many seconds it was late; 0 if it was not.
  package var secondsLate = 0

  package init(hash: String, source: String, bytes: Int) {
    self.hash = hash
    self.source = source
    self.bytes = bytes
  }
}

/// What a submission was kept in while it was compiled and run.
package enum Sandbox: String, Sendable, Codable {
  case bubblewrap
  /// No sandbox, as `--unsafe-no-sandbox` asked; perhaps another user.
  case none
}

/// What decided on a result.
package struct Versions: Sendable, Hashable, Codable {
  /// The version of the course, where it is known.
  package var course: String

  /// A hash of everything that decides: program, library, toolchain and
  /// `class.yml`.
  package var grader: String
  package var toolchain: String

  package init(course: String, grader: String, toolchain: String) {
    self.course = course
    self.grader = grader
    self.toolchain = toolchain
  }
}

extension SubmissionResult {
  /// The times of its phases, in milliseconds.
  package var times: (compile: Int, run: Int, total: Int) {
    (milliseconds.compile, milliseconds.run, milliseconds.total)
  }
}
