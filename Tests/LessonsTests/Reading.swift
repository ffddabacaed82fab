@testable import Lessons

/// A lesson of a text below sound front matter; the text's first line is
/// line 8 of the file.
func lesson(_ body: String) throws(LessonError) -> Lesson {
  try lesson(front: soundFront, body)
}

func lesson(front: String, _ body: String = "") throws(LessonError) -> Lesson {
  let folder = "Lessons/03-softmax"
  let source = try Source(
    file: "\(folder)/lesson.md", text: "---\n\(front)\n---\n\(body)")
  return try Lesson(source, folder: folder)
}

/// Six lines, from line 2 of the file on.
let soundFront = """
  id: softmax
  title: Softmax
  summary: From scores to probabilities.
  minutes: 20
  #
  #
  """

/// What the author is told about a text.
func complaint(_ body: String) -> String {
  do throws(LessonError) {
    _ = try lesson(body)
    return "nothing"
  } catch {
    return error.description
  }
}

/// What the author is told about front matter.
func complaint(front: String) -> String {
  do throws(LessonError) {
    _ = try lesson(front: front)
    return "nothing"
  } catch {
    return error.description
  }
}

/// Front matter with an exercise from line 8 of the file on.
func exerciseFront(
  functions: String = "public func f(_ x: Tensor) -> Tensor",
  buildsOn: String = "[2]", limits: String = "{ seconds: 5, megabytes: 9 }"
) -> String {
  soundFront + """

    exercise:
      functions:
        - \(functions)
      buildsOn: \(buildsOn)
      imports: [Tensors]
      limits: \(limits)
    """
}
