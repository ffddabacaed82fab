internal import System

/// One submission to be graded: a line of the manifest.
package struct ManifestRow: Sendable, Equatable, Codable {
  package var student: Student
  package var exercise: Int
  package var submission: Submission

  /// The part of the points that lateness takes away.
  package var penalty = 0.0

  /// Draws the inputs of its checks.
  package var seed: UInt64

  /// Why nothing could be taken to be graded; nil if it could.
  package var refusal: String?

  package init(
    student: Student, exercise: Int, submission: Submission, seed: UInt64,
    refusal: String? = nil
  ) {
    self.student = student
    self.exercise = exercise
    self.submission = submission
    self.seed = seed
    self.refusal = refusal
  }

  /// A name that no other row of a class has, even after it was changed.
  package var key: String {
    let parts = [
      student.id, "\(exercise)", "\(submission.attempt)", submission.hash,
      "\(seed)", "\(penalty)", refusal ?? "",
    ]
    return String(sha256(parts.joined(separator: "\u{0}")).prefix(24))
  }
}

/// The seed of one submission, exact in every reader of JSON.
///
/// The same file gets the same inputs, whoever hands it in, and so the same
/// points. A changed file gets other inputs. Computing it takes the
/// seed of the class, which students do not have.
package func seed(
  ofFile hash: String, exercise: Int, in base: UInt64
) -> UInt64 {
  let digits = sha256("\(base)/\(exercise)/\(hash)").prefix(13)
  return UInt64(digits, radix: 16) ?? base
}
