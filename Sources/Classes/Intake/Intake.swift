internal import System

/// Takes in the submissions of a class: finds each student's answer, copies it
/// under a name of its own, and lists what is to be graded.
package struct Intake: Sendable {
  package var exercises: [AskedExercise]
  package var roster: Roster?
  package var rules: ClassRules
  package var seed: UInt64
  package var limits = IntakeLimits()

  package init(
    exercises: [AskedExercise], roster: Roster?, rules: ClassRules,
    seed: UInt64
  ) {
    self.exercises = exercises
    self.roster = roster
    self.rules = rules
    self.seed = seed
  }

  /// The rows of the manifest, in the order of students; each file is stored
  /// by its hash before it is listed.
  package func rows(
    from path: String, store: (_ hash: String, [UInt8]) throws -> Void
  ) throws -> [ManifestRow] {
    // By time if it is known, then by the attempt that the name tells.
    var rows: [(row: ManifestRow, order: [Double])] = []
    let handedIn = try handIns(in: path, limits: limits)
    let items = handedIn.items
    let metadata = metadata(of: handedIn)
    let prefix = roster?.prefix(
      of: items.map { Identity(ofItem: $0.name) })
    for (place, item) in items.enumerated() {
      let note = metadata.entries[item.name]
      let identity = Identity(ofItem: item.name)
      for (exercise, found) in answers(in: item) {
        let rule = rules.exercises[exercise] ?? ExerciseRules()
        let late = rule.lateness(
          submitted: note?.created, isMarkedLate: identity.isMarkedLate)
        for student in students(identity, note, prefix) {
          var row = ManifestRow(
            student: student, exercise: exercise,
            submission: Submission(hash: "", source: item.name, bytes: 0),
            seed: 0)
          switch found {
          case .failure(let refusal): row.refusal = refusal.reason
          case .success(let answer):
            row.submission = Submission(
              hash: sha256(answer.bytes), source: answer.source,
              bytes: answer.bytes.count)
            try store(row.submission.hash, answer.bytes)
          }
          row.submission.submitted = note?.created.map(iso8601)
          row.submission.secondsLate = late.seconds
          row.penalty = late.penalty
          rows.append(
            (
              row,
              [
                note?.created ?? 0, Double(identity.attempt ?? 1),
                Double(place),
              ]
            ))
        }
      }
    }
    return numbered(rows)
  }

  /// Numbers the attempts of each student, and draws the seeds.
  private func numbered(
    _ rows: [(row: ManifestRow, order: [Double])]
  ) -> [ManifestRow] {
    struct Whose: Hashable {
      var student: String
      var exercise: Int
    }
    let groups = Dictionary(grouping: rows) {
      Whose(student: $0.row.student.id, exercise: $0.row.exercise)
    }
    return groups.values.flatMap { group in
      // Such as the text that Moodle exports in a folder beside the file's.
      let answers = group.filter { $0.row.refusal != noAnswer.reason }
      return (answers.isEmpty ? group : answers).sorted {
        $0.order.lexicographicallyPrecedes($1.order)
      }.enumerated()
        .map { index, found in
          var row = found.row
          row.submission.attempt = index + 1
          row.seed = Classes.seed(
            ofFile: row.submission.hash, exercise: row.exercise, in: seed)
          return row
        }
    }.sorted {
      ($0.student.id, $0.exercise, $0.submission.attempt)
        < ($1.student.id, $1.exercise, $1.submission.attempt)
    }
  }

  /// Who handed something in.
  private func students(
    _ identity: Identity, _ note: GradescopeMetadata.Entry?,
    _ prefix: String?
  ) -> [Student] {
    let noted = (note?.students ?? []).filter {
      !$0.id.isEmpty || !$0.name.isEmpty
    }
    guard noted.isEmpty else {
      return noted.map { student in
        var named = Identity(ofItem: student.id)
        (named.id, named.name) = (student.id, student.name)
        let id = student.id.isEmpty ? student.name : student.id
        return roster?.student(for: named)
          ?? Student(id: id, name: student.name, email: student.email)
      }
    }
    return [
      roster?.student(for: identity, prefix: prefix)
        ?? Student(id: identity.id, name: identity.name)
    ]
  }

  /// What Gradescope says about the submissions: one file for a whole export,
  /// another for an autograder's single submission.
  private func metadata(of handedIn: HandedIn) -> GradescopeMetadata {
    GradescopeMetadata(json: handedIn.file("submission_metadata.json") ?? [])
      ?? GradescopeMetadata(
        String(
          decoding: handedIn.file("submission_metadata.yml") ?? [],
          as: UTF8.self))
  }
}

/// Why a hand-in that may be of another exercise counts for none.
private let noAnswer = Refusal(
  "no file in it is named like the answer to an exercise, such as "
    + "Exercise.swift or Exercise03.swift")

/// A file that answers an exercise.
private struct Answer {
  /// Where it was found, from the folder of submissions on.
  var source: String
  var bytes: [UInt8]
}

extension Intake {
  /// The answers of one hand-in, or why there are none.
  ///
  /// An exercise for which nothing was handed in is left out, unless nothing
  /// at all was.
  private func answers(
    in item: NamedHandIn
  ) -> [(Int, Result<Answer, Refusal>)] {
    do throws(Refusal) {
      let handIn = try opened(item)
      let entries = try handIn.entries()
      var found: [(Int, Result<Answer, Refusal>)] = []
      for exercise in exercises {
        do throws(Refusal) {
          if let answer = try answer(
            to: exercise, in: handIn, entries, of: item)
          {
            found.append((exercise.number, .success(answer)))
          }
        } catch {
          found.append((exercise.number, .failure(error)))
        }
      }
      guard found.isEmpty else { return found }
      throw noAnswer
    } catch {
      return exercises.map { ($0.number, .failure(error)) }
    }
  }

  /// What was handed in, out of its archive if it is in one.
  private func opened(_ item: NamedHandIn) throws(Refusal) -> any HandIn {
    let handIn = try item.content.get()
    let entries = try handIn.entries()
    let isAnswered = entries.contains {
      $0.path.lowercased().hasSuffix(".swift")
    }
    let archives = entries.filter { $0.kind == .file && isArchive($0.path) }
    guard !isAnswered, archives.count == 1 else { return handIn }
    let bytes = try handIn.content(of: archives[0], atMost: limits.archiveBytes)
    guard let archive = try archive(in: bytes, limits: limits) else {
      throw Refusal("it is damaged, or not a zip or tar.gz archive")
    }
    return archive
  }

  private func answer(
    to exercise: AskedExercise, in handIn: any HandIn,
    _ entries: [HandInEntry], of item: NamedHandIn
  ) throws(Refusal) -> Answer? {
    guard
      let entry = try exercise.answer(
        among: entries, isOnly: exercises.count == 1)
    else { return nil }
    let bytes = try handIn.content(of: entry, atMost: limits.fileBytes)
    guard let text = String(validating: bytes, as: UTF8.self),
      !bytes.contains(0)
    else { throw Refusal("\(entry.path) is not text in UTF-8") }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw Refusal("\(entry.path) is empty")
    }
    let source =
      entry.path == item.name ? item.name : "\(item.name)/\(entry.path)"
    return Answer(source: source, bytes: bytes)
  }
}
