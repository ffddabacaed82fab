/// A part of a manifest, as each of several machines takes one: of `count`
/// equal parts the one with this number, from 0 on.
package struct Shard: Sendable, Equatable {
  package var number: Int
  package var count: Int

  package init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Reads `i/n`.
  package init?(_ text: String) {
    let parts = text.split(
      separator: "/", omittingEmptySubsequences: false
    ).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      0..<max(count, 0) ~= number
    else { return nil }
    self.init(number: number, count: count)
  }

  /// Every `count`-th row: neighbours, which may be alike, are spread.
  package func rows(of rows: [ManifestRow]) -> [ManifestRow] {
    rows.enumerated().filter { $0.offset % count == number }.map(\.element)
  }
}
