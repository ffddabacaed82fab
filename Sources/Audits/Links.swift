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
    guard !file.isEmpty else {
      return missing(anchor ?? "", in: lesson)
    }
    let target = resolved("Lessons/\(lesson.directory)/\(file)")
    guard exists(target) else {
      return ("there is no file `\(file)`", "correct the link")
    }
    let other = library.lessons.first { path(of: $0) == target }
    guard let anchor, let other else { return nil }
    return missing(anchor, in: other)
  }

  private func missing(
    _ anchor: String, in lesson: Lesson
  ) -> (String, String)? {
    guard lesson.section(anchor: anchor) == nil else { return nil }
    let known = lesson.sections.map { "#\($0.anchor)" }
    return (
      "no heading of \(lesson.directory) has the anchor #\(anchor)",
      "its anchors are \(known.joined(separator: ", "))"
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
