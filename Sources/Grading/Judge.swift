package import Checks
package import Lessons

/// The report of one check.
///
/// A pure function: points are given only for what the trusted process has
/// verified. The words are the lesson's.
package func judged(
  _ check: Check, _ outcome: Outcome, milliseconds: Int = 0, in words: Feedback
) -> CheckReport {
  var report = CheckReport(
    id: check.id, title: words.titles[check.id] ?? check.id,
    function: check.subject.name,
    status: .failed, maxPoints: check.points, lesson: check.section,
    milliseconds: milliseconds)
  switch outcome {
  case .passed:
    report.status = .passed
    report.points = check.points
  case .failed(let failure):
    let (message, section) = words.telling(failure.remark)
    report.message = message
    report.mistake = failure.remark.mistake
    if let relation = failure.relation {
      report.relation = relation.id
      // A sentence of its own begins with a capital.
      let isSentence = message.first?.isUppercase == true
      report.message = relation.words + (isSentence ? " " : " Here, ") + message
    }
    report.counterexample = failure.counterexample
    report.lesson = failure.section ?? section ?? check.section
  case .skipped(let reason):
    report.status = .skipped
    report.skipped = reason
    report.message = Grading.words(for: reason, in: check.subject.name)
  case .notWritten(let function):
    report.status = .notWritten
    report.unwritten = function
    report.message = unwrittenMessage(function)
  case .interrupted(let interruption, let call):
    report.status = status(of: interruption)
    report.message = Grading.words(for: interruption, in: check.subject.name)
    if case .notWritten(let name) = interruption {
      report.unwritten = name.isEmpty ? check.subject.name : name
    }
    if case .crashed(let crash) = interruption {
      report.signal = crash.signal
      report.place = crash.place
      report.counterexample = call.map {
        Counterexample(
          arguments: $0, expected: "an answer", received: "none: a crash")
      }
    }
  }
  return report
}

extension Feedback {
  /// A remark in the lesson's words, and the section that its mistake refers
  /// to.
  ///
  /// If the lesson has no words for it, the id stands in for them; the author's
  /// gate reports that.
  func telling(_ remark: Remark) -> (message: String, section: String?) {
    switch remark {
    case .words(let words):
      return (words, nil)
    case .sentence(let id, let values):
      return (filled(sentences[id] ?? id, with: values), nil)
    case .mistake(let key, let values):
      let explanation = mistakes[key]
      return (
        filled(explanation?.says ?? key, with: values), explanation?.section
      )
    }
  }

  /// A sentence with the names in braces replaced by their values.
  private func filled(
    _ sentence: String, with values: Remark.Values
  ) -> String {
    var words = ""
    var rest = sentence[...]
    while let start = rest.firstIndex(of: "{"),
      let end = rest[start...].firstIndex(of: "}")
    {
      let name = String(rest[rest.index(after: start)..<end])
      words += rest[..<start]
      switch values[name] {
      case .text(let text): words += text
      case .remark(let remark): words += telling(remark).message
      case nil: words += "{\(name)}"
      }
      rest = rest[rest.index(after: end)...]
    }
    return words + rest
  }
}

/// Why a check was not run, in words.
package func words(for reason: SkipReason, in function: String) -> String {
  switch reason {
  case .notSelected: "not asked for"
  case .notRun: "not run"
  case .failedBefore: "not run: a check before it failed"
  case .tooSlow: "not run: an earlier call of \(function) did not finish"
  }
}

private func unwrittenMessage(_ function: String) -> String {
  "\(function) is not written yet"
}

private func status(of interruption: Interruption) -> CheckReport.Status {
  switch interruption {
  case .notWritten: .notWritten
  case .crashed, .threw: .runtimeError
  case .timeLimit: .timeLimit
  case .memoryLimit: .memoryLimit
  case .outputLimit, .fileLimit: .outputLimit
  case .protocolError: .protocolError
  case .environment, .stopped: .skipped
  }
}

private func words(
  for interruption: Interruption, in function: String
) -> String {
  switch interruption {
  case .notWritten(let name):
    return unwrittenMessage(name.isEmpty ? function : name)
  case .crashed(let crash):
    return crash.explanation
  case .threw(let error):
    return "the function threw an error: \(error)"
  case .timeLimit(let seconds):
    return "no answer after \(shown(seconds: seconds)) s. Is there an "
      + "infinite loop?"
  case .memoryLimit(let megabytes):
    return "the program needed more than \(megabytes) MiB of memory"
  case .outputLimit(let bytes):
    return "the program printed more than \(bytes >> 20) MiB. "
      + "Is there a loop that prints forever?"
  case .fileLimit(let megabytes):
    return "the program wrote a file larger than \(megabytes) MiB"
  case .protocolError(let reason):
    return "no usable answer: \(reason)"
  case .environment(let reason):
    return reason
  case .stopped:
    return "the training was stopped"
  }
}

private func shown(seconds: Double) -> String {
  seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
}

/// The verdict on all checks together.
package func verdict(
  of checks: [CheckReport]
) -> (status: Report.Status, message: String) {
  let judged = checks.filter { $0.status != .skipped }
  let passed = judged.filter { $0.status == .passed }
  if !judged.isEmpty && passed.count == checks.count {
    return (.passed, "all \(passed.count) checks passed")
  }
  let unwritten = judged.filter { $0.status == .notWritten }
  if !unwritten.isEmpty, unwritten.count == judged.count {
    return (.notWritten, unwritten[0].message)
  }
  return (.failed, "\(passed.count) of \(checks.count) checks passed")
}
