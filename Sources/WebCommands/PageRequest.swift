/// What a page asks of the learner's course.
enum PageRequest: Sendable, Equatable {
  /// The page was opened.
  case opened(page: String)
  case check(page: String)
  /// At a checkpoint, counting from 0.
  case hint(page: String, checkpoint: Int)
  case edit(page: String, checkpoint: Int)
  case run(page: String, cell: String)
  case answered(page: String, quiz: String, isRight: Bool)
  /// The arguments of `train`.
  case train([String])
  case stop
}

extension PageRequest {
  /// The request that a page sends; nil if it is none.
  init?(_ name: String, fields: [String: String]) {
    let page = fields["page"] ?? ""
    let checkpoint = fields["checkpoint"].flatMap { Int($0) } ?? 0
    switch name {
    case "check": self = .check(page: page)
    case "hint": self = .hint(page: page, checkpoint: checkpoint)
    case "edit": self = .edit(page: page, checkpoint: checkpoint)
    case "run": self = .run(page: page, cell: fields["cell"] ?? "")
    case "answered":
      self = .answered(
        page: page, quiz: fields["quiz"] ?? "",
        isRight: fields["right"] == "true")
    case "stop": self = .stop
    case "train":
      guard let lesson = fields["lesson"], Int(lesson) != nil else {
        return nil
      }
      let knobs = [
        "rate", "epochs", "batch", "momentum", "decay", "hidden", "examples",
        "seed",
      ]
      // An option and its value are one word, so that no value is an option.
      let words = knobs.compactMap { knob in
        fields[knob].flatMap { $0.isEmpty ? nil : "--\(knob)=\($0)" }
      }
      self = .train([lesson] + words)
    default: return nil
    }
  }
}
