#if Class
internal import GRDB

/// The forms that a gradebook has had: what was recorded in an older one is
/// carried over, and none of them is ever changed.
let migrator: DatabaseMigrator = {
  var migrator = DatabaseMigrator()
  migrator.registerMigration("1") { database in
    try database.execute(
      sql: """
        CREATE TABLE student (
          id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, email TEXT
        ) STRICT;
        CREATE TABLE submission (
          id INTEGER PRIMARY KEY,
          student TEXT NOT NULL REFERENCES student (id),
          exercise INTEGER NOT NULL, attempt INTEGER NOT NULL,
          hash TEXT NOT NULL, source TEXT NOT NULL, submitted TEXT,
          UNIQUE (student, exercise, attempt, hash)
        ) STRICT;
        CREATE TABLE run (
          id INTEGER PRIMARY KEY, recorded TEXT NOT NULL,
          fingerprint TEXT NOT NULL UNIQUE, course TEXT NOT NULL,
          grader TEXT NOT NULL, toolchain TEXT NOT NULL
        ) STRICT;
        CREATE TABLE verdict (
          id INTEGER PRIMARY KEY,
          run INTEGER NOT NULL REFERENCES run (id),
          submission INTEGER NOT NULL REFERENCES submission (id),
          verdict TEXT NOT NULL, signal TEXT, message TEXT NOT NULL,
          points REAL NOT NULL, maxPoints REAL NOT NULL, penalty REAL NOT NULL,
          seed INTEGER NOT NULL, tries INTEGER NOT NULL,
          sandbox TEXT NOT NULL, host TEXT NOT NULL, graded TEXT NOT NULL,
          compileMilliseconds INTEGER NOT NULL,
          runMilliseconds INTEGER NOT NULL, totalMilliseconds INTEGER NOT NULL,
          UNIQUE (run, submission)
        ) STRICT;
        CREATE TABLE checkVerdict (
          verdict INTEGER NOT NULL REFERENCES verdict (id),
          checkID TEXT NOT NULL, outcome TEXT NOT NULL, points REAL NOT NULL,
          maxPoints REAL NOT NULL, hidden INTEGER NOT NULL, mistake TEXT,
          PRIMARY KEY (verdict, checkID)
        ) STRICT, WITHOUT ROWID;
        """)
  }
  return migrator
}()
#endif
