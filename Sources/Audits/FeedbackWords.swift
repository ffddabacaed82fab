internal import Checks
internal import Lessons
internal import System

/// The words of a folder's feedback.yaml, beside what the Swift of its folder
/// `Checks` says.
struct Words {
  let path: String
  /// Of this folder alone, without what all lessons share.
  let feedback: Feedback
  let files: [(path: String, said: SaidWords)]

  /// `folder` is a lesson's, or `Lessons` for what several share.
  init(of folder: String, in course: AuditedCourse) throws {
    path = "\(folder)/feedback.yaml"
    do throws(LessonError) {
      // There may be nothing that several lessons share.
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

  /// What is said and has no words.
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
          "say there what it tells the learner")
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

  /// Words that nothing says.
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
          "nothing says `\($0)` of `\(heading)`",
          "remove it, or correct the id")
      }
    }
    return unused("checks", Array(feedback.titles.keys), Set(titles))
      + unused(
        "mistakes", Array(feedback.mistakes.keys), said.union(mistakes))
      + unused("sentences", Array(feedback.sentences.keys), said)
  }

  /// Names in braces for which the Swift supplies no value.
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
              "the words of `\(remark.id)` name {\(name)}, which is not "
                + "supplied",
              "the values are \(remark.values.joined(separator: ", "))")
        }
      }
    }
  }
}

/// The names in a sentence such as `row {row} sums to {sum}`.
private func namesInBraces(of sentence: String) -> [String] {
  sentence.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    .compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
}
