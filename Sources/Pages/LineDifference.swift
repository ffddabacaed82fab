internal import System

/// A line in a comparison of two texts.
package struct ComparedLine: Sendable, Equatable {
  package enum Kind: Sendable {
    case same
    case removed
    case added
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// Changed lines, with some context around them.
package struct Hunk: Sendable, Equatable {
  /// The number of the first line in each text, counted from 1.
  package var oldStart: Int
  package var newStart: Int
  package var lines: [ComparedLine]

  package var oldCount: Int { lines.count { $0.kind != .added } }
  package var newCount: Int { lines.count { $0.kind != .removed } }

  /// The header line of the hunk in the unified format.
  package var header: String {
    "@@ -\(range(oldStart, oldCount)) +\(range(newStart, newCount)) @@"
  }

  // For an empty range, the format gives the line before it.
  private func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start)" : "\(count == 0 ? start - 1 : start),\(count)"
  }
}

/// The differences between two texts, in hunks as in the unified format.
///
/// Removed lines come before added ones. The lines in common form a longest
/// common subsequence, found in O((n + m) d) steps for d differences (E.
/// Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
package func hunks(from old: String, to new: String) -> [Hunk] {
  let context = 3
  let lines = comparedLines(lines(of: old), lines(of: new))
  let changes = lines.indices.filter { lines[$0].kind != .same }
  var ranges: [Range<Int>] = []
  for index in changes {
    let around =
      max(0, index - context)..<min(lines.count, index + context + 1)
    if let last = ranges.last, around.lowerBound <= last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<around.upperBound
    } else {
      ranges.append(around)
    }
  }
  return ranges.map { range in
    let before = lines[..<range.lowerBound]
    return Hunk(
      oldStart: before.count { $0.kind != .added } + 1,
      newStart: before.count { $0.kind != .removed } + 1,
      lines: Array(lines[range]))
  }
}

/// All lines of both texts; a line in common appears once.
private func comparedLines(
  _ old: [String], _ new: [String]
) -> [ComparedLine] {
  let difference = new.difference(from: old)
  let removed = Set(difference.removals.map(\.offset))
  let added = Set(difference.insertions.map(\.offset))
  var all: [ComparedLine] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if removed.contains(i) {
      all.append(ComparedLine(.removed, old[i]))
      i += 1
    } else if added.contains(j) {
      all.append(ComparedLine(.added, new[j]))
      j += 1
    } else {
      all.append(ComparedLine(.same, old[i]))
      i += 1
      j += 1
    }
  }
  return all
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

/// The lines of a text.
///
/// A last line without a line break is marked as in the unified format.
private func lines(of text: String) -> [String] {
  var lines = text.withUnixLines.lines.map(String.init)
  let last = lines.removeLast()
  if !last.isEmpty {
    lines.append(last + "\n\\ No newline at end of file")
  }
  return lines
}
