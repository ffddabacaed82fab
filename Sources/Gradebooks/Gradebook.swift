package import Classes

#if Class
internal import GRDB
internal import System

/// The record of a class's runs in SQLite: a run is added, never overwritten.
package struct Gradebook: Sendable {
  /// Whether this program was built with gradebooks.
  package static let isBuilt = true

  private let database: DatabasePool

  /// Opens a gradebook, and makes it if there is none.
  package init(_ path: String) throws {
    // The pool keeps a write-ahead log: a kill leaves the last whole state.
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    // Two graders may record at once; one waits.
    configuration.busyMode = .timeout(30)
    database = try DatabasePool(path: path, configuration: configuration)
    try migrator.migrate(database)
  }

  /// Records the results of a run, all or none, and returns the run's number.
  ///
  /// What is recorded already, because every result was kept, is not recorded
  /// again. `whole` reads a result with its checks.
  package func record(
    _ results: [Collected.Graded], at time: String,
    whole: (Collected.Graded) -> SubmissionResult?
  ) throws -> Int64? {
    guard let versions = results.first?.result.versions else { return nil }
    let fingerprint = sha256(
      results.map { "\($0.row.key)/\($0.result.graded)" }
        .sorted().joined(separator: "\n") + versions.grader)
    return try database.write { database in
      let known = try Int64.fetchOne(
        database, sql: "SELECT id FROM run WHERE fingerprint = ?",
        arguments: [fingerprint])
      if known != nil { return nil }
      try database.execute(
        sql: """
          INSERT INTO run (recorded, fingerprint, course, grader, toolchain)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          time, fingerprint, versions.course, versions.grader,
          versions.toolchain,
        ])
      let run = database.lastInsertedRowID
      for graded in results {
        try insert(whole(graded) ?? graded.result, run, database)
      }
      return run
    }
  }

  private func insert(
    _ result: SubmissionResult, _ run: Int64, _ database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO student (id, name, email) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name,
          email = coalesce(excluded.email, email)
        """,
      arguments: [
        result.student.id, result.student.name, result.student.email,
      ])
    let submission = result.submission
    try database.execute(
      sql: """
        INSERT INTO submission
          (student, exercise, attempt, hash, source, submitted)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
      arguments: [
        result.student.id, result.exercise, submission.attempt,
        submission.hash, submission.source, submission.submitted,
      ])
    let id = try Int64.fetchOne(
      database,
      sql: """
        SELECT id FROM submission
        WHERE student = ? AND exercise = ? AND attempt = ? AND hash = ?
        """,
      arguments: [
        result.student.id, result.exercise, submission.attempt,
        submission.hash,
      ])
    try database.execute(
      sql: """
        INSERT INTO verdict (run, submission, verdict, signal, message, points,
          maxPoints, penalty, seed, tries, sandbox, host, graded,
          compileMilliseconds, runMilliseconds, totalMilliseconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run, id, result.verdict.rawValue, result.signal, result.message,
        result.points, result.maxPoints, result.penalty,
        Int64(bitPattern: result.seed), result.tries, result.sandbox.rawValue,
        result.host, result.graded, result.times.compile,
        result.times.run, result.times.total,
      ])
    let verdict = database.lastInsertedRowID
    for check in result.checks {
      try database.execute(
        sql: """
          INSERT INTO checkVerdict
            (verdict, checkID, outcome, points, maxPoints, hidden, mistake)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          verdict, check.id, check.verdict.rawValue, check.points,
          check.maxPoints, check.hidden, check.mistake,
        ])
    }
  }

  /// The runs, oldest first.
  package func runs() throws -> [GradedRun] {
    try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT run.*, count(verdict.id) AS results,
            coalesce(sum(verdict.verdict = 'passed'), 0) AS passed
          FROM run LEFT JOIN verdict ON verdict.run = run.id
          GROUP BY run.id ORDER BY run.id
          """
      ).map { row in
        GradedRun(
          id: row["id"], recorded: row["recorded"],
          versions: Versions(
            course: row["course"], grader: row["grader"],
            toolchain: row["toolchain"]),
          results: row["results"], passed: row["passed"])
      }
    }
  }

  /// The submissions that two runs judged differently.
  package func changes(
    from before: Int64, to after: Int64
  ) throws -> [GradeChange] {
    let (old, new) = (try grades(of: before), try grades(of: after))
    return Set(old.keys).union(new.keys).compactMap { key in
      let (before, after) = (old[key], new[key])
      guard before?.grade != after?.grade, let whose = after ?? before else {
        return nil
      }
      return GradeChange(
        student: whose.student, exercise: key.exercise, attempt: key.attempt,
        before: before?.grade, after: after?.grade)
    }.sorted {
      ($0.student.id, $0.exercise, $0.attempt)
        < ($1.student.id, $1.exercise, $1.attempt)
    }
  }

  /// The table of one run, for a spreadsheet.
  package func table(of run: Int64) throws -> CSV {
    let rows = try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT student.id, student.name, student.email, exercise, attempt,
            submission.hash, submitted, verdict.verdict, signal, points,
            maxPoints, penalty, seed, sandbox, graded
          FROM verdict JOIN submission ON submission.id = verdict.submission
            JOIN student ON student.id = submission.student
          WHERE verdict.run = ? ORDER BY student.id, exercise, attempt
          """, arguments: [run])
    }
    let names = [
      "id", "name", "email", "exercise", "attempt", "hash", "submitted",
      "verdict", "signal", "points", "maxPoints", "penalty", "seed", "sandbox",
      "graded",
    ]
    return CSV(
      rows: [names]
        + rows.map { row in
          names.indices.map { index in
            let value: DatabaseValue = row[index]
            return switch value.storage {
            case .null: ""
            case .int64(let number): "\(number)"
            case .double(let number): GradeTable.number(number)
            case .string(let text): text
            case .blob: ""
            }
          }
        })
  }

  private struct Whose: Hashable {
    var student: String
    var exercise: Int
    var attempt: Int
  }

  private func grades(
    of run: Int64
  ) throws -> [Whose: (student: Student, grade: GradeChange.Grade)] {
    let rows = try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT student.id, student.name, student.email, exercise, attempt,
            verdict.verdict, points
          FROM verdict JOIN submission ON submission.id = verdict.submission
            JOIN student ON student.id = submission.student
          WHERE verdict.run = ? ORDER BY verdict.id
          """, arguments: [run])
    }
    var grades: [Whose: (student: Student, grade: GradeChange.Grade)] = [:]
    for row in rows {
      let key = Whose(
        student: row["id"], exercise: row["exercise"], attempt: row["attempt"])
      let verdict = Verdict(rawValue: row["verdict"]) ?? .graderError
      grades[key] = (
        Student(id: row["id"], name: row["name"], email: row["email"]),
        GradeChange.Grade(verdict: verdict, points: row["points"])
      )
    }
    return grades
  }
}
#else
/// Without the trait `Class` there is no gradebook.
package struct Gradebook: Sendable {
  package static let isBuilt = false

  package init(_ path: String) throws(Refusal) {
    throw Refusal(
      "this program was built without a gradebook; run `swift run course "
        + "gradebook`, which builds it with one")
  }

  package func record(
    _ results: [Collected.Graded], at time: String,
    whole: (Collected.Graded) -> SubmissionResult?
  ) throws -> Int64? { nil }

  package func runs() throws -> [GradedRun] { [] }

  package func changes(
    from before: Int64, to after: Int64
  ) throws -> [GradeChange] { [] }

  package func table(of run: Int64) throws -> CSV { CSV(rows: []) }
}
#endif
