internal import System

/// The reports that a student gets, by their names.
///
/// `results` are those of one student that count.
package func studentReports(
  _ results: [SubmissionResult]
) throws -> [(name: String, text: String)] {
  guard let student = results.first?.student else { return [] }
  let name = fileName(of: student)
  var files = [
    ("\(name).md", feedbackMarkdown(results)),
    ("\(name).html", feedbackPage(results)),
    ("\(name).gradescope.json", try reportJSON(GradescopeResults(results))),
  ]
  for result in results {
    let start = "\(name)-\(result.exercise)"
    files += [
      (
        "\(start).prairielearn.json",
        try reportJSON(PrairieLearnResults(result))
      ), ("\(start).exercism.json", try reportJSON(ExercismResults(result))),
    ]
  }
  return files
}

/// A file name for a student, safe whatever the student is called.
///
/// Two students share one only if their hashes collide.
package func fileName(of student: Student) -> String {
  let hash = String(fnv1a(student.id), radix: 16)
  return "student-\(plainName(student.id, atMost: 40))-\(hash)"
}

/// The beginning of a name, with `_` for all but letters and digits of ASCII.
func plainName(_ name: String, atMost count: Int) -> String {
  String(
    name.unicodeScalars.prefix(count).map { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic
          || "0123456789-_".contains(Character(scalar)))
        ? Character(scalar) : "_"
    })
}
