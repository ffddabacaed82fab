internal import Lessons
internal import System

extension AuditedCourse {
  /// Finds links to files and anchors that do not exist, incomplete addresses,
  /// and undefined labels.
  func linkFindings(in lesson: Lesson) -> [Finding] {
    let path = path(of: lesson)
    return lesson.blocks.flattened.flatMap(\.texts).flatMap { text in
      text.flattened.flatMap(\.destinations).compactMap { link, place in
        problem(of: link, in: lesson).map {
          Finding(path, place.line, $0.0, $0.1)
        }
      }
        + RunningText(text).undefinedLinks.map { label, place in
          Finding(
            path, place.line, "the link [\(label)] is not defined",
            "add a line `[\(label)]: ADDRESS`")
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
        ? nil : ("`\(destination)` is incomplete", "write the whole address")
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
      "use one of "
        + known.map { "#\($0)" }.joined(separator: ", ")
    )
  }
}

extension Inline {
  /// Its destinations, if it is a link or a tag with `href` or `src`.
  fileprivate var destinations: [(link: String, place: Place)] {
    switch self {
    case .link(_, let destination, let place): return [(destination, place)]
    case .html(let tag, let place) where !tag.hasPrefix("<!--"):
      let attribute = /\s(?i:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/
      return tag.matches(of: attribute).map {
        (String($0.1 ?? $0.2 ?? ""), place)
      }
    default: return []
    }
  }
}

/// A relative path with its `.` and `..` resolved.
private func resolved(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return parts.joined(separator: "/")
}
