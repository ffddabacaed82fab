internal import Lessons
internal import Pages
internal import Plots

extension AuditedCourse {
  func figures(of lesson: Lesson) -> [LessonFigure] {
    figures.first { $0.lesson == lesson.id }?.figures ?? []
  }

  /// Finds figures that are missing, out of date or unused, and wrong text
  /// alternatives.
  func figureFindings(in lesson: Lesson) -> [Finding] {
    let path = path(of: lesson)
    let drawn = figures(of: lesson)
    let bless = "run `swift run course verify \(lesson.number) --bless`"
    var findings: [Finding] = []
    let images = lesson.images
    for image in images {
      func found(_ problem: String, _ remedy: String) {
        findings.append(Finding(path, image.place.line, problem, remedy))
      }
      guard
        let figure = drawn.first(where: {
          "figures/\($0.name).svg" == image.path
        })
      else {
        found(
          "no LessonFigure of this lesson draws `\(image.path)`",
          "add a LessonFigure to the lesson's figures")
        continue
      }
      if image.alternative != figure.alternative {
        found(
          "the text alternative of \(figure.name) differs from that of its "
            + "LessonFigure",
          "make both say: \(figure.alternative)")
      }
      if !image.standsAlone {
        found(
          "the figure \(figure.name) is inside a paragraph",
          "put blank lines around it")
      }
      let file = self.path(of: lesson, image.path)
      switch self.text(file) {
      case nil: found("there is no file \(image.path)", bless)
      case figure.svg?: break
      default:
        findings.append(
          Finding(file, 1, "the figure is out of date", bless))
      }
    }
    return findings
      + unused(drawn, shown: Set(images.map(\.path)), lesson: lesson)
  }

  private func unused(
    _ drawn: [LessonFigure], shown: Set<String>, lesson: Lesson
  ) -> [Finding] {
    let named = Set(drawn.map { "\($0.name).svg" })
    let hidden = drawn.filter { !shown.contains("figures/\($0.name).svg") }
    let files = names(
      in: "Lessons/\(lesson.directory)/figures", ending: ".svg")
    return hidden.map { figure in
      let place = place(of: "\"\(figure.name)\"", in: lesson)
      return Finding(
        place.path, place.line,
        "the lesson does not show its figure \(figure.name)",
        "write ![\(figure.alternative)](figures/\(figure.name).svg)")
    }
      + files.filter { !named.contains($0) }.map {
        Finding(
          path(of: lesson, "figures/\($0)"), 1,
          "no LessonFigure of this lesson draws this file", "remove the file")
      }
  }

  func formulaFindings(in lesson: Lesson) -> [Finding] {
    formulaProblems(in: lesson).map { Finding($0, in: self) }
  }
}

extension Lesson {
  fileprivate struct Image {
    var path: String
    var alternative: String
    var standsAlone: Bool
    var place: Place
  }

  /// The figures, and the images in running text.
  fileprivate var images: [Image] {
    blocks.flattened.flatMap { block in
      if case .figure(let path, let alternative, let place) = block {
        return [
          Image(
            path: path, alternative: alternative, standsAlone: true,
            place: place)
        ]
      }
      return block.inlines.flattened.compactMap {
        guard case .image(let alternative, let path, let place) = $0
        else { return nil }
        return Image(
          path: path, alternative: alternative, standsAlone: false,
          place: place)
      }
    }
  }
}
