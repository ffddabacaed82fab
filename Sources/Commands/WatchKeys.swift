internal import ArgumentParser
internal import Checks
internal import Journals
internal import Lessons
internal import Pages
internal import Terminals

extension WatchScreen {
  /// Performs the action of a key.
  func press(_ key: Key) throws {
    notice = nil
    switch key {
    case .interrupt where question == nil: return quit()
    case .suspend: return suspend()
    case .redraw: return stage.measure()
    default: break
    }
    if let question { return answer(question, key) }
    if isList, choose(key) { return }
    if isText, search.take(key, in: &reading) { return }
    if key != .enter || isText, reading.move(key, height: bodyHeight) { return }
    switch key {
    case .character("q"):
      // From a text, back to the verdict; from the verdict, quit.
      if isText { show(.verdict) } else { quit() }
    case .escape, .left, .enter: show(.verdict)
    case .character("n"): next()
    case .character("h"): hint()
    case .character("l"): showText("Lessons", ["list"])
    case .character("f"): showText("The library", ["reference"])
    case .character("r"):
      show(.verdict)
      schedule.now()
    case .character("t"): showLesson()
    case .character("z"): lend(to: "quiz")
    case .character("c"): lend(to: "run")
    case .character("d"):
      showText(
        "What you changed in exercise \(lesson.number)",
        ["diff", "\(lesson.number)"])
    case .character("s"):
      if isPassed { showSolution() } else { question = .solution }
    case .character("u"): question = .undo
    case .character("U"): walk("redo")
    case .character("x"): question = .reset
    case .character("?"): show(.keys)
    default: notice = "no such key; ? shows them all"
    }
  }

  /// Whether the screen shows something other than the verdict.
  var isText: Bool {
    if case .verdict = view { false } else { true }
  }

  /// Whether the screen shows the list, where a number opens a lesson.
  var isList: Bool {
    if case .text(_, again: ["list"]) = view { true } else { false }
  }

  /// Shows the lesson, from the section about the first failure.
  ///
  /// If nothing failed, it starts where the reader left off or, on the first
  /// time, at the last passed checkpoint.
  private func showLesson() {
    showText(lessonName, readCommand)
    reading.begin(at: leftAt)
    let failed = report?.checks.first {
      $0.status != .passed && $0.status != .notWritten
    }
    if let anchor = failed?.lesson {
      reading.go(to: .section(anchor))
    } else if leftAt == 0 {
      reading.go(to: (try? home.steps(after: lesson))?.lastPassed)
    }
  }

  /// Handles a digit of a lesson's number, or Enter after digits with which
  /// several numbers begin; returns false for other keys.
  private func choose(_ key: Key) -> Bool {
    let before = digits
    digits = ""
    var number = before
    if case .character(let digit) = key, digit.isASCII, digit.isNumber {
      number.append(digit)
    } else if key != .enter || before.isEmpty {
      return false
    }
    let meant = home.library.entries.filter {
      "\($0.number)".hasPrefix(number)
    }
    if key != .enter, meant.count > 1 {
      digits = number
    } else if let entry = meant.first {
      open(entry)
    } else {
      notice = "there is no lesson \(number)"
    }
    return true
  }

  private func open(_ entry: Library.Entry) {
    guard let lesson = entry.lesson else {
      notice = "lesson \(entry.number) cannot be read"
      return
    }
    if lesson.exercise == nil {
      showText("Lesson \(lesson.number)", ["read", "\(lesson.number)"])
    } else {
      turn(to: lesson)
    }
  }

  /// Goes on to the next open exercise, if this one is passed.
  private func next() {
    guard isPassed else {
      notice = "exercise \(lesson.number) is not passed yet; l chooses another"
      return
    }
    let exercises = home.library.lessons.filter { $0.exercise != nil }
    let progress = try? home.journal.progress()
    let open = exercises.filter { progress?[$0.id].passed == nil }
    guard
      let lesson = open.first(where: { $0.number > self.lesson.number })
        ?? open.first
    else {
      notice = "all exercises are passed; l lists them, q quits"
      return
    }
    turn(to: lesson)
  }

  private func hint() {
    let words = ["hint", "\(lesson.number)"]
    let text = home.world.collecting(words, on: stage.screen).text
    // Running the command again would give the next hint.
    view = .text("A hint for exercise \(lesson.number)", again: nil)
    reading = Reading(splitRows(text, width: stage.screen.width))
  }

  /// Restores the previous version of the file, or the next one.
  private func walk(_ command: String) {
    let answer = home.world.collecting(
      [command, "\(lesson.number)"], on: stage.screen)
    notice = oneLine(answer.text)
    savesItself = answer.status == .done
    show(.verdict)
  }

  private func answer(_ question: Question, _ key: Key) {
    self.question = nil
    guard key == .character("y") else {
      notice = "nothing was changed"
      return
    }
    switch question {
    case .reset: reset()
    case .undo: walk("undo")
    case .solution: showSolution()
    }
  }

  private func showSolution() {
    showText(
      "The model answer of exercise \(lesson.number)",
      ["solution", "\(lesson.number)", "--give-up"])
  }

  private func reset() {
    let answer = home.world.collecting(
      ["reset", "\(lesson.number)"], on: stage.screen)
    notice =
      answer.status == .done
      ? "the starter is back; u brings yours back" : oneLine(answer.text)
    savesItself = answer.status == .done
    show(.verdict)
  }

  private func oneLine(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}
