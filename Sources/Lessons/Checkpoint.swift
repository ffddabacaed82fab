/// The place where a lesson's text asks the learner to write a function.
///
/// It is a quotation that ends in `<!-- checkpoint: softmax(_:) -->`.
package struct Checkpoint: Sendable, Equatable {
  /// The function's full name, such as `softmax(_:)`.
  package var function: String
  /// The line of the comment in the lesson's file.
  package var line: Int
}

extension Checkpoint {
  /// Reads the comment at the end of a quotation; nil if there is none.
  init?(endOf blocks: [Block]) {
    guard case .paragraph(let inlines)? = blocks.last,
      case .html(let comment, let place)? = inlines.last,
      comment.hasPrefix("<!--"), comment.hasSuffix("-->")
    else { return nil }
    let words = comment.dropFirst(4).dropLast(3)
      .split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[0] == "checkpoint:" else { return nil }
    self.init(function: String(words[1]), line: place.line)
  }
}

extension Lesson {
  /// The places where the text asks for a function, in reading order.
  package var checkpoints: [Checkpoint] {
    blocks.flattened.compactMap {
      if case .checkpoint(let checkpoint, _) = $0 { checkpoint } else { nil }
    }
  }

  /// Throws if a checkpoint is for a function that the exercise does not have,
  /// or if two are for the same function.
  func refuseUnknownCheckpoints(in file: String) throws(LessonError) {
    let functions = (exercise?.functions ?? []).map(\.fullName)
    var seen: Set<String> = []
    for checkpoint in checkpoints {
      guard functions.contains(checkpoint.function) else {
        throw LessonError(
          file: file, line: checkpoint.line,
          problem: "the exercise has no function `\(checkpoint.function)`",
          remedy: functions.isEmpty
            ? "remove the checkpoint"
            : "its functions are \(functions.joined(separator: ", "))")
      }
      guard seen.insert(checkpoint.function).inserted else {
        throw LessonError(
          file: file, line: checkpoint.line,
          problem: "there are two checkpoints of `\(checkpoint.function)`",
          remedy: "keep the one where the text has prepared the function")
      }
    }
  }
}
