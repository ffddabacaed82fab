// swift-format-ignore-file: ReplaceForEachWithForLoop
// Lines as learners write them: without type annotations, in closures whose
// types are inferred. Each must compile; the values were computed by hand.

import Tensors
import Testing

private let confusion = Tensor([[5, 1, 0], [2, 6, 2], [0, 1, 3]])
private let totals = Tensor([6, 10, 4])

@Test func theDiagonalIsReadInClosures() {
  let c = confusion
  let n = c.shape[0]
  let diagonal = (0..<n).map { confusion[$0, $0] }
  #expect(diagonal == [5, 6, 3])
  let recalls = (0..<n).map { i in c[i, i] / totals[i] }
  #expect(recalls == [5 / 6, 0.6, 0.75])
  let halves = (0..<n).map { c[$0, $0] / 2 }
  #expect(halves == [2.5, 3, 1.5])
  let hits = (0..<n).reduce(Float(0)) { $0 + c[$1, $1] }
  #expect(hits == 14)
  let trace = (0..<3).reduce(0) { $0 + c[$1, $1] }
  #expect(trace == 14)
  let misses = c.sum().item - (0..<3).map { c[$0, $0] }.reduce(0, +)
  #expect(misses == 6)
  let perfect = (0..<n).filter { c[$0, $0] == totals[$0] }
  #expect(perfect == [])
  let good = (0..<n).allSatisfy { c[$0, $0] / totals[$0] > 0.5 }
  #expect(good)
  let worst = (0..<n).min { c[$0, $0] / totals[$0] < c[$1, $1] / totals[$1] }
  #expect(worst == 1)
  let byClass = (0..<n).sorted { c[$0, $0] > c[$1, $1] }
  #expect(byClass == [1, 0, 2])
  let first = (0..<n).first { totals[$0] < 5 }
  #expect(first == 2)
  let pairs = zip(0..<n, [2, 0, 1]).map { c[$0, $1] }
  #expect(pairs == [0, 2, 1])
  let precisions = (0..<n).map { j in
    c[j, j] / (0..<n).reduce(0) { $0 + c[$1, j] }
  }
  #expect(precisions == [5 / 7, 0.75, 0.6])
  let shown = (0..<2).map { "\(c[$0, $0])" }.joined(separator: " ")
  #expect(shown == "5.0 6.0")
  let optional = [0, 3].map { $0 < n ? c[$0, $0] : nil }
  #expect(optional == [5, nil])
}

@Test func matricesAreBuiltInNestedClosures() {
  let c = confusion
  let nested = (0..<3).map { i in (0..<3).map { j in c[i, j] } }
  #expect(nested == [[5, 1, 0], [2, 6, 2], [0, 1, 3]])
  let transposed = Tensor((0..<3).map { i in (0..<3).map { j in c[j, i] } })
  #expect(transposed == c.transposed())
  let shares = Tensor(
    (0..<3).map { i in (0..<3).map { j in c[i, j] / totals[i] } })
  #expect(shares.row(2) == Tensor([0, 0.25, 0.75]))
  let grid = Tensor((0..<2).map { i in (0..<2).map { Float(i + $0) } })
  #expect(grid == Tensor([[0, 1], [1, 2]]))
  let flat = (0..<2).flatMap { i in (0..<2).map { j in c[i, j] } }
  #expect(flat == [5, 1, 2, 6])
  let stacked = Tensor(rows: (0..<3).map { c.row($0) / totals[$0] })
  #expect(stacked[1, 1] == 0.6)
  let sums = (0..<3).map { c.row($0).sum().item }
  #expect(sums == [6, 10, 4])
  let best = (0..<3).map { i in (0..<3).max { c[i, $0] < c[i, $1] } }
  #expect(best == [0, 1, 2])
  let cube = Tensor([1, 2, 3, 4, 5, 6, 7, 8], shape: [2, 2, 2])
  let corners = (0..<2).map { cube[$0, $0, $0] }
  #expect(corners == [1, 8])
  let deep = Tensor([1, 2, 3, 4], shape: [2, 1, 2, 1])
  let ends = [0, 1].map { deep[$0, 0, 1, 0] }
  #expect(ends == [2, 4])
}

@Test func elementsAreWrittenInClosures() {
  var t = Tensor.zeros(shape: [3, 3])
  (0..<3).forEach { t[$0, $0] = 1 }
  (0..<3).forEach { t[$0, 0] += 2 }
  for (i, label) in [2, 1, 0].enumerated() { t[i, label] -= 1 }
  #expect(t == Tensor([[3, 0, -1], [2, 0, 0], [1, 0, 1]]))
  zip([0, 1, 1], [1, 1, 2]).forEach { t[$0, $1] += 1 }
  #expect(t == Tensor([[3, 1, -1], [2, 1, 1], [1, 0, 1]]))
  var counts = Tensor.zeros(shape: [3])
  [0, 2, 2].forEach { counts[$0] += 1 }
  for label in [1, 2] where counts[label] > 1 { counts[label] *= 10 }
  #expect(counts == Tensor([1, 0, 20]))
  let oneHot = [1, 0].enumerated().reduce(into: Tensor.zeros(shape: [2, 2])) {
    $0[$1.offset, $1.element] = 1
  }
  #expect(oneHot == Tensor([[0, 1], [1, 0]]))
  let table = zip([0, 1, 1], [1, 1, 1]).reduce(
    into: Tensor.zeros(shape: [2, 2])
  ) { $0[$1.0, $1.1] += 1 }
  #expect(table == Tensor([[0, 1], [0, 2]]))
  var cube = Tensor.zeros(shape: [2, 2, 2])
  (0..<2).forEach { cube[$0, $0, $0] += 1 }
  for i in 0..<2 { for j in 0..<2 { cube[i, j, 0] = Float(i * 2 + j) } }
  #expect(cube.values == [0, 0, 1, 0, 2, 0, 3, 1])
  swap(&t[0, 0], to: 9)
  #expect(t[0, 0] == 9)
}

/// Assigns through `inout`, as a learner's helper may.
private func swap(_ element: inout Float, to value: Float) { element = value }
