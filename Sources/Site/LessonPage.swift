internal import Lessons

extension Site {
  func lessonPage(_ index: Int) -> Page {
    let lesson = lessons[index]
    var markup = BlockMarkup(
      links: links, isLive: isLive, after: lesson.checkpoints.count,
      trailer: trainingElements
    ) {
      figure(lesson, $0)
    }
    var blocks = lesson.blocks
    if case .heading(1, _, _)? = blocks.first { blocks.removeFirst() }
    let minutes = lesson.minutes == 1 ? "1 minute" : "\(lesson.minutes) minutes"
    let head = HTML(
      "header", ["class": "lesson"],
      HTML("p", ["class": "note"], "Lesson \(lesson.number) · \(minutes)"),
      HTML("h1", lesson.title), HTML("p", ["class": "summary"], lesson.summary))
    var page = page(
      lesson.page, "\(lesson.title) · Softmax regression in Swift",
      [HTML("article", [head] + markup.markup(blocks))])
    page.sections = lesson.sections.filter { $0.level == 2 }.map {
      ($0.anchor, HTML("span", $0.heading.markup(links)))
    }
    page.previous =
      index > 0
      ? (lessons[index - 1].page, lessons[index - 1].title)
      : ("index.html", "All lessons")
    page.next =
      index + 1 < lessons.count
      ? (lessons[index + 1].page, lessons[index + 1].title)
      : ("reference.html", "Reference")
    return page
  }

  /// In place of a lesson that cannot be read, what `verify` says of it.
  func brokenPage(_ lesson: (page: String, problem: String)) -> Page {
    page(
      lesson.page, "This lesson cannot be read",
      [
        HTML("h1", "This lesson cannot be read"),
        HTML("pre", HTML("samp", lesson.problem)),
        HTML("p", "Fix its text, and this page shows it again."),
      ])
  }

  /// The map of the course.
  var indexPage: Page {
    let items = lessons.map { lesson in
      HTML(
        "li", ["value": "\(lesson.number)"],
        HTML("a", ["href": lesson.page], lesson.title),
        HTML("p", lesson.summary),
        HTML(
          "p", ["class": "note"],
          "\(lesson.minutes) minutes"
            + (lesson.exercise.map {
              " · you write "
                + $0.functions.map(\.baseName).withoutRepeats
                .joined(separator: ", ")
            } ?? "")),
        isLive ? HTML("p", ["id": lessonID(lesson.number)], "") : HTML(""))
    }
    var page = page(
      "index.html", "Softmax regression in Swift",
      [
        HTML("h1", "Softmax regression in Swift"),
        HTML(
          "p", ["class": "summary"],
          "From a straight line through points to a classifier of your own "
            + "that tells T-shirts from ankle boots. You write its functions "
            + "in Swift, and code that explains what went wrong checks them."),
        HTML("ol", ["class": "map"], items),
      ])
    page.next = lessons.first.map { ($0.page, $0.title) }
    return page
  }
}

extension [String] {
  fileprivate var withoutRepeats: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
