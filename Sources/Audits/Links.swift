internal import Lessons

#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension AuditedCourse {
  /// Links to files and anchors that are not there.
  func linkFindings(in text: LessonText, lesson: Lesson) -> [Finding] {
    text.links.compactMap { link in
      problem(of: link.destination, in: lesson).map {
        Finding(path(of: lesson), link.line, $0.0, $0.1)
      }
    }
      + text.undefined.map {
        Finding(
          path(of: lesson), $0.line,
          "the link [\($0.destination)] is defined nowhere",
          "write a line [\($0.destination)]: and the address")
      }
  }

  private func problem(
    of destination: String, in lesson: Lesson
  ) -> (String, String)? {
    if destination.contains("://") || destination.hasPrefix("mailto:") {
      let url = URL(string: destination)
      let isWhole = url?.host()?.isEmpty == false || destination.contains("@")
      return isWhole
        ? nil : ("`\(destination)` is not an address", "write it out")
    }
    let parts = destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts.first.map(String.init) ?? ""
    let anchor = parts.count > 1 ? String(parts[1]) : nil
    let own = path(of: lesson)
    let target =
      file.isEmpty ? own : resolved("Lessons/\(lesson.directory)/\(file)")
    guard exists(target) else {
      return ("there is no file `\(file)`", "correct the link")
    }
    guard let anchor, target.hasSuffix(".md"), let page = self.text(target)
    else { return nil }
    let known = anchors(ofMarkdown: page)
    guard !known.contains(anchor), !page.contains("id=\"\(anchor)\"") else {
      return nil
    }
    return (
      "no heading of \(target == own ? lesson.directory : target) has the "
        + "anchor #\(anchor)",
      "its anchors are "
        + known.map { "#\($0)" }.joined(separator: ", ")
    )
  }
}

/// A relative path without `.` and `..`.
private func resolved(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return parts.joined(separator: "/")
}
