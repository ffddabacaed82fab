internal import Checks
internal import Lessons
internal import System

/// The words in a folder's feedback.yaml, and the remarks in the Swift files of
/// its folder `Checks`.
struct Words {
  let path: String
  /// The words of this folder alone, without those that lessons share.
  let feedback: Feedback
  let files: [(path: String, said: SaidWords)]

  /// Reads the folder of a lesson, or `Lessons` for what lessons share.
  init(of folder: String, in course: AuditedCourse) throws {
    path = "\(folder)/feedback.yaml"
    do throws(LessonError) {
      // The file that lessons share is optional.
      feedback =
        folder == "Lessons" && !course.exists(path)
        ? Feedback() : try Feedback(file: "\(course.root)/\(path)")
    } catch {
      throw UnreadableLesson(description: course.relative("\(error)"))
    }
    files = course.names(in: "\(folder)/Checks", ending: ".swift").map {
      let file = "\(folder)/Checks/\($0)"
      return (file, SaidWords(in: course.text(file) ?? ""))
    }
  }

  private var remarks: [WrittenRemark] { files.flatMap(\.said.remarks) }

  /// Finds ids that the Swift code uses but feedback.yaml lacks.
  func missing(
    titles: [String] = [], mistakes: [String] = [], besides shared: Words? = nil
  ) -> [Finding] {
    let sentences = remarks.filter { !$0.isMistake }.map(\.id)
    let keys = mistakes + remarks.filter(\.isMistake).map(\.id)
    func missing(
      _ heading: String, _ used: [String], _ there: [String]
    )
      -> [Finding]
    {
      Set(used).subtracting(there).map {
        Finding(
          path, 1, "`\($0)` is missing under `\(heading)`",
          "add what it tells the learner")
      }
    }
    return missing("checks", titles, Array(feedback.titles.keys))
      + missing(
        "mistakes", keys,
        Array(feedback.mistakes.keys)
          + Array(shared?.feedback.mistakes.keys ?? [:].keys))
      + missing(
        "sentences", sentences,
        Array(feedback.sentences.keys)
          + Array(shared?.feedback.sentences.keys ?? [:].keys))
  }

  /// Finds words in feedback.yaml that nothing uses.
  func unused(
    titles: [String] = [], mistakes: [String] = [], besides shared: Words? = nil
  ) -> [Finding] {
    let said = (files + (shared?.files ?? [])).reduce(into: Set<String>()) {
      $0.formUnion($1.said.strings)
    }
    func unused(
      _ heading: String, _ there: [String], _ used: Set<String>
    )
      -> [Finding]
    {
      there.filter { !used.contains($0) }.map {
        Finding(
          path, feedback.lines["\(heading).\($0)"] ?? 1,
          "`\($0)` under `\(heading)` is never used",
          "remove it, or correct the id")
      }
    }
    return unused("checks", Array(feedback.titles.keys), Set(titles))
      + unused(
        "mistakes", Array(feedback.mistakes.keys), said.union(mistakes))
      + unused("sentences", Array(feedback.sentences.keys), said)
  }

  /// Finds names in braces for which the Swift code supplies no value.
  func unknownNames(in feedback: Feedback) -> [Finding] {
    files.flatMap { file in
      file.said.remarks.flatMap { remark in
        let text =
          remark.isMistake
          ? feedback.mistakes[remark.id]?.says : feedback.sentences[remark.id]
        return namesInBraces(of: text ?? "").compactMap { name in
          remark.values.contains(name)
            ? nil
            : Finding(
              file.path, remark.line,
              "the text of `\(remark.id)` contains {\(name)}, which is not "
                + "supplied",
              "supply it, or use one of "
                + "[\(remark.values.joined(separator: ", "))]")
        }
      }
    }
  }
}

/// The names in braces, as in the sentence `row {row} sums to {sum}`.
private func namesInBraces(of sentence: String) -> [String] {
  sentence.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    .compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
}
